import type { GroupName } from '../findings/finding.js';
import type { Sidecar } from '../resources/resource.js';
import type { SidecarChoice } from '../scope/select-sidecar.js';
import { sentenceList } from './counts.js';
import { namePlain } from './names.js';
import { groupWords } from './reach.js';

/** Which Sidecar governs a workload and why, and which others might; sentences without a final stop. */
export function sidecarChoiceText({ chosen, rivals }: SidecarChoice, group: GroupName): readonly string[] {
  const who = groupWords(group, namePlain);
  if (chosen === null) return [`no Sidecar governs ${who}: it sees every service that is exported to it`];
  return [
    `Sidecar ${nameOf(chosen)} governs ${who}: ${reason(chosen, group)}`,
    ...(rivals.length === 0 ? [] : [contest(rivals)]),
  ];
}

function reason({ namespace, workloadSelector }: Sidecar, group: GroupName): string {
  if (namespace !== group.namespace) return 'it is in the root namespace, and none of its own applies';
  if (workloadSelector === null) return 'it has no workloadSelector, so it holds for the whole namespace';
  const labels = Object.entries(workloadSelector).map(([key, value]) => `${key}=${value}`);
  return labels.length === 0
    ? 'its workloadSelector is empty, so it matches every pod'
    : `its workloadSelector ${namePlain(labels.join(','))} matches`;
}

function contest(rivals: readonly Sidecar[]): string {
  const claim = rivals.length === 1 ? 'claims' : 'claim';
  return (
    `${sentenceList(rivals.map(nameOf))} ${claim} it as well: Istio takes the oldest, ` +
    'and where manifests have no creationTimestamp the first by name stands in for it'
  );
}

function nameOf({ namespace, name }: Sidecar): string {
  return namePlain(`${namespace}/${name}`);
}
