import fc from 'fast-check';
import { decode } from '../src/resources/decode.js';
import { readManifests } from '../src/source/manifests.js';
import { entry, service, sidecar, type EgressFields, type ManifestText } from './manifests.js';

/** A few namespaces, so that much meets. */
export const namespaces = ['shop', 'pay', 'hr', 'istio-system'] as const;

const namespace = fc.constantFrom(...namespaces);
const exportTo = fc.option(fc.constantFrom('*', '.', '~', 'shop', '., pay', 'hr, pay'), { nil: undefined, freq: 3 });

const entries = fc
  .record({
    namespace,
    hosts: fc.constantFrom('a.example', 'b.example', '*.example', 'web.shop.svc.cluster.local', 'a.example, c.example'),
    ports: fc.constantFrom('TLS/443', 'HTTP/80', 'TLS/443, HTTP/80', 'GRPC/443', 'HTTPS/8443'),
    addresses: fc.option(fc.constantFrom('240.0.0.1', '240.0.0.2', '240.0.0.0/24', '240.0.0.1, 2001:db8::1'), {
      nil: undefined,
    }),
    exportTo,
  })
  .map(fields => (day: number) => {
    const { hosts, addresses } = fields;
    const isFree = hosts.includes('*') || addresses?.includes('/') === true;
    return entry({
      ...plain(fields),
      hosts,
      name: `${fields.namespace}/e${day}`,
      resolution: isFree ? 'NONE' : 'DNS',
      day,
    });
  });

const services = fc
  .record({
    namespace,
    name: fc.constantFrom('web', 'db'),
    ports: fc.constantFrom('http/80', 'tcp/443', 'x/443', 'mysql/3306', 'http/80, tls/443', 'udp!/53, tcp/53'),
    clusterIP: fc.constantFrom(undefined, '10.96.0.1', '10.96.0.2', 'None', '10.96.0.1, 2001:db8:96::1'),
    exportTo,
  })
  .map(fields => (day: number) => service({ ...plain(fields), name: `${fields.namespace}/${fields.name}`, day }));

const aliases = fc
  .record({
    namespace,
    externalName: fc.constantFrom('a.example', 'web.shop.svc.cluster.local', 'ext.pay.svc.cluster.local'),
  })
  .map(fields => (day: number) => service({ name: `${fields.namespace}/ext`, externalName: fields.externalName, day }));

const hosts = fc
  .uniqueArray(fc.constantFrom('./*', '*/*', 'pay/*', '*/a.example', './*.example', '~/*', 'istio-system/*'), {
    minLength: 1,
    maxLength: 3,
  })
  .map(list => list.join(', '));

const egress = fc.tuple(
  fc.option(fc.record({ hosts, port: fc.constantFrom('TCP/443', 'HTTP/80', 'TLS/443', 'HTTP_PROXY/3128') }), {
    nil: null,
  }),
  fc.record({ hosts }),
);

const sidecars = fc
  .record({
    namespace,
    listeners: fc.option(egress, { nil: null }),
    selector: fc.option(fc.constantFrom({ app: 'cart' }, {}), { nil: undefined, freq: 3 }),
    policy: fc.option(fc.constantFrom({}, { mode: 'ALLOW_ANY' }, { mode: 'REGISTRY_ONLY' }), { nil: undefined }),
  })
  .map(({ namespace, listeners, selector, policy }) => (day: number) => {
    const list = listeners === null ? [] : listeners.filter((listener): listener is EgressFields => listener !== null);
    return sidecar({
      name: `${namespace}/s${day}`,
      day,
      ...(list.length === 0 ? { policy: policy ?? { mode: 'ALLOW_ANY' } } : { egress: list }),
      ...plain({ selector, policy }),
    });
  });

/** Manifests of which no two are of one age or name, and none is refused. */
export const randomMesh: fc.Arbitrary<readonly ManifestText[]> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: entries },
      { weight: 3, arbitrary: services },
      { weight: 1, arbitrary: aliases },
      { weight: 2, arbitrary: sidecars },
    ),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .chain(made =>
    fc
      .shuffledSubarray(
        made.map((_, index) => index + 1),
        { minLength: made.length },
      )
      .map(days => made.map((make, index) => make(days[index] ?? 1))),
  )
  .map(manifests => withoutNamesakes(manifests).filter(isAccepted));

export function withoutNamesakes(manifests: readonly ManifestText[]): readonly ManifestText[] {
  const byName = new Map<string, ManifestText>();
  for (const manifest of manifests) {
    const { kind, metadata } = JSON.parse(manifest) as { kind: string; metadata: { namespace: string; name: string } };
    byName.set(`${kind} ${metadata.namespace}/${metadata.name}`, manifest);
  }
  return [...byName.values()];
}

export function isAccepted(manifest: ManifestText): boolean {
  const { documents } = readManifests([{ path: 'mesh.yaml', content: '', text: manifest }]);
  return documents.every(document => decode(document).outcome === 'resource');
}

/** Without the fields that are undefined. */
function plain<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], undefined>;
  };
}
