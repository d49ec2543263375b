import type { Comparison } from '../diff/comparison.js';
import type { Duplicate } from '../resources/decode-all.js';
import type { Resource, Service } from '../resources/resource.js';
import { patchRemarks, routeRemarks } from './unsimulated.js';
import type { SourceDocument } from '../source/document.js';
import { nodeAt } from '../source/node.js';
import { noSnapshot, type Snapshot } from '../source/snapshot.js';
import { assumedControlPlanes } from './assumed-control-planes.js';
import { snapshotNotes } from './snapshot-notes.js';

/** What the manifests do not say and the simulation had to take for granted, as sentences for every report. */
export function assumptions(
  comparison: Comparison,
  documents: readonly SourceDocument[],
  resources: readonly Resource[],
  untouchedDuplicates: readonly Duplicate[],
  snapshot: Snapshot = noSnapshot,
): readonly string[] {
  const hasSnapshot = snapshot.files.length > 0;
  return [
    ...assumedControlPlanes(comparison),
    ...(hasSnapshot ? snapshotNotes(snapshot, comparison, resources) : [openWorldNote]),
    ...about(
      resources.filter(
        ({ createdAt, kind }) => createdAt === null && kind !== 'Installation' && comparison.resourceChanges.length > 0,
      ),
      count =>
        `${count('resource carries', 'resources carry')} no creationTimestamp${hasSnapshot ? ', nor does the snapshot hold them' : ''}: what base holds is taken as older than what head adds, else the order is by name`,
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
    ...about(
      resources.filter(hasOwnProxyConfig),
      count =>
        `${count('workload has', 'workloads have')} settings of their sidecars in annotation proxy.istio.io/config, which are not simulated`,
    ),
    ...notSimulated(documents),
    ...patchRemarks(comparison),
    ...routeRemarks(comparison, resources),
    ...comparison.remarks,
  ];
}

const openWorldNote =
  'the manifests are taken for the whole mesh: what other repositories or controllers add is not known here';

/** Kinds that can change outbound traffic and that this version does not simulate. */
const unsimulated: ReadonlySet<string> = new Set(['networking.istio.io/ProxyConfig', 'extensions.istio.io/WasmPlugin']);

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
      `${count} ${kind}${count === 1 ? ' is' : 's are'} not simulated: what becomes of a call that ${count === 1 ? 'it changes' : 'they change'} is not known`,
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

/** MC-11, MC-12: what MeshConfig's defaultConfig says of sidecars, pods may say otherwise (IN-13). */
function hasOwnProxyConfig(resource: Resource): boolean {
  const own = resource.kind === 'Workload' ? resource.podAnnotations['proxy.istio.io/config'] : undefined;
  return own !== undefined && /ISTIO_META_DNS|interceptionMode/.test(own);
}

type Count = (one: string, many: string) => string;

function about(found: readonly unknown[], sentence: (count: Count) => string): readonly string[] {
  if (found.length === 0) return [];
  return [sentence((one, many) => (found.length === 1 ? `1 ${one}` : `${found.length} ${many}`))];
}
