import { namesRevision } from '../mesh/revisions.js';
import type { Resource } from '../resources/resource.js';
import { keyOf, type ResourceChange, type ResourceKey } from './resource-changes.js';
import type { Side } from './side.js';

/** Heads in which some of the changes were never made. */
export interface Counterfactuals {
  /** Head with exactly these changes reverted; equal sets give the same side. */
  without(changes: readonly ResourceChange[]): Side;
  /** Whether that side is there already, or another one is worth its cost: each costs as much as head. */
  isWorthwhile(changes: readonly ResourceChange[]): boolean;
}

/**
 * `open` starts a side on resources, as base and head themselves were started; `relabelled` are the workloads that each
 * side asks by the labels that they have there.
 */
export function counterfactuals(
  head: readonly Resource[],
  all: readonly ResourceChange[],
  base: Side,
  open: (resources: readonly Resource[]) => Side,
  relabelled: ReadonlySet<ResourceKey>,
): Counterfactuals {
  const labelsTell = all.some(isInstallation) || base.simulation.mesh.config.discoverySelectors.length > 0;
  const telling = all.filter(change => relabelled.has(change.key) || isTelling(change, labelsTell));
  const positions = new Map<ResourceKey, number>(telling.map(({ key }, index) => [key, index]));
  // Head without all that it changed is base.
  const sides = new Map<string, Side>([[idOf(telling, positions), base]]);
  const most = Math.max(FEWEST_SIDES, Math.floor(MOST_RESOURCES / head.length));

  return {
    without(changes) {
      const id = idOf(changes, positions);
      const side = sides.get(id) ?? open(revert(head, changes));
      sides.set(id, side);
      return side;
    },
    isWorthwhile: changes => sides.size <= most || sides.has(idOf(changes, positions)),
  };
}

/** However large a mesh is, so many sides are worth a proof. */
const FEWEST_SIDES = 48;

/** So many resources of all sides together are: at 1,000 namespaces about as many sides as that. */
const MOST_RESOURCES = 1_000_000;

/**
 * Workloads and namespaces tell who is asked; what anyone else is told depends only on addresses of Pods, and on the labels by
 * which a namespace chooses its data plane, it or a Pod its revision of Istio, or `discoverySelectors` may choose it.
 */
function isTelling({ base, head }: ResourceChange, labelsTell: boolean): boolean {
  return [base, head].some(resource => {
    if (resource === null) return false;
    if (resource.kind === 'Namespace') return labelsTell || hasChoice(resource);
    return resource.kind !== 'Workload' || resource.address !== null || namesRevision(resource);
  });
}

/** Whether a namespace says what carries the calls of its pods. */
function hasChoice(resource: Resource | null): boolean {
  return Object.keys(resource?.labels ?? {}).some(label => CHOICES.has(label));
}

const CHOICES: ReadonlySet<string> = new Set(['istio.io/rev', 'istio.io/dataplane-mode', 'istio-injection']);

function isInstallation({ base, head }: ResourceChange): boolean {
  return (head ?? base)?.kind === 'Installation';
}

function idOf(changes: readonly ResourceChange[], positions: ReadonlyMap<ResourceKey, number>): string {
  return changes
    .flatMap(({ key }) => positions.get(key) ?? [])
    .sort((a, b) => a - b)
    .join(' ');
}

function revert(head: readonly Resource[], changes: readonly ResourceChange[]): readonly Resource[] {
  const reverted = new Set(changes.map(({ key }) => key));
  const restored = changes.flatMap(({ base }) => (base === null ? [] : [base]));
  return [...head.filter(resource => !reverted.has(keyOf(resource))), ...restored];
}
