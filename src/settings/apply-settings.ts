import type { Comparison } from '../diff/comparison.js';
import type { Finding, WaivedFinding } from '../findings/finding.js';
import { byImportance } from '../findings/importance.js';
import type { Inspection } from '../findings/inspect.js';
import type { Resource } from '../resources/resource.js';
import type { Problem } from '../source/problem.js';
import { knownNames } from './known-names.js';
import { settingsNotes } from './settings-notes.js';
import type { ReviewSettings, Waiver } from './settings.js';
import { setSeverity, weighByTraffic, type Weighed } from './severity.js';
import { isInTime, waiverFindings } from './waiver-findings.js';
import { waiverText } from './waiver-text.js';
import { covers } from './waivers.js';

/** What is left of an inspection once settings have had their say. */
export interface Applied {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** Faults of the settings that the change has to answer for. */
  readonly problems: readonly Problem[];
  /** Sentences: which settings counted, and what they kept from being told. */
  readonly assumptions: readonly string[];
}

/** What settings are applied to. */
export interface Reviewed {
  readonly comparison: Comparison;
  readonly inspection: Inspection;
  readonly resources: { readonly base: readonly Resource[]; readonly head: readonly Resource[] };
}

/**
 * Weighs, waives and switches off findings as the settings say, and judges the waivers themselves. Fingerprints stay:
 * they are over the rule's own severity.
 */
export function applySettings(settings: ReviewSettings, { comparison, inspection, resources }: Reviewed): Applied {
  const { inForce, today } = settings;
  const names = knownNames(comparison, resources);
  const judged = { ...inspection, names };
  const weighed = [
    ...inspection.findings.map(found => weighByTraffic(found, inspection.calls.get(found) ?? [], comparison.traffic)),
    ...waiverFindings(settings, judged).map(finding => ({ finding, severity: finding.severity, why: null })),
  ].map(found => setSeverity(found, inForce.settings.severities));

  const waivers = inForce.settings.waivers.filter(waiver => isInTime(waiver, today));
  const findings: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const { finding, severity, why } of weighed) {
    if (severity === 'off') continue;
    const told = worded({ finding, severity, why }, today);
    const waiver = waivers.find(each => covers(each, finding));
    if (waiver === undefined) findings.push(told);
    else waived.push({ ...told, waivedBy: waivedBy(waiver) });
  }
  return {
    findings: findings.sort(byImportance),
    waived: waived.sort(byImportance),
    problems: problemsOf(settings),
    assumptions: settingsNotes(settings, { off: weighed.filter(({ severity }) => severity === 'off'), findings }),
  };
}

/** Whoever did not touch the settings has to know that it is not his change that is wrong. */
function problemsOf({ inForce, atHead }: ReviewSettings): readonly Problem[] {
  if (inForce === atHead) return atHead.problems;
  const nameOf = ({ message, at }: Problem) => JSON.stringify([message, at?.file]);
  const known = new Set(inForce.problems.map(nameOf));
  return atHead.problems.map(problem =>
    known.has(nameOf(problem))
      ? { ...problem, message: `${problem.message}; it is so at base: correct it in a pull request of its own` }
      : problem,
  );
}

/** The finding as it is reported, with the waiver that would accept it. */
function worded(
  { finding, severity, why }: Weighed & { readonly severity: Finding['severity'] },
  today: string,
): Finding {
  const waiver = waiverText(finding, today);
  return {
    ...finding,
    severity,
    message: why === null ? finding.message : `${finding.message} ${why}`,
    ...(waiver !== null && { waiver }),
  };
}

function waivedBy({ reason, expires, at }: Waiver): string {
  return `${reason} (until ${expires}, ${at.file}:${at.line})`;
}
