import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../src/envoy/call.js';
import { startSidecar } from '../../src/envoy/sidecar.js';
import type { Verdict } from '../../src/envoy/verdict.js';
import { configureProxy } from '../../src/proxy/configuration.js';
import { entry, gatewayRoute, service, sidecar, type ManifestText } from '../manifests.js';
import { meshOf, proxy, scopeOf, sidecarOf } from '../meshes.js';

const FOREIGN = '203.0.113.77';

function call(kind: Call['kind'], host: string | null, port: number, fields: Partial<Call> = {}): Call {
  return { kind, host, port, address: FOREIGN, speaksFirst: 'client', ...fields };
}

const tls = (host: string | null, fields?: Partial<Call>) => call('tls', host, 443, fields);
const http = (host: string | null, port = 80, fields?: Partial<Call>) => call('http', host, port, fields);
const tcp = (port: number, fields?: Partial<Call>) => call('tcp', null, port, fields);
const server: Partial<Call> = { speaksFirst: 'server' };

/** `kind cluster status`, as far as there is each. */
function verdictText({ kind, cluster, status }: Verdict): string {
  return [kind, cluster?.replace(/^outbound\|(\d+)\|\|(.*)$/, '$2:$1'), status]
    .filter(part => part !== null && part !== undefined)
    .join(' ');
}

const a = 'a.example';
const blocked = sidecar({ policy: { mode: 'REGISTRY_ONLY' } });
const toProxy = sidecar({
  policy: { mode: 'ALLOW_ANY', egressProxy: { host: 'proxy.example', port: { number: 3128 } } },
});
const overTls = entry({ hosts: a, day: 1 });
const overTcp = entry({ hosts: a, ports: 'TCP/443', day: 1 });
const overHttp = entry({ hosts: a, ports: 'HTTP/80', day: 1 });
const unknown = entry({ hosts: a, ports: '/443', day: 1 });

type Row = [when: string, manifests: ManifestText[], call: Call, verdict: string];

