import type { Comparison } from '../diff/comparison.js';
import type { Resource } from '../resources/resource.js';
import { objectKey, textAt } from '../source/object-key.js';
import type { Snapshot } from '../source/snapshot.js';
import { list, resourceText } from './wording.js';

/** What a snapshot brought, and what it leaves open, as sentences for every report; `resources` are those of head. */
export function snapshotNotes(
  snapshot: Snapshot,
  { world, refused }: Comparison,
  resources: readonly Resource[],
): readonly string[] {
  const held = new Set(snapshot.documents.map(objectKey));
  const added = resources.filter(({ fromSnapshot }) => fromSnapshot === true);
  const shared = resources.filter(
    ({ fromSnapshot, document }) => fromSnapshot !== true && held.has(objectKey(document)),
  );
  const left = refused.head.filter(({ document }) => document.isSnapshot === true);
  return [
    `${list(snapshot.files)}${newestText(snapshot)} ${snapshot.files.length === 1 ? 'is' : 'are'} taken for the cluster: ` +
      `${counted(added.length, 'resource', 'resources')} that the repository does not hold ${added.length === 1 ? 'was' : 'were'} added to both sides, ` +
      `and ${counted(shared.length, 'that it holds has', 'that it holds have')} the age and the addresses that the cluster knows`,
    ...missingKinds(world),
    ...left.map(
      invalid =>
        `${resourceText(invalid)} of the snapshot is left out: ${invalid.faults[0]?.message ?? 'not understood'}`,
    ),
  ];
}

/** kubectl does not say when it looked; what it saw was there then. */
function newestText({ documents }: Snapshot): string {
  const times = documents
    .map(({ root }) => textAt(root, ['metadata', 'creationTimestamp']))
    .filter(time => time !== '');
  const newest = times.toSorted().at(-1);
  return newest === undefined ? '' : `, made after ${newest},`;
}

function missingKinds({ hosts, namespaces }: Comparison['world']): readonly string[] {
  const missing = [...(hosts ? [] : ['Service default/kubernetes']), ...(namespaces ? [] : ['Namespace kube-system'])];
  if (missing.length === 0) return [];
  return [
    `the snapshot lacks ${missing.join(' and ')}, which every cluster has, so it is not taken for all there is: what other repositories or controllers add is not known here`,
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
