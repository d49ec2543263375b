import type { Comparison } from './comparison.js';
import type { ResourceChange } from './resource-changes.js';
import type { GroupClass } from './group-classes.js';
import type { Side } from './side.js';

/** Tells whether a side shows again what base showed. */
export type IsAsBase = (side: Side) => boolean;

/**
 * The changed resources that bring a difference about: the one without which it is gone, else the smallest set that
 * we find without which it is gone. Empty only if nothing changed.
 *
 * `hints` are tried first: the resources that the difference names.
 */
export function findCauses(
  { resourceChanges, counterfactuals, base, head }: Comparison,
  groupClass: GroupClass,
  hints: ReadonlySet<string>,
  isAsBase: IsAsBase,
): readonly ResourceChange[] {
  const candidates = relevantChanges(resourceChanges, groupClass, base, head, hints);
  const [only, ...others] = candidates;
  if (only === undefined || others.length === 0) return candidates;

  const single = candidates.find(change => isAsBase(counterfactuals.without([change])));
  if (single !== undefined) return [single];
  if (candidates.length > MOST_CANDIDATES) return candidates;

  // Several together: drop one after the other as long as the rest still suffices.
  let needed: readonly ResourceChange[] = candidates;
  for (const change of [...candidates].reverse()) {
    const rest = needed.filter(other => other !== change);
    if (rest.length > 0 && isAsBase(counterfactuals.without(rest))) needed = rest;
  }
  return needed;
}

/** Beyond this many, finding the smallest set would cost more than it tells. */
const MOST_CANDIDATES = 24;

/** Changes that the group's scope can feel at all, hinted ones first. */
function relevantChanges(
  changes: readonly ResourceChange[],
  { asked }: GroupClass,
  base: Side,
  head: Side,
  hints: ReadonlySet<string>,
): readonly ResourceChange[] {
  const felt = new Set<unknown>();
  for (const side of [base, head]) {
    const { chosen, rivals } = side.simulation.choice(asked);
    for (const sidecar of [chosen, ...rivals]) felt.add(sidecar);
    for (const service of side.configured(asked).services) felt.add(service.resource);
  }
  const relevant = changes.filter(change => felt.has(change.base ?? felt) || felt.has(change.head ?? felt));
  const named = relevant.filter(({ key }) => hints.has(key));
  const rest = relevant.filter(({ key }) => !hints.has(key));
  return relevant.length === 0 ? changes : [...named, ...rest];
}
