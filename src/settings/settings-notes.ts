import type { Finding } from '../findings/finding.js';
import { list } from '../findings/wording.js';
import type { ReviewSettings, SettingsFile, StatedIstio } from './settings.js';
import type { Weighed } from './severity.js';
import { covers } from './waivers.js';

/** What the settings did, for those who read the report: `off` was not to be told, `findings` were not waived. */
export function settingsNotes(
  { inForce, atHead }: ReviewSettings,
  { off, findings }: { readonly off: readonly Weighed[]; readonly findings: readonly Finding[] },
): readonly string[] {
  const isChanged = inForce !== atHead && textOf(inForce) !== textOf(atHead);
  return [
    ...(inForce.path === null
      ? []
      : [`the review goes by the settings of '${inForce.path}'${inForce === atHead ? '' : ' at base'}`]),
    ...offNotes(off, inForce.path),
    ...(isChanged ? changedNotes({ inForce, atHead }, findings) : []),
  ];
}

/** All but the MeshConfig, a change of which is reviewed as one of the mesh. */
function textOf({ path, settings, problems }: SettingsFile): string {
  return JSON.stringify({ path, settings, problems });
}

function offNotes(off: readonly Weighed[], path: string | null): readonly string[] {
  if (off.length === 0) return [];
  const rules = list([...new Set(off.map(({ finding }) => finding.rule))]);
  const count = off.length === 1 ? '1 finding is' : `${off.length} findings are`;
  return [`${count} not reported, because '${path}' switches off ${rules}`];
}

function changedNotes(
  { inForce, atHead }: Pick<ReviewSettings, 'inForce' | 'atHead'>,
  findings: readonly Finding[],
): readonly string[] {
  const path = atHead.path ?? inForce.path;
  const faults = inForce.problems.length;
  const would = findings.filter(finding => atHead.settings.waivers.some(waiver => covers(waiver, finding))).length;
  const mended =
    faults === 0 ? '' : `; ${faults === 1 ? '1 fault' : `${faults} faults`} of them at base, which did not count`;
  const waivers =
    would === 0
      ? ''
      : `: ${would === 1 ? '1 finding' : `${would} findings`} would be waived, so merge the waiver first, in a pull request of its own`;
  return [
    `head changes the settings '${path}', and those of head count once they are merged${mended}${waivers}`,
    ...istioNotes(inForce.settings.istio, atHead.settings.istio),
  ];
}

/** Settings say which Istio runs; what another one does is a matter of its own. */
function istioNotes(base: StatedIstio, head: StatedIstio): readonly string[] {
  const [before, after] = [base, head].map(({ version, flags }) =>
    JSON.stringify([version, Object.entries(flags).sort()]),
  );
  if (before === after) return [];
  const [from, to] = [base, head].map(({ version }) => version ?? 'V');
  return [
    `head's settings say that another Istio runs, or with other feature flags, which is not reviewed here: 'egress-review upgrade --from ${from} --to ${to}' says what that does`,
  ];
}
