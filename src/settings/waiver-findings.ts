import { fingerprint } from '../findings/fingerprint.js';
import type { Finding, Improvement } from '../findings/finding.js';
import type { RuleText } from '../findings/rule.js';
import { waiverExpired } from '../findings/rules/waiver-expired.js';
import { waiverUnused } from '../findings/rules/waiver-unused.js';
import { list } from '../findings/wording.js';
import type { KnownNames } from './known-names.js';
import type { ReviewSettings, Waiver } from './settings.js';
import { covers } from './waivers.js';

/** What the change does to what waivers are about. */
export interface Judged {
  /** Before anything is waived or switched off. */
  readonly findings: readonly Finding[];
  readonly improvements: readonly Improvement[];
  readonly names: KnownNames;
}

/**
 * Findings about the waivers that head leaves in force: those past their date, and those that nothing needs. Those of
 * base that head takes out are nobody's concern any more.
 */
export function waiverFindings({ inForce, atHead, today }: ReviewSettings, judged: Judged): readonly Finding[] {
  const known = new Set(inForce.settings.waivers.map(nameOf));
  return atHead.settings.waivers.flatMap(waiver => {
    const change = known.has(nameOf(waiver)) ? 'unchanged' : 'added';
    if (waiver.expires < today) return [finding(waiverExpired, waiver, change, expiredText(waiver))];
    const why = whyUnused(waiver, judged);
    return why === null ? [] : [finding(waiverUnused, waiver, change, { title: unusedTitle(waiver), message: why })];
  });
}

/** Whether it still waives on that day. */
export function isInTime({ expires }: Waiver, today: string): boolean {
  return today <= expires;
}

function whyUnused(waiver: Waiver, { findings, improvements, names }: Judged): string | null {
  const { resource } = waiver.subject;
  if (findings.some(found => covers(waiver, found))) return null;
  if (resource !== null && names.losesResource(resource)) {
    return `No finding of this change is what it accepts, and the change removes ${resource}, which it names.`;
  }
  const mended = improvements.find(improvement => isUsedUp(waiver, improvement));
  if (mended !== undefined) return `This change mends what it accepts: ${mended.title}.`;
  if (names.holds(waiver.subject)) return null;
  return 'No finding of this change is what it accepts, and neither base nor head holds anything that it names.';
}

/** Whether nothing is left that the waiver could be for: it names no more than what got better. */
function isUsedUp(waiver: Waiver, improvement: Improvement): boolean {
  const { hosts, port, namespaces } = waiver.subject;
  const better = improvement.subject;
  const reached = improvement.groups.map(({ namespace }) => namespace);
  return (
    covers(waiver, improvement) &&
    (better.port === undefined || port !== null) &&
    (better.hosts === undefined || (hosts.length > 0 && hosts.every(host => better.hosts?.includes(host)))) &&
    namespaces.every(namespace => reached.includes(namespace))
  );
}

function expiredText(waiver: Waiver): { title: string; message: string } {
  return {
    title: `The waiver of ${subjectText(waiver)} is past its date`,
    message: `It waived until ${waiver.expires}, and does so no more. Its reason was: "${waiver.reason}".`,
  };
}

function unusedTitle(waiver: Waiver): string {
  return `The waiver of ${subjectText(waiver)} has nothing to waive`;
}

/** What names it among all waivers, and stays when its reason or date is edited. */
function nameOf({ rule, subject }: Waiver): string {
  return `${rule} ${JSON.stringify(subject)}`;
}

function subjectText({
  rule,
  subject: { hosts, port, resource, namespaces, listener, cluster, entry },
}: Waiver): string {
  const about = [
    ...(hosts.length === 0 ? [] : [list(hosts)]),
    ...[resource, listener, cluster, entry].filter(name => name !== null),
    ...(port === null ? [] : [`port ${port}`]),
    ...(namespaces.length === 0 ? [] : [`in ${list(namespaces)}`]),
  ];
  return `${rule} for ${about.join(', ')}`;
}

function finding(
  rule: RuleText,
  waiver: Waiver,
  change: 'added' | 'unchanged',
  { title, message }: { title: string; message: string },
): Finding {
  const { at, excerpt } = waiver;
  const name = { kind: 'Waiver', namespace: '', name: subjectText(waiver) };
  return {
    rule: rule.id,
    severity: 'error',
    fingerprint: fingerprint(rule.id, 'error', [{ ...name, name: nameOf(waiver) }], undefined, null),
    title,
    message,
    fix: rule.fix,
    groups: [],
    reachesOutside: false,
    subject: { waiver: name.name },
    witness: null,
    causes: [{ ...name, change, side: 'head', at, excerpt }],
    proof: 'each',
    suggestion: null,
  };
}
