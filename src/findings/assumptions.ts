import type { Comparison } from '../diff/comparison.js';
import { versionText } from '../istio/version.js';
import type { Installed } from '../istio/installed.js';
import type { Duplicate } from '../resources/decode-all.js';
import type { Resource, Service } from '../resources/resource.js';
import type { SourceDocument } from '../source/document.js';
import { nodeAt } from '../source/node.js';
import { controlPlaneNotes, disagreementNotes } from './control-plane-notes.js';

/** What the manifests do not say and the simulation had to take for granted, as sentences for every report. */
export function assumptions(
  comparison: Comparison,
  documents: readonly SourceDocument[],
  resources: readonly Resource[],
  untouchedDuplicates: readonly Duplicate[],
): readonly string[] {
  return [
    ...assumedControlPlanes(comparison),
    'the manifests are taken for the whole mesh: what other repositories or controllers add is not known here',
    ...about(
      resources.filter(
        ({ createdAt, kind }) => createdAt === null && kind !== 'Installation' && comparison.resourceChanges.length > 0,
      ),
      count =>
        `${count('resource carries', 'resources carry')} no creationTimestamp: what base holds is taken as older than what head adds, else the order is by name`,
    ),
    ...about(
      resources.filter(isUnaddressed),
      count =>
        `${count('Service has', 'Services have')} no clusterIP in the manifests: each was given an address of its own`,
    ),
    ...about(
      resources.filter(({ namespaceGiven, kind }) => !namespaceGiven && kind !== 'Namespace'),
      count => `${count('resource names', 'resources name')} no namespace: default was assumed`,
    ),
    ...about(
      untouchedDuplicates,
      count => `${count('resource is', 'resources are')} defined twice at base as well: the first by path was taken`,
    ),
    ...notSimulated(documents),
    ...comparison.remarks,
  ];
}

/** What is simulated of Istio; of base only what head does not have as well. */
function assumedControlPlanes({ installed: { base, head } }: Comparison): readonly string[] {
  const ahead = assumedControlPlane(head);
  // Where only lines moved, nobody wants to know what they were.
  const former = base.identity === head.identity ? disagreementNotes(base) : assumedControlPlane(base);
  return [...ahead, ...former.filter(note => !ahead.includes(note)).map(note => `at base: ${note}`)];
}

function assumedControlPlane(installed: Installed): readonly string[] {
  return [
    ...(installed.releases.length > 0
      ? []
      : [`nothing says which Istio runs: ${versionText(installed.release)}, the newest that was recorded, is taken`]),
    ...(installed.meshConfigs.length > 0
      ? []
      : [
          'no MeshConfig was read: outboundTrafficPolicy ALLOW_ANY, root namespace istio-system and exportTo "*" are taken as defaults',
        ]),
    ...controlPlaneNotes(installed),
  ];
}

/** Kinds that can change outbound traffic and that this version does not simulate. */
const unsimulated: ReadonlySet<string> = new Set([
  'networking.istio.io/EnvoyFilter',
  'networking.istio.io/ProxyConfig',
  'extensions.istio.io/WasmPlugin',
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/GRPCRoute',
  'gateway.networking.k8s.io/TLSRoute',
  'gateway.networking.k8s.io/TCPRoute',
]);

/** Sentences on the kinds among the manifests that this version passes over. */
export function notSimulated(documents: readonly SourceDocument[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { root } of documents) {
    const kind = text(root, 'kind');
    const group = text(root, 'apiVersion').split('/')[0] ?? '';
    if (unsimulated.has(`${group}/${kind}`)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(
    ([kind, count]) =>
      `${count} ${kind}${count === 1 ? ' is' : 's are'} not simulated: where ${count === 1 ? 'it routes or changes' : 'they route or change'} a call, the verdict is unknown`,
  );
}

function text(root: SourceDocument['root'], field: string): string {
  const node = nodeAt(root, [field]);
  return node?.kind === 'scalar' ? node.text : '';
}

function isUnaddressed(resource: Resource): resource is Service {
  return (
    resource.kind === 'Service' &&
    resource.type !== 'ExternalName' &&
    resource.clusterIP === null &&
    resource.clusterIPs.length === 0
  );
}

type Count = (one: string, many: string) => string;

function about(found: readonly unknown[], sentence: (count: Count) => string): readonly string[] {
  if (found.length === 0) return [];
  return [sentence((one, many) => (found.length === 1 ? `1 ${one}` : `${found.length} ${many}`))];
}
