import type { Resource } from '../resources/resource.js';
import { keyOf, type ResourceChange, type ResourceKey } from './resource-changes.js';
import type { Side } from './side.js';

/** Heads in which some of the changes were never made. */
export interface Counterfactuals {
  /** Head with exactly these changes reverted; equal sets give the same side. */
  without(changes: readonly ResourceChange[]): Side;
}

/** `open` starts a side on resources, as base and head themselves were started. */
export function counterfactuals(
  head: readonly Resource[],
  all: readonly ResourceChange[],
  open: (resources: readonly Resource[]) => Side,
): Counterfactuals {
  const sides = new Map<string, Side>();
  const positions = new Map<ResourceKey, number>(all.map(({ key }, index) => [key, index]));

  return {
    without(changes) {
      const id = changes
        .map(({ key }) => positions.get(key) ?? -1)
        .sort((a, b) => a - b)
        .join(' ');
      const side = sides.get(id) ?? open(revert(head, changes));
      sides.set(id, side);
      return side;
    },
  };
}

function revert(head: readonly Resource[], changes: readonly ResourceChange[]): readonly Resource[] {
  const reverted = new Set(changes.map(({ key }) => key));
  const restored = changes.flatMap(({ base }) => (base === null ? [] : [base]));
  return [...head.filter(resource => !reverted.has(keyOf(resource))), ...restored];
}
