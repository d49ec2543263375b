import fc from 'fast-check';
import { meshConfig, type ManifestText } from './manifests.js';
import { isAccepted, namespaces, randomMesh, withoutNamesakes } from './random-mesh.js';

/** A mesh before and after a change. */
export interface RandomPair {
  readonly base: readonly ManifestText[];
  readonly head: readonly ManifestText[];
}

const namespace = fc.constantFrom(...namespaces);
const host = fc.constantFrom('a.example', 'b.example', 'c.example', 'web.shop.svc.cluster.local');
const exportTo = fc.constantFrom(undefined, undefined, ['*'], ['.'], ['pay'], ['ops', '.']);
const labels = fc.constantFrom({}, {}, { app: 'cart' }, { version: 'v1' });

const destination = fc.record({ host, port: fc.constantFrom(80, 443, 8443) }).map(({ host, port }) => ({
  destination: { host, port: { number: port } },
}));

const source = fc.record({
  sourceLabels: labels,
  sourceNamespace: fc.constantFrom('', '', 'pay', 'ops'),
  port: fc.constantFrom(80, 443),
});

const rules = fc
  .record({
    namespace,
    name: fc.constantFrom('r1', 'r2'),
    host,
    exportTo,
    source,
    destination,
    kind: fc.constantFrom('http', 'http', 'tls', 'tcp'),
  })
  .map(({ namespace, name, host, exportTo, source, destination, kind }) => {
    const match = kind === 'tls' ? { ...source, sniHosts: [host] } : source;
    return manifest('VirtualService', namespace, name, {
      hosts: [host],
      exportTo,
      [kind]: [{ match: [match], route: [destination] }],
    });
  });

const policies = fc
  .record({
    namespace,
    name: fc.constantFrom('p1', 'p2'),
    host,
    exportTo,
    labels,
    loadBalancer: fc.constantFrom('ROUND_ROBIN', 'PASSTHROUGH'),
  })
  .map(({ namespace, name, host, exportTo, labels, loadBalancer }) => {
    const isSelective = Object.keys(labels).length > 0;
    return manifest('DestinationRule', namespace, name, {
      host,
      ...(isSelective ? { workloadSelector: { matchLabels: labels } } : { exportTo }),
      trafficPolicy: { loadBalancer: { simple: loadBalancer } },
    });
  });

function manifest(kind: string, namespace: string, name: string, spec: object): ManifestText {
  return JSON.stringify({ apiVersion: 'networking.istio.io/v1', kind, metadata: { namespace, name }, spec });
}

const installed = fc.constantFrom(
  [],
  [],
  [],
  [meshConfig('outboundTrafficPolicy: {mode: REGISTRY_ONLY}')],
  [meshConfig('defaultServiceExportTo: ["."]')],
  [meshConfig('defaultVirtualServiceExportTo: ["pay"]')],
);

const manifests = fc
  .tuple(randomMesh, fc.array(fc.oneof(rules, policies), { maxLength: 4 }))
  .map(([mesh, led]) => [...mesh, ...led.filter(isAccepted)]);

/** Most of a mesh stays; some of it goes, some is added or edited, and now and then MeshConfig is another. */
export const randomPairs: fc.Arbitrary<RandomPair> = fc
  .tuple(manifests, manifests, installed, installed, fc.constantFrom(true, true, false))
  .chain(([old, young, before, after, isSteady]) =>
    fc
      .tuple(
        fc.array(fc.constantFrom('both', 'both', 'both', 'base'), { minLength: old.length, maxLength: old.length }),
        fc.shuffledSubarray([...young], { maxLength: Math.min(3, young.length) }),
      )
      .map(([placed, added]) => ({
        base: withoutNamesakes([...old, ...before]),
        head: withoutNamesakes([
          ...old.filter((_, at) => placed[at] === 'both'),
          ...added,
          ...(isSteady ? before : after),
        ]),
      })),
  );
