import type { ChangedCall } from '../diff/changed-calls.js';
import type { HostInUse, KnownTraffic } from '../diff/known-traffic.js';
import type { Finding, Severity } from '../findings/finding.js';
import { severities } from '../findings/importance.js';
import { list } from '../findings/wording.js';
import { parseAddress } from '../resources/ip-address.js';
import type { SeveritySetting } from './settings.js';
import { isMeant } from './wildcard.js';

/** A finding with the severity that settings give it, and null instead where they do not want to hear of it. */
export interface Weighed {
  readonly finding: Finding;
  readonly severity: Severity | 'off';
  /** Why it is not the rule's own, as a sentence; null where it is. */
  readonly why: string | null;
}

/**
 * Weighs a finding by what is known of traffic: a warning about calls that production makes is an error; where
 * everything that production calls is known and nothing of it is among the calls, each severity is one less. A notice
 * stays one: it tells of what is meant, or of what is not known.
 *
 * `calls`: the changed calls that it was seen by; none where a state shows it, which concerns all calls on its port.
 */
export function weighByTraffic(finding: Finding, calls: readonly ChangedCall[], traffic: KnownTraffic): Weighed {
  const { severity } = finding;
  const used = calls.length > 0 ? calls.flatMap(call => traffic.behind(call)) : usedBy(finding, traffic);
  if (used.length > 0 && severity === 'warning') {
    return { finding, severity: 'error', why: `It is an error and not a warning, for ${trafficText(used)}.` };
  }
  const less = severities[severities.indexOf(severity) + 1];
  if (less === undefined || !traffic.isComplete || used.length > 0) return { finding, severity, why: null };
  const isUnused = isAboutTraffic(finding, calls, traffic) && !mayBeUsed(finding, calls, traffic);
  if (!traffic.knows(finding.groups) || !isUnused) return { finding, severity, why: null };
  const why = `It is a ${less} and not ${article(severity)}, for none of these calls is among the hosts in use, which are said to be complete.`;
  return { finding, severity: less, why };
}

/** Of a state: what production calls of the hosts that it is about. */
function usedBy(finding: Finding, traffic: KnownTraffic): readonly HostInUse[] {
  const { hosts = [], port } = finding.subject;
  return reached(finding, traffic).filter(used => used.port === port && hosts.some(host => isMeant(host, used.host)));
}

/** Whether it is about calls at all, and if a state shows it, about a port on which nobody there calls anything. */
function isAboutTraffic(finding: Finding, calls: readonly ChangedCall[], traffic: KnownTraffic): boolean {
  const { port } = finding.subject;
  if (calls.length > 0) return true;
  return port !== undefined && !reached(finding, traffic).some(used => used.port === port);
}

/** Whether a row may be one of the calls by another name of it: an address, or the first labels of the host. */
function mayBeUsed({ subject, groups, reachesOutside }: Finding, calls: readonly ChangedCall[], traffic: KnownTraffic) {
  const places = [
    ...calls.map(({ question: { host, port } }) => ({ host, port })),
    ...(subject.hosts ?? []).map(host => ({ host, port: subject.port })),
  ];
  return traffic.of({ groups, reachesOutside }).some(used => {
    const isAddress = parseAddress(used.host) !== null;
    return places.some(
      ({ host, port }) => (port ?? used.port) === used.port && (isAddress || host?.startsWith(`${used.host}.`)),
    );
  });
}

function reached({ groups, reachesOutside }: Finding, traffic: KnownTraffic): readonly HostInUse[] {
  return traffic.of({ groups, reachesOutside });
}

function trafficText(used: readonly HostInUse[]): string {
  const places = [...new Set(used.map(({ host, port }) => `${host}:${port}`))];
  const namespaces = [...new Set(used.map(({ namespace }) => namespace))];
  return `${list(places)} ${places.length === 1 ? 'is' : 'are'} in use in ${list(namespaces)}`;
}

/**
 * The severity that the settings say: for each namespace that is reached the last setting that means it, and of these
 * the worst, so that no setting for a sandbox hides what else happens.
 */
export function setSeverity(weighed: Weighed, settings: readonly SeveritySetting[]): Weighed {
  const { finding } = weighed;
  const ofRule = settings.filter(({ rule }) => rule === finding.rule);
  if (ofRule.length === 0) return weighed;
  const names: readonly (string | null)[] = [
    ...new Set(finding.groups.map(({ namespace }) => namespace)),
    ...(finding.reachesOutside || finding.groups.length === 0 ? [null] : []),
  ];
  const order: readonly (Severity | 'off')[] = [...severities, 'off'];
  const [worst] = names
    .map(name => ofRule.findLast(setting => isFor(setting, name)) ?? null)
    .map(setting => ({ setting, severity: setting?.severity ?? weighed.severity }))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  if (worst === undefined || worst.setting === null) return weighed;
  const { at, severity } = worst.setting;
  if (severity === finding.severity) return { finding, severity, why: null };
  const why = `It would be ${article(finding.severity)}, but \`${at.file}:${at.line}\` sets it to ${severity}.`;
  return { finding, severity, why };
}

/** `null` stands for namespaces without a name: those outside the repository. */
function isFor({ namespaces }: SeveritySetting, name: string | null): boolean {
  if (namespaces === null) return true;
  return namespaces.some(pattern => (name === null ? pattern === '*' : isMeant(pattern, name)));
}

function article(severity: Severity): string {
  return severity === 'error' ? 'an error' : `a ${severity}`;
}