// prettier-ignore
const rows: Row[] = [
  ['what nobody configures passes',                               [],                                                  tls('b.example'),          'passthrough PassthroughCluster'],
  ['or is closed',                                                [blocked],                                           tls('b.example'),          'blackhole BlackHoleCluster'],
  ['or has no cluster to go to',                                  [toProxy],                                           tls('b.example'),          'missing-cluster proxy.example:3128'],
  ['or has one',                                                  [toProxy, entry({ hosts: 'proxy.example', ports: 'TCP/3128' })], tls('b.example'), 'delivered proxy.example:3128'],
  ['EM-11 a known SNI reaches its entry',                         [overTls],                                           tls(a),                    `delivered ${a}:443`],
  ['EM-11 in either case',                                        [overTls],                                           tls('A.EXAMPLE'),          `delivered ${a}:443`],
  ['EM-11 another SNI passes',                                    [overTls],                                           tls('b.example'),          'passthrough PassthroughCluster'],
  ['EM-11 so does none',                                          [overTls],                                           tls(null),                 'passthrough PassthroughCluster'],
  ['EM-11 another SNI is closed under REGISTRY_ONLY',             [overTls, blocked],                                  tls('b.example'),          'blackhole BlackHoleCluster'],
  ['(a) TCP without address takes every name',                    [overTcp],                                           tls('b.example'),          `delivered ${a}:443`],
  ['(a) even under REGISTRY_ONLY',                                [overTcp, blocked],                                  tls('b.example'),          `delivered ${a}:443`],
  ['(a) and HTTP',                                                [overTcp],                                           http('b.example', 443),    `delivered ${a}:443`],
  ['(b) an empty protocol takes TLS',                             [unknown],                                           tls('b.example'),          `delivered ${a}:443`],
  ['(b) but of HTTP its own host alone',                          [unknown],                                           http('b.example', 443),    'passthrough PassthroughCluster'],
  ['(b) which it delivers',                                       [unknown],                                           http(a, 443),              `delivered ${a}:443`],
  ['EM-12 HTTP goes by its Host',                                 [overHttp],                                          http(a),                   `delivered ${a}:80`],
  ['EM-12 whatever port it names',                                [overHttp],                                          http(`${a}:8080`),         `delivered ${a}:80`],
  ['RT-12 another Host passes',                                   [overHttp],                                          http('b.example'),         'passthrough PassthroughCluster'],
  ['RT-12 or is refused',                                         [overHttp, blocked],                                 http('b.example'),         'blackhole 502'],
  ['(h) HTTP where no listener speaks it is closed, not refused', [overHttp, blocked],                                 http('b.example', 8080),   'blackhole BlackHoleCluster'],
  ['RT-12 or finds no proxy',                                     [overHttp, toProxy],                                 http('b.example'),         'missing-cluster proxy.example:3128 503'],
  ['EM-15 TLS on an HTTP port passes',                            [overHttp],                                          call('tls', a, 80),        'passthrough PassthroughCluster'],
  ['EM-15 on a bound HTTP listener it is an error',               [overHttp, sidecar({ egress: [{ hosts: '*/*', bind: '127.0.0.1' }] })], call('tls', a, 80, { address: '127.0.0.1' }), 'protocol-error 400'],
  ['EM-15 so is anything else that is not HTTP',                  [overHttp, sidecar({ egress: [{ hosts: '*/*', bind: '127.0.0.1' }] })], tcp(80, { address: '127.0.0.1' }), 'protocol-error 400'],
  ['(i) HTTP to an address of a TCP entry goes by its Host',      [overHttp, entry({ hosts: 'b.example', ports: 'TCP/80', day: 2 })], http('b.example'), 'passthrough PassthroughCluster'],
  ['(i) all else on the port goes to the TCP entry',              [overHttp, entry({ hosts: 'b.example', ports: 'TCP/80', day: 2 })], tcp(80),      'delivered b.example:80'],
  ['RT-13 at an address of its own any Host will do',             [entry({ hosts: a, ports: '/443', addresses: '10.0.0.1' })], http('b.example', 443, { address: '10.0.0.1' }), `delivered ${a}:443`],
  ['RT-13 unless the host has capitals: then none will',          [entry({ hosts: 'A.example', ports: '/443', addresses: '10.0.0.1' })], http('A.example', 443, { address: '10.0.0.1' }), 'no-route 404'],
  ['VD-60 a host with capitals has routes without cluster',       [entry({ hosts: 'A.example', ports: 'HTTP/80' })],   http('a.example'),         `missing-cluster ${a}:80 503`],
  ['SC-14 a chain of a second entry that disagrees leads nowhere', [entry({ hosts: a, ports: 'HTTP/80', day: 1 }), entry({ hosts: a, name: 'shop/second', resolution: 'NONE', day: 2 })], tls(a), `missing-cluster ${a}:443`],
  ['EM-10 a server that speaks first waits for an SNI',           [overTls],                                           tcp(443, server),          'stalled'],
  ['EM-10 and for HTTP',                                          [overHttp],                                          tcp(80, server),           'stalled'],
  ['EM-10 but not where every connection is taken',               [overTcp],                                           tcp(443, server),          `delivered ${a}:443`],
  ['EM-10 nor where nothing is configured',                       [],                                                  tcp(443, server),          'passthrough PassthroughCluster'],
  ['a server that speaks first waits for a request',              [overHttp, sidecar({ egress: [{ hosts: '*/*', bind: '127.0.0.1' }] })], tcp(80, { ...server, address: '127.0.0.1' }), 'stalled'],
  ['EM-6 a prefix takes HTTP that is dialled into it',            [entry({ hosts: 'b.example', ports: 'TCP/80', addresses: '10.0.0.0/8', resolution: 'NONE', day: 2 }), overHttp], http(a, 80, { address: '10.1.2.3' }), 'delivered b.example:80'],
  ['EM-2 IPv6 never meets the wildcard of IPv4',                  [overTcp, blocked],                                  tls(a, { address: '2001:db8::7' }), 'blackhole BlackHoleCluster'],
  ['LI-30 what dials the sidecar’s own port is closed',           [],                                                  tcp(15001),                'blackhole BlackHoleCluster'],
  ['an HTTP call without Host names its address',                 [entry({ hosts: a, ports: 'HTTP/80', addresses: '10.0.0.1' })], http(null, 80, { address: '10.0.0.1' }), `delivered ${a}:80`],
  ['RT-15 a proxy port goes by the Host without its port',        [overHttp, sidecar({ egress: [{ hosts: '*/*', port: 'HTTP_PROXY/3128' }] })], http(`${a}:9000`, 3128), `delivered ${a}:80`],
];

test.each(rows)('%s', (_when, manifests, asked, verdict) => {
  expect(verdictText(sidecarOf(manifests).answer(asked))).toBe(verdict);
});

// prettier-ignore
const patient: Row[] = [
  ['a chain for every connection takes it at last',     [unknown],               tcp(443, server), `delivered ${a}:443`],
  ['or the policy does',                                [overHttp],              tcp(80, server),  'passthrough PassthroughCluster'],
  ['what looks for TLS alone waits for ever',           [overTls],               tcp(443, server), 'stalled'],
  ['who speaks first is understood before time is up',  [overHttp],              http(a),          `delivered ${a}:80`],
];

