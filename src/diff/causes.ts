import type { Comparison } from './comparison.js';
import type { GroupClass } from './group-classes.js';
import { relevantChanges } from './relevant-changes.js';
import type { ResourceChange } from './resource-changes.js';
import type { Side } from './side.js';
import { halvedPart, smallestPart, thinnedPart } from './sufficient-parts.js';

/** Tells whether a side shows again what base showed. */
export type IsAsBase = (side: Side) => boolean;

/**
 * How a list of causes is proven. `each`: with any one of them taken back, base's state is back. `together`: with all of
 * them taken back, and with fewer not. `none`: not at all; they are the likeliest.
 */
export type Proof = 'each' | 'together' | 'none';

/** The changed resources that bring a difference about. */
export interface Causes {
  /** Empty only if nothing changed. */
  readonly changes: readonly ResourceChange[];
  readonly proof: Proof;
}

/** Finds what brings the differences of one comparison about. */
export interface CauseSearch {
  /** Changes that a class can feel at all; all of them where it seems to feel none. */
  relevantTo(groupClass: GroupClass): readonly ResourceChange[];
  /**
   * Each change without which a difference is gone, else a smallest set without all of which it is gone. Of more changes
   * than a few: those that halving finds, and a set of which none can be spared.
   *
   * `hints` are tried first: the resources that the difference names, as `kind/namespace/name`.
   */
  find(groupClass: GroupClass, hints: ReadonlySet<string>, isAsBase: IsAsBase): Causes;
}

/** Starts a search; what is relevant to a class is worked out once. */
export function searchCauses(comparison: Comparison): CauseSearch {
  const { counterfactuals, resourceChanges } = comparison;
  const byClass = new Map<GroupClass, readonly ResourceChange[]>();
  const relevantTo = (groupClass: GroupClass) => {
    const relevant = byClass.get(groupClass) ?? relevantChanges(comparison, groupClass);
    byClass.set(groupClass, relevant);
    return relevant;
  };
  return {
    relevantTo,
    find(groupClass, hints, isAsBase) {
      const trial = {
        undoes: (changes: Changes) => isAsBase(counterfactuals.without(changes)),
        isWorthwhile: (changes: Changes) => counterfactuals.isWorthwhile(changes),
      };
      const relevant = relevantTo(groupClass);
      // Rarely a change matters that neither side's scope shows: only without another one would it be felt.
      const isTaken = relevant.length > FEW && !trial.isWorthwhile(relevant);
      const suffices = isTaken || relevant.length === resourceChanges.length || trial.undoes(relevant);
      const candidates = suffices ? relevant : resourceChanges;
      const named = candidates.filter(({ key }) => hints.has(key));
      return candidates.length <= FEW ? amongFew(candidates, named, trial) : amongMany(candidates, named, trial);
    },
  };
}

type Changes = readonly ResourceChange[];

/** What can be tried: a side without some changes. */
interface Trial {
  /** Whether base's state is back without them. */
  undoes(changes: Changes): boolean;
  /** Whether to try that costs nothing, or is worth its cost. */
  isWorthwhile(changes: Changes): boolean;
}

/** So many changes are all tried, one by one. */
const FEW = 24;

/** All pairs of these, and all triples of half as many. */
const MOST_PARTS = 300;

function amongFew(candidates: Changes, named: Changes, trial: Trial): Causes {
  const alone = namedFirst(candidates, named).filter(change => trial.undoes([change]));
  if (alone.length > 0) return { changes: alone, proof: 'each' };
  if (!trial.undoes(candidates)) return { changes: candidates, proof: 'none' };
  const known = thinnedPart(namedFirst(candidates, named), trial.undoes);
  const isEnough = (part: Changes) => trial.isWorthwhile(part) && trial.undoes(part);
  return { changes: smallestPart(candidates, known, isEnough, { from: 2, most: MOST_PARTS }), proof: 'together' };
}

function namedFirst(changes: Changes, named: Changes): Changes {
  return [...named, ...changes.filter(change => !named.includes(change))];
}

/** Halves the changes rather than to try each, and tries no more than is worth its cost: what is not tried counts as not enough. */
function amongMany(candidates: Changes, named: Changes, { undoes, isWorthwhile }: Trial): Causes {
  const isEnough = (part: Changes) => isWorthwhile(part) && undoes(part);
  // Nothing names what governs everything.
  const governing = candidates.filter(isGoverning);
  const one = [...named, ...governing].find(change => isEnough([change]));
  if (one !== undefined) return { changes: withEquals(one, candidates, isEnough), proof: 'each' };

  const part = halvedPart(candidates, isEnough);
  if (part.length <= FEW && isEnough(part)) {
    const [only, ...others] = part;
    if (only !== undefined && others.length === 0) {
      return { changes: withEquals(only, candidates, isEnough), proof: 'each' };
    }
    const withoutOne = part.map(spared => part.filter(change => change !== spared));
    if (withoutOne.every(rest => isWorthwhile(rest) && !undoes(rest))) return { changes: part, proof: 'together' };
  }
  return { changes: named.length > 0 ? named : part, proof: 'none' };
}

/** Whether it is of what governs everything, and not of one behaviour among dozens. */
function isGoverning({ base, head }: ResourceChange): boolean {
  const resource = head ?? base;
  return resource?.kind === 'Installation' && resource.behaviour === undefined;
}

/** The change and others that are enough alone as well: as long as what is left is enough, there is one more. */
function withEquals(one: ResourceChange, candidates: Changes, isEnough: (part: Changes) => boolean): Changes {
  const alone = [one];
  while (alone.length < FEW) {
    const rest = candidates.filter(change => !alone.includes(change));
    const part = rest.length > 0 && isEnough(rest) ? halvedPart(rest, isEnough) : [];
    if (part.length !== 1 || !isEnough(part)) break;
    alone.push(...part);
  }
  return alone;
}
