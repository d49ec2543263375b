import type { RunningSidecar } from '../envoy/sidecar.js';
import type { Side } from './side.js';
import type { Group } from './simulation.js';

/** Groups that are told the same at base and the same at head: one of them is asked for all. */
export interface GroupClass {
  /** The first one: who is asked. */
  readonly asked: Group;
  readonly groups: readonly Group[];
  /** Whether the workloads that no manifest knows are of this class. */
  readonly reachesOutside: boolean;
}

/** Sorts groups into classes; `outside` stands for everyone outside the repository. */
export function classify(groups: readonly Group[], outside: Group, base: Side, head: Side): readonly GroupClass[] {
  const classes = new Map<RunningSidecar, Map<RunningSidecar, { groups: Group[]; reachesOutside: boolean }>>();
  const classOf = (group: Group) => {
    const before = base.sidecar(group);
    const after = head.sidecar(group);
    const byHead = classes.get(before) ?? new Map<RunningSidecar, { groups: Group[]; reachesOutside: boolean }>();
    classes.set(before, byHead);
    const found = byHead.get(after) ?? { groups: [], reachesOutside: false };
    byHead.set(after, found);
    return found;
  };

  for (const group of groups) classOf(group).groups.push(group);
  classOf(outside).reachesOutside = true;

  return [...classes.values()]
    .flatMap(byHead => [...byHead.values()])
    .map(({ groups: members, reachesOutside }) => ({ asked: members[0] ?? outside, groups: members, reachesOutside }));
}