test.each(patient)('MC-7: with protocolDetectionTimeout, %s', (_when, manifests, asked, verdict) => {
  const mesh = meshOf(manifests, { protocolDetectionTimeout: 5000 });
  const configuration = configureProxy(scopeOf(manifests), proxy(), mesh);
  expect(verdictText(startSidecar(configuration).answer(asked))).toBe(verdict);
});

test('a verdict names who declared the cluster’s host', () => {
  const { answer } = sidecarOf([entry({ hosts: a, name: 'pay/api' })]);
  expect(answer(tls(a)).owner).toEqual({ kind: 'ServiceEntry', namespace: 'pay', name: 'api' });
  expect(answer(tls('b.example')).owner).toBeNull();
});

test('a missing cluster is named in the reason', () => {
  expect(sidecarOf([toProxy]).answer(tls(a)).reason).toBe('the sidecar has no cluster outbound|3128||proxy.example');
});

describe('steps', () => {
  const web = service({ name: 'shop/web', clusterIP: '10.96.0.1', ports: 'http/80' });

  // prettier-ignore
  const steps: [when: string, manifests: ManifestText[], call: Call, names: [stage: string, name: string][]][] = [
    ['of what passes',                  [],                 tls('b.example'),         [['listener', 'virtualOutbound'], ['chain', 'ALL'], ['cluster', 'PassthroughCluster']]],
    ['of an SNI',                       [overTls],          tls(a),                   [['listener', '0.0.0.0_443'], ['chain', `SNI: ${a}`], ['cluster', `outbound|443||${a}`], ['owner', `ServiceEntry shop/${a}`]]],
    ['of a request',                    [web],              http('web'),              [['listener', '0.0.0.0_80'], ['chain', 'Trans: raw_buffer; App: http/1.1,h2c'], ['route', 'web.shop.svc.cluster.local:80'], ['cluster', 'outbound|80||web.shop.svc.cluster.local'], ['owner', 'Service shop/web']]],
    ['of a request for nobody',         [web, blocked],     http('b.example'),        [['listener', '0.0.0.0_80'], ['chain', 'Trans: raw_buffer; App: http/1.1,h2c'], ['route', 'block_all']]],
    ['of what has to wait',             [overTls],          tcp(443, server),         [['listener', '0.0.0.0_443']]],
    ['of a missing cluster',            [toProxy],          tls(a),                   [['listener', 'virtualOutbound'], ['chain', 'ALL'], ['cluster', 'outbound|3128||proxy.example']]],
  ];
  test.each(steps)('%s', (_when, manifests, asked, names) => {
    const found = sidecarOf(manifests).answer(asked).steps;
    expect(found.map(({ stage, name }) => [stage, name])).toEqual(names);
  });

  test.each(steps)('%s each say why', (_when, manifests, asked) => {
    for (const { because } of sidecarOf(manifests).answer(asked).steps) expect(because).toMatch(/[^.]$/);
  });

  test('tell a request that no host takes from what is no request', () => {
    const routeStep = (manifests: ManifestText[], asked: Call) =>
      sidecarOf(manifests)
        .answer(asked)
        .steps.find(({ stage }) => stage === 'route')?.because;
    const capitals = entry({ hosts: 'A.example', ports: '/443', addresses: '10.0.0.1' });
    const bound = sidecar({ egress: [{ hosts: '*/*', bind: '127.0.0.1' }] });
    expect(routeStep([capitals], http('b.example', 443, { address: '10.0.0.1' }))).toMatch(/^no virtual host/);
    expect(routeStep([overHttp, bound], call('tls', a, 80, { address: '127.0.0.1' }))).toMatch(/is not HTTP/);
  });
});

describe('a route of Gateway API', () => {
  const manifests = (backend: string) => [
    service({ name: 'shop/cart', clusterIP: '10.0.0.5' }),
    service({ name: 'shop/stock', clusterIP: '10.0.0.6' }),
    gatewayRoute({ name: 'shop/elsewhere', rules: [{ backendRefs: [{ name: backend, port: 80 }] }] }),
  ];
  const toCart: Call = { kind: 'http', address: '10.0.0.5', port: 80, host: 'cart.shop', speaksFirst: 'client' };

  test('leads its calls, and is named as what did', () => {
    expect(sidecarOf(manifests('stock')).answer(toCart)).toMatchObject({
      kind: 'delivered',
      cluster: 'outbound|80||stock.shop.svc.cluster.local',
      via: { kind: 'HTTPRoute', namespace: 'shop', name: 'elsewhere' },
    });
  });

  test('answers 500 where its backend is not there', () => {
    const { kind, status } = sidecarOf(manifests('nobody')).answer(toCart);
    expect([kind, status]).toEqual(['missing-cluster', 500]);
  });
});
