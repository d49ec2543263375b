import type { Mesh } from '../mesh/mesh.js';
import { selects } from '../resources/label.js';
import type { Identity, Labels, Workload } from '../resources/resource.js';
import { callerLabels } from './callers.js';
import { keyOf } from './resource-changes.js';
import { workloadOf, type Group } from './simulation.js';

/** Which groups nobody is of at one side, as far as manifests tell. */
export interface GroupLifetimes {
  /** Whether head brings all who are known to be of it: at base nobody called from there. */
  isCreated(group: Group): boolean;
  /** Whether head labels all anew who were known to be of it: nobody calls from there any more. */
  isEnded(group: Group): boolean;
}

/**
 * Judges the groups of all namespaces, `asked`, by the workloads of both sides.
 *
 * A group is of one side alone where workloads carry its labels there, and on the other side nothing does and no rule
 * looks for them: whoever wrote such a rule knew of pods that the manifests do not hold. A workload of both sides that
 * changes its labels counts where it is asked as a group of its own; one that head deletes may run on, deployed from
 * elsewhere. The group without labels is always of both.
 */
export function groupLifetimes(asked: readonly Group[], base: Mesh, head: Mesh): GroupLifetimes {
  const relabelled = new Set(asked.flatMap(workloadOf));
  const isRelabelled = (pod: Workload) => relabelled.has(keyOf(pod));
  const [before, after] = [knownPods(base), knownPods(head)];
  return {
    isCreated(group) {
      const known = before(group.namespace);
      const names = new Set(known.workloads.map(({ name }) => name));
      const isBrought = (pod: Workload) => !names.has(pod.name) || isRelabelled(pod);
      return !isSought(group, known) && areAll(group, after(group.namespace), isBrought);
    },
    isEnded: group => !isSought(group, after(group.namespace)) && areAll(group, before(group.namespace), isRelabelled),
  };
}

/** What one side tells of the pods of a namespace. */
interface KnownPods {
  readonly workloads: readonly Workload[];
  /** The labels by which rules look for pods there. */
  readonly sought: readonly Labels[];
}

/** Whether something there carries the labels of the group, or looks for them. */
function isSought({ labels }: Group, { sought, workloads }: KnownPods): boolean {
  return [...sought, ...workloads.map(({ podLabels }) => podLabels)].some(known => selects(labels, known));
}

/** Whether there are pods of the group, and all of them are so. */
function areAll({ labels, workload }: Group, known: KnownPods, isSo: (pod: Workload) => boolean): boolean {
  if (workload !== undefined || Object.keys(labels).length === 0) return false;
  const pods = known.workloads.filter(({ podLabels }) => selects(labels, podLabels));
  return pods.length > 0 && pods.every(isSo);
}

function knownPods(mesh: Mesh): (namespace: string) => KnownPods {
  const workloads = byNamespace(mesh.workloads);
  const selecting = byNamespace([...mesh.sidecars, ...mesh.envoyFilters.all]);
  const callersIn = callerLabels([mesh]);
  return namespace => ({
    workloads: workloads.get(namespace) ?? [],
    sought: [
      ...(selecting.get(namespace) ?? []).flatMap(({ workloadSelector }) =>
        workloadSelector === null ? [] : [workloadSelector],
      ),
      ...callersIn(namespace).map(({ labels }) => labels),
    ],
  });
}

function byNamespace<Named extends Identity>(all: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  for (const one of all) {
    const known = found.get(one.namespace);
    if (known === undefined) found.set(one.namespace, [one]);
    else known.push(one);
  }
  return found;
}
