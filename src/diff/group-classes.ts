import type { RunningSidecar } from '../envoy/sidecar.js';
import { numbering } from './numbering.js';
import type { Side } from './side.js';
import { groupKey, type Group } from './simulation.js';

/** Groups that are told the same at base and the same at head: one of them is asked for all. */
export interface GroupClass {
  /** The first one: who is asked. */
  readonly asked: Group;
  readonly groups: readonly Group[];
  /** Whether the workloads that no manifest knows are of this class. */
  readonly reachesOutside: boolean;
  /** Whether nobody was of them at base: that tells what they would have had, but nothing ran there. */
  readonly isCreated: boolean;
}

/** What sets a group apart although it is told what others are. */
export interface Standing {
  /** Whether nobody was of it at base. */
  isCreated(group: Group): boolean;
  /** Whether its namespace may be told something else than others when only some changes are made. */
  isContender(namespace: string): boolean;
}

/** Sorts groups into classes; `outside` stands for everyone outside the repository, null where nobody is. */
export function classify(
  groups: readonly Group[],
  outside: Group | null,
  base: Side,
  head: Side,
  { isCreated, isContender }: Standing,
): readonly GroupClass[] {
  const classes = new Map<string, { groups: Group[]; reachesOutside: boolean; isCreated: boolean }>();
  const numberOf = numbering<RunningSidecar>();
  const classOf = (group: Group) => {
    const created = isCreated(group);
    // A relabelled workload moves by a change of its own, which moves nobody else.
    const own = group.workload === undefined ? '' : groupKey(group);
    const apart = isContender(group.namespace) ? group.namespace : '';
    const key = [numberOf(base.sidecar(group)), numberOf(head.sidecar(group)), created, apart, own].join(' ');
    const found = classes.get(key) ?? { groups: [], reachesOutside: false, isCreated: created };
    classes.set(key, found);
    return found;
  };

  for (const group of groups) classOf(group).groups.push(group);
  if (outside !== null) classOf(outside).reachesOutside = true;
  return [...classes.values()].flatMap(found => {
    const asked = found.groups[0] ?? outside;
    return asked === null ? [] : [{ asked, ...found }];
  });
}

/** A class of groups that share a state of their own, whatever else they are told. */
export function classFor(asked: Group, groups: readonly Group[], reachesOutside: boolean): GroupClass {
  return { asked, groups, reachesOutside, isCreated: false };
}
