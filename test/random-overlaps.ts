import fc from 'fast-check';
import { entry, service, virtualService, type ManifestText } from './manifests.js';
import { isAccepted, withoutNamesakes } from './random-mesh.js';

const names = ['x.corp', 'X.corp', 'y.corp', '*.corp', '*.CORP', '*x.corp', '*-y.corp', 'x.corp.', 'z.x.corp'] as const;
/** Without `::/0`: where other chains have no prefix, Envoy 1.40 itself answers differently from run to run (`LcTrie`). */
const subnets = [
  '10.0.0.0/8',
  '10.1.2.3/8',
  '10.0.0.0/16',
  '10.0.0.1',
  '10.0.0.1/32',
  '0.0.0.0/0',
  '2001:db8::/32',
  '2001:DB8::/32',
] as const;

const subnetLists = fc.subarray([...subnets], { maxLength: 3 });
const destination = fc
  .constantFrom('x.corp', 'y.corp', 'web.shop.svc.cluster.local')
  .map(host => ({ destination: { host, port: { number: 443 } } }));

const entries = fc
  .record({
    hosts: fc.subarray([...names], { minLength: 1, maxLength: 2 }),
    ports: fc.constantFrom('TLS/443', 'TCP/443', 'HTTP/80', '/443', 'TLS/443, HTTP/80'),
    addresses: fc.constantFrom(
      undefined,
      undefined,
      '10.0.0.1',
      '10.0.0.0/8',
      '2001:db8::1',
      '2001:DB8:0::1',
      '::ffff:10.0.0.1',
      '0.0.0.0',
      '::',
      '10.0.0.0/8, 10.0.0.0/16',
    ),
  })
  .map(({ hosts, ports, addresses }) => (day: number) => {
    const fields = { hosts: hosts.join(', '), ports, name: `shop/e${day}`, day, resolution: 'NONE' };
    return entry(addresses === undefined ? fields : { ...fields, addresses });
  });

const aliases = fc.record({ name: fc.constantFrom('x', 'y'), to: fc.constantFrom('x.corp', 'y.corp') }).map(
  ({ name, to }) =>
    (day: number) =>
      service({ name: `shop/${name}`, externalName: to, day }),
);

const tlsRules = fc.record({
  match: fc.array(
    fc.record({
      sniHosts: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
      destinationSubnets: subnetLists,
    }),
    { minLength: 1, maxLength: 2 },
  ),
  route: fc.tuple(destination),
});

const tcpRules = fc.record({
  match: fc.array(fc.record({ destinationSubnets: subnetLists }), { maxLength: 2 }),
  route: fc.tuple(destination),
});

const text = fc.constantFrom({ exact: 'x' }, { prefix: 'x' }, { regex: '.*' }, { regex: 'x?' }, { regex: '*' }, {});

const httpRules = fc
  .record({
    match: fc.array(
      fc.oneof(
        fc.record({ headers: fc.record({ a: text }) }),
        fc.record({ withoutHeaders: fc.record({ a: text }) }),
        fc.record({
          uri: fc.constantFrom({ exact: '/' }, { prefix: '/a' }, { regex: '/.*' }, { regex: '.*' }, { regex: '(?i)/' }),
        }),
        fc.record({ queryParams: fc.record({ a: text }) }),
        fc.record({ method: fc.constantFrom({ exact: 'GET' }, { regex: 'GET|POST' }) }),
        fc.record({ authority: fc.constantFrom({ exact: 'x.corp' }, { prefix: 'x' }) }),
      ),
      { maxLength: 2 },
    ),
    answer: fc.oneof(
      fc.constantFrom(200, 404, 503, 599, 600).map(status => ({ directResponse: { status } })),
      fc.constant({ redirect: { uri: '/elsewhere' } }),
      destination.map(route => ({ route: [route] })),
    ),
  })
  .map(({ match, answer }) => ({ match, ...answer }));

const rules = fc
  .record({
    hosts: fc.subarray([...names], { minLength: 1, maxLength: 3 }),
    tls: fc.array(tlsRules, { maxLength: 2 }),
    tcp: fc.array(tcpRules, { maxLength: 2 }),
    http: fc.array(httpRules, { maxLength: 3 }),
  })
  .map(
    ({ hosts, tls, tcp, http }) =>
      (day: number) =>
        virtualService({
          hosts: hosts.join(', '),
          name: `shop/v${day}`,
          day,
          ...(tls.length === 0 ? {} : { tls }),
          ...(tcp.length === 0 ? {} : { tcp }),
          ...(http.length === 0 ? {} : { http }),
        }),
  );

/** Manifests of which many match the same connections: names and prefixes that are spelled, cut or nested differently. */
export const randomOverlaps: fc.Arbitrary<readonly ManifestText[]> = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: entries }, { weight: 3, arbitrary: rules }, { weight: 1, arbitrary: aliases }),
    { minLength: 2, maxLength: 8 },
  )
  .map(made => withoutNamesakes(made.map((make, at) => make(at + 1))).filter(isAccepted));
