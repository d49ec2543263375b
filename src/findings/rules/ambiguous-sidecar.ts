import type { GroupClass } from '../../diff/group-classes.js';
import type { Side } from '../../diff/side.js';
import type { Group } from '../../diff/simulation.js';
import { observeState } from '../observation.js';
import type { Rule } from '../rule.js';
import { list } from '../wording.js';

/** Two Sidecars claim the same pods. */
export const ambiguousSidecar: Rule = {
  id: 'ambiguous-sidecar',
  severities: 'error',
  summary: 'Two or more Sidecars govern one group of pods equally.',
  why:
    'Sidecars are never merged: one of them governs alone, and the others have no effect. Which one is decided by ' +
    'age, so a Sidecar that is re-created hands the namespace over to its rival.',
  fix: 'Merge them into one Sidecar, or give each a workloadSelector that selects pods of its own.',

  observe(direction) {
    return direction.comparison.classes.flatMap(groupClass =>
      groupClass.groups.flatMap(group => {
        const rivals = claimants(direction.after, group);
        if (rivals.length < 2 || key(rivals) === key(claimants(direction.before, group))) return [];
        const own: GroupClass = { asked: group, groups: [group], reachesOutside: false };
        return [
          observeState(direction, own, side => key(claimants(side, group)) === key(rivals), {
            severity: 'error',
            ownerHost: null,
            subject: { resources: rivals },
            hints: rivals,
          }),
        ];
      }),
    );
  },

  describe({ subject }) {
    const names = (subject.resources ?? []).map(({ namespace, name }) => `${namespace}/${name}`);
    return {
      title: `Sidecars ${list(names)} govern the same pods`,
      message: `Istio applies the oldest of them and ignores the others; nothing is merged. By what we assume of their age ${names[0]} governs.`,
      fix: ambiguousSidecar.fix,
    };
  },

  gone: ({ subject }) =>
    `Sidecars ${list((subject.resources ?? []).map(({ namespace, name }) => `${namespace}/${name}`))} no longer govern the same pods`,
};

/** Those with an equal claim on the group, the one that governs first. */
function claimants(side: Side, group: Group) {
  const { chosen, rivals } = side.simulation.choice(group);
  if (chosen === null) return [];
  return [chosen, ...rivals].map(({ kind, namespace, name }) => ({ kind, namespace, name }));
}

function key(resources: readonly { readonly namespace: string; readonly name: string }[]): string {
  return resources
    .map(({ namespace, name }) => `${namespace}/${name}`)
    .sort()
    .join(' ');
}
