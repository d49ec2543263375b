import { outsideGroup } from '../../diff/groups.js';
import { classFor } from '../../diff/group-classes.js';
import type { Side } from '../../diff/side.js';
import type { Group } from '../../diff/simulation.js';
import { ownerOf } from '../../envoy/verdict.js';
import { isOrderAssumed } from '../../mesh/age.js';
import type { Sidecar } from '../../resources/resource.js';
import type { Direction } from '../direction.js';
import { documents, yaml } from '../example.js';
import type { ResourceName } from '../finding.js';
import { observeState, type Observation } from '../observation.js';
import type { Rule, Seen } from '../rule.js';
import { list, nameText, originText } from '../wording.js';

const standing = yaml`
  apiVersion: networking.istio.io/v1
  kind: Sidecar
  metadata:
    name: default
    namespace: shop
  spec:
    egress:
      - hosts: ["./*", "partners/*"]
`;

/** Two Sidecars claim the same pods. */
export const ambiguousSidecar: Rule = {
  id: 'ambiguous-sidecar',
  severities: 'error',
  summary: 'Two or more Sidecars govern one group of pods equally.',
  why:
    'Sidecars are never merged: one of them governs alone, and the others have no effect. Which one is decided by ' +
    'age, so a Sidecar that is re-created hands the namespace over to its rival.',
  fix: 'Merge them into one Sidecar, or give each a workloadSelector that selects pods of its own.',
  example: {
    base: standing,
    head: documents(
      standing,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: batch
          namespace: shop
        spec:
          egress:
            - hosts: ["./*"]
      `,
    ),
    silent: documents(
      standing,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: batch
          namespace: shop
        spec:
          workloadSelector:
            labels: { app: batch }
          egress:
            - hosts: ["./*"]
      `,
    ),
  },

  observe: direction =>
    direction.classes.flatMap(({ groups, reachesOutside }) => [
      ...groups.flatMap(group => observation(direction, group, false)),
      ...(reachesOutside ? observation(direction, outsideGroup, true) : []),
    ]),

  describe(seen) {
    const [winner, ...losers] = (seen.subject.resources ?? []).map(sidecarText);
    const others = list(losers);
    return {
      title: `Sidecars ${list([winner ?? '', ...losers])} govern the same pods`,
      message:
        `Sidecars are never merged: the one that was created first governs alone. ` +
        (isDated(seen)
          ? `That is ${winner}, so ${others} has no effect.`
          : `Manifests do not say which that is; we take ${winner} for it. Where ${others} was created first, that governs instead.`),
      fix: ambiguousSidecar.fix,
    };
  },

  gone: ({ subject }) =>
    `Sidecars ${list((subject.resources ?? []).map(({ namespace, name }) => `${namespace}/${name}`))} no longer govern the same pods`,
};

function sidecarText(sidecar: ResourceName): string {
  return `${nameText(sidecar)}${originText(sidecar)}`;
}

function observation(direction: Direction, group: Group, isOutside: boolean): readonly Observation[] {
  const rivals = claimants(direction.after, group);
  if (rivals.length < 2 || key(rivals) === key(claimants(direction.before, group))) return [];
  const resources = rivals.map(ownerOf);
  return [
    observeState(
      direction,
      classFor(group, isOutside ? [] : [group], isOutside),
      side => key(claimants(side, group)) === key(rivals),
      { severity: 'error', ownerHost: null, subject: { resources }, hints: resources },
    ),
  ];
}

/** Those with an equal claim on the group, the one that governs first. */
function claimants(side: Side, group: Group): readonly Sidecar[] {
  const { chosen, rivals } = side.simulation.choice(group);
  return chosen === null ? [] : [chosen, ...rivals];
}

function key(resources: readonly ResourceName[]): string {
  return resources
    .map(({ namespace, name }) => `${namespace}/${name}`)
    .sort()
    .join(' ');
}

/** Whether it is known that the first of them was created first. */
function isDated({ after, groupClass }: Seen): boolean {
  const { ageOf } = after.simulation.mesh;
  const [winner, ...losers] = claimants(after, groupClass.asked).map(ageOf);
  return winner !== undefined && losers.every(loser => !isOrderAssumed(winner, loser));
}
