import type { Finding } from '../findings/finding.js';
import { threeMonthsAfter } from './calendar.js';
import { isResourceName, writtenName } from './waivers.js';
import { isPattern } from './wildcard.js';

/** More hosts or namespaces than this nobody reads in a waiver. */
const MOST = 10;

/** A longer waiver is made of names that nobody would copy. */
const LONGEST = 2_000;

/** What stands where the reason belongs: no waiver that somebody has written reads so. */
export const placeholder = 'say here who accepts this and why';

/** The lines of YAML that waive a finding once they are among the settings of base; null where nothing can. */
export function waiverText(finding: Finding, today: string): string | null {
  if (finding.rule === 'waiver-unused' || finding.rule === 'waiver-expired') return null;
  const subject = subjectOf(finding);
  if (subject.length === 0) return null;
  const text = [
    'waivers:',
    `  - rule: ${finding.rule}`,
    `    subject: { ${subject.join(', ')} }`,
    `    reason: ${placeholder}`,
    `    expires: ${threeMonthsAfter(today)}`,
  ].join('\n');
  return text.length > LONGEST ? null : text;
}

/** What the finding is about, as narrow as settings can say; where names are left out, with its resource. */
function subjectOf(finding: Finding): readonly string[] {
  const { hosts = [], port, listener, cluster, entry } = finding.subject;
  const namespaces = [...new Set(finding.groups.map(({ namespace }) => namespace))];
  const areHostsNamed = areNameable(hosts);
  const isReachNamed = !finding.reachesOutside && areNameable(namespaces);
  const texts = Object.entries({ listener, cluster, entry }).filter(([, name]) => (name ?? '').trim() !== '');
  return [
    ...(areHostsNamed ? [`hosts: ${names(hosts)}`] : []),
    ...(port === undefined ? [] : [`port: ${port}`]),
    ...texts.map(([key, name = '']) => `${key}: ${scalar(name)}`),
    ...(areHostsNamed && isReachNamed ? [] : resourceOf(finding).map(name => `resource: ${scalar(name)}`)),
    ...(isReachNamed ? [`namespaces: ${names(namespaces)}`] : []),
  ];
}

function areNameable(all: readonly string[]): boolean {
  return all.length > 0 && all.length <= MOST && all.every(isPattern);
}

function names(all: readonly string[]): string {
  return `[${all.map(scalar).join(', ')}]`;
}

function resourceOf({ subject, causes }: Finding): readonly string[] {
  const [first, ...others] = subject.resources ?? causes;
  // Of several causes none stands for all.
  if (first === undefined || (subject.resources === undefined && others.length > 0)) return [];
  return [writtenName(first)].filter(isResourceName);
}

/** A plain word of YAML where it is one in every reader, else in quotes, with every character to be seen. */
function scalar(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:y|yes|n|no|true|false|on|off|null)$/i.test(text)
    ? text
    : JSON.stringify(text).replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
