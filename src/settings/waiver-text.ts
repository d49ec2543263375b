import type { Finding, ResourceName } from '../findings/finding.js';
import { threeMonthsAfter } from './calendar.js';
import { writtenName } from './waivers.js';

/** More hosts or namespaces than this nobody reads in a waiver. */
const MOST = 10;

/** What stands where the reason belongs. */
export const placeholder = 'say here who accepts this and why';

/** The lines of YAML that waive a finding once they are among the settings of base; null where nothing can. */
export function waiverText(finding: Finding, today: string): string | null {
  if (finding.rule === 'waiver-unused' || finding.rule === 'waiver-expired') return null;
  const { hosts = [], port, listener, cluster, entry } = finding.subject;
  const namespaces = [...new Set(finding.groups.map(({ namespace }) => namespace))];
  const named = hosts.length > 0 && hosts.length <= MOST;
  const isReachNamed = !finding.reachesOutside && namespaces.length > 0 && namespaces.length <= MOST;
  const resource = named && isReachNamed ? [] : resourceOf(finding);
  const subject = [
    ...(named ? [`hosts: [${hosts.map(scalar).join(', ')}]`] : []),
    ...(port === undefined ? [] : [`port: ${port}`]),
    ...(listener === undefined ? [] : [`listener: ${scalar(listener)}`]),
    ...(cluster === undefined ? [] : [`cluster: ${scalar(cluster)}`]),
    ...(entry === undefined ? [] : [`entry: ${scalar(entry)}`]),
    ...resource.map(name => `resource: ${scalar(writtenName(name))}`),
    ...(isReachNamed ? [`namespaces: [${namespaces.map(scalar).join(', ')}]`] : []),
  ];
  return [
    'waivers:',
    `  - rule: ${finding.rule}`,
    `    subject: { ${subject.join(', ')} }`,
    `    reason: ${placeholder}`,
    `    expires: ${threeMonthsAfter(today)}`,
  ].join('\n');
}

function resourceOf({ subject, causes }: Finding): readonly ResourceName[] {
  return (subject.resources ?? causes).slice(0, 1);
}

/** A plain word of YAML where it is one in every reader, else in quotes, with every character to be seen. */
function scalar(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:y|yes|n|no|true|false|on|off|null)$/i.test(text)
    ? text
    : JSON.stringify(text).replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
