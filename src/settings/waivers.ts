import type { Finding, Improvement, ResourceName } from '../findings/finding.js';
import { nameText } from '../findings/wording.js';
import type { Waiver } from './settings.js';
import { isMeant } from './wildcard.js';

/**
 * Whether a waiver is about all of a finding: what it names is what the finding is about, and it names every host and
 * every namespace that is reached, or none. What it does not cover as a whole it does not waive.
 */
export function covers({ rule, subject }: Waiver, finding: Finding | Improvement): boolean {
  const { hosts, port, resource, namespaces, listener, cluster, entry } = subject;
  const about = finding.subject;
  const isNamed = (pattern: string | null, name: string | number | undefined) =>
    pattern === null || pattern === String(name ?? '');
  return (
    rule === finding.rule &&
    (hosts.length === 0 || coversAll(hosts, about.hosts ?? [])) &&
    (port === null || port === about.port) &&
    isNamed(listener, about.listener) &&
    isNamed(cluster, about.cluster) &&
    isNamed(entry, about.entry) &&
    (resource === null || isAbout(resource, finding)) &&
    (namespaces.length === 0 || coversReach(namespaces, finding))
  );
}

/** What several changes bring about only together, none of them stands for. */
function isAbout(resource: string, { causes, subject }: Finding | Improvement): boolean {
  const isIt = (each: ResourceName) => writtenName(each) === resource;
  return (causes.length > 0 && causes.every(isIt)) || subject.resources?.some(isIt) === true;
}

/** Whether a text may name a resource: with or without a namespace. */
export function isResourceName(text: string): boolean {
  return /^[^\s/]+(\/[^\s/]+){1,2}$/.test(text);
}

/** The resource as settings name it. */
export function writtenName(resource: ResourceName): string {
  return `${resource.kind}/${nameText(resource)}`;
}

function coversAll(patterns: readonly string[], names: readonly string[]): boolean {
  return names.length > 0 && names.every(name => patterns.some(pattern => isMeant(pattern, name)));
}

/** Namespaces outside the repository have no names, so only `*` means them. */
function coversReach(patterns: readonly string[], { groups, reachesOutside }: Finding | Improvement): boolean {
  if (patterns.includes('*')) return true;
  return (
    !reachesOutside &&
    coversAll(
      patterns,
      groups.map(({ namespace }) => namespace),
    )
  );
}
