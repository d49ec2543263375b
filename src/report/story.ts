import { groupKey } from '../diff/simulation.js';
import { rules } from '../findings/catalogue.js';
import type { Finding, GroupName, Severity } from '../findings/finding.js';
import { fingerprintsAt } from '../findings/fingerprint.js';
import { sharedSubject } from '../findings/shared-subject.js';
import { usualKind } from '../findings/witness.js';
import { portsText } from '../findings/wording.js';

/**
 * Findings that a reader is told at once: one comment, one block in a terminal, one row of the summary.
 *
 * A finding is as small as a waiver can accept: one rule, cause, severity and port. A reader has two minutes and wants
 * one story a cause: a Sidecar that hides a namespace's hosts is no other mistake on each port, three entries that
 * contest one place are one contest, and a new listener is how its entry comes to take what is not its own. JSON, counts
 * and fingerprints remain those of the findings.
 */
export interface Story {
  /** The most telling finding, with the title, the reach and the fix of all of its rule. */
  readonly told: Finding;
  /** The others, most telling first; those that only say how the first comes about are last. */
  readonly others: readonly Finding[];
}

/** Puts together what is one story; stories are in the order of the first finding of each. */
export function storiesOf(findings: readonly Finding[]): readonly Story[] {
  const captures = findings.filter(({ rule }) => rule === 'traffic-captured');
  const byPlot = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const plot = plotOf(captures.find(capture => isListenerOf(finding, capture)) ?? finding);
    const known = byPlot.get(plot);
    if (known === undefined) byPlot.set(plot, [finding]);
    else known.push(finding);
  }
  return [...byPlot.values()].map(storyOf);
}

/** These findings as one story. */
export function storyOf(findings: readonly [Finding, ...Finding[]]): Story {
  const [lead, ...others] = findings.toSorted((a, b) => remoteness(a) - remoteness(b));
  if (lead === undefined) throw new Error('a story of nothing');
  if (others.length === 0) return { told: lead, others };
  const alike = [lead, ...others].filter(({ rule }) => rule === lead.rule);
  const told = {
    ...lead,
    title: titleOf(alike, lead),
    fix: fixOf(alike, lead),
    groups: groupsOf(findings),
    reachesOutside: findings.some(({ reachesOutside }) => reachesOutside),
  };
  return { told, others };
}

/** Each finding of a story as it is. */
export function fingerprintsOf({ told, others }: Story): readonly string[] {
  return [told, ...others].map(({ fingerprint }) => fingerprint);
}

/** Whether one of the findings that a story is about is among these; one that only says how is not enough. */
export function isKnownBy(story: Story, fingerprints: ReadonlySet<string>): boolean {
  return alikeOf(story).some(({ fingerprint }) => fingerprints.has(fingerprint));
}

/** The fingerprints that those findings have at these severities. */
export function fingerprintsWhile(among: readonly Severity[], story: Story): ReadonlySet<string> {
  return new Set(alikeOf(story).flatMap(finding => fingerprintsAt(among, finding)));
}

/** The findings that a story is about. */
function alikeOf({ told, others }: Story): readonly Finding[] {
  return [told, ...others].filter(({ rule }) => rule === told.rule);
}

/** What findings of one story have in common: all but their ports and hosts, or all but the rivals of one winner. */
function plotOf({ rule, severity, causes, behaviours = [], suggestion, subject }: Finding): string {
  const [winner] = subject.resources ?? [];
  const about =
    rule === 'ambiguous-winner' && winner !== undefined
      ? winner
      : [placesOf(causes), behaviours.map(({ name }) => name)];
  // What another edit mends is another story, so that the one that is shown mends all.
  return JSON.stringify([rule, severity, about, suggestion]);
}

/** Whether it is the listener through which the capture happens: of one cause, line, port and host, and no worse. */
function isListenerOf(finding: Finding, capture: Finding): boolean {
  const { rule, severity, causes, subject } = finding;
  return (
    rule === 'wildcard-listener-added' &&
    (capture.severity === 'error' || severity !== 'error') &&
    subject.port === capture.subject.port &&
    (subject.hosts ?? []).some(host => capture.subject.hosts?.includes(host)) &&
    placesOf(causes) === placesOf(capture.causes)
  );
}

function placesOf(causes: Finding['causes']): string {
  const places = causes.map(({ kind, namespace, name, side, at }) =>
    [kind, namespace, name, side, at.file, at.line, at.endLine].join(' '),
  );
  return places.sort().join('\n');
}

/** How far a finding is from what everyone understands: a call that people make on a port that they know. */
function remoteness({ rule, witness }: Finding): number {
  if (rule === 'wildcard-listener-added') return 3;
  if (witness === null) return 2;
  return witness.call.kind === usualKind(witness.call.port) ? 0 : 1;
}

function titleOf(alike: readonly Finding[], { rule, title, subject }: Finding): string {
  if (alike.length === 1) return title;
  const about = sharedSubject(alike.map(finding => finding.subject));
  const words = rules.find(({ id }) => id === rule)?.titleOfAll?.(about);
  if (words !== undefined) return words;
  const otherPorts = about.ports.filter(port => port !== subject.port);
  const isSameElsewhere = otherPorts.length === alike.length - 1 && about.hosts.length === (subject.hosts ?? []).length;
  return `${title}, and ${isSameElsewhere ? `likewise on ${portsText(otherPorts)}` : `${alike.length - 1} more like it`}`;
}

function fixOf(alike: readonly Finding[], { fix }: Finding): string {
  return alike.every(finding => finding.fix === fix) ? fix : `${fix} Likewise for the others.`;
}

function groupsOf(findings: readonly Finding[]): readonly GroupName[] {
  const groups = new Map(findings.flatMap(finding => finding.groups).map(group => [groupKey(group), group]));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
