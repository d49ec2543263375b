import type { IsAsBase } from '../diff/causes.js';
import type { ChangedCall } from '../diff/changed-calls.js';
import type { GroupClass } from '../diff/group-classes.js';
import type { ResourceChange } from '../diff/resource-changes.js';
import type { Side } from '../diff/side.js';
import { apparent, sameVerdict, type Owner } from '../envoy/verdict.js';
import type { CauseSource } from './cause-source.js';
import type { Direction } from './direction.js';
import type { Severity, Subject } from './finding.js';

/** What a rule saw for one class of groups, before observations of one cause become one finding. */
export interface Observation {
  readonly severity: Severity;
  readonly groupClass: GroupClass;
  readonly subject: Subject;
  /** The host that keeps findings apart where the subject is one owner or capturer; else null. */
  readonly ownerHost: string | null;
  /** The changed call that shows it; null where a state does. */
  readonly change: ChangedCall | null;
  /** Whether it is about that call; one that shows a state only illustrates it. */
  readonly isOfCall: boolean;
  /** Resources that the observation is about, as `kind/namespace/name`: tried first as causes. */
  readonly hints: ReadonlySet<string>;
  readonly isAsBase: IsAsBase;
  /** Causes that need no search. */
  readonly knownCauses: readonly CauseSource[] | null;
  /** Why it is not certain; empty where it is. */
  readonly doubts: readonly string[];
  /** A better place for one of the causes than what was edited first; null where there is none. */
  pointAt(change: ResourceChange): CauseSource | null;
}

type Seen = Pick<Observation, 'severity' | 'subject' | 'ownerHost'> & { readonly hints?: readonly (Owner | null)[] };

/** A changed call that a rule claims. */
export function observeCall({ isForward }: Direction, change: ChangedCall, seen: Seen): Observation {
  const { groupClass, question, before, after } = change;
  const atBase = isForward ? before : after;
  return {
    ...seen,
    groupClass,
    change,
    isOfCall: true,
    hints: hintsOf([...(seen.hints ?? []), after.owner, before.owner]),
    isAsBase: side => sameVerdict(apparent(side.ask(groupClass.asked, question)), atBase),
    knownCauses: null,
    doubts: [],
    pointAt: () => null,
  };
}

/** A state of the class that holds after and not before. */
export function observeState(
  { isForward }: Direction,
  groupClass: GroupClass,
  holds: (side: Side) => boolean,
  seen: Seen & Partial<Pick<Observation, 'change' | 'knownCauses' | 'pointAt'>>,
): Observation {
  return {
    ...seen,
    groupClass,
    change: seen.change ?? null,
    isOfCall: false,
    hints: hintsOf(seen.hints ?? []),
    isAsBase: side => holds(side) !== isForward,
    knownCauses: seen.knownCauses ?? null,
    doubts: [],
    pointAt: seen.pointAt ?? (() => null),
  };
}

function hintsOf(owners: readonly (Owner | null)[]): ReadonlySet<string> {
  return new Set(owners.flatMap(owner => (owner === null ? [] : [`${owner.kind}/${owner.namespace}/${owner.name}`])));
}
