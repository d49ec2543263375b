import { createHash } from 'node:crypto';
import type { Finding, ResourceName, Severity } from './finding.js';
import type { RuleId } from './rule-id.js';

/**
 * What stays the same of a finding across rebases, rewording, moved files and new namespaces (`rules.md`): sixteen
 * hex digits over rule, severity, causes, port, and the host where the subject is one owner.
 */
export function fingerprint(
  rule: RuleId,
  severity: Severity,
  causes: readonly ResourceName[],
  port: number | undefined,
  ownerHost: string | null,
): string {
  const names = causes.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`).sort();
  const text = JSON.stringify([rule, severity, names, port ?? null, ownerHost]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The owner is the first of all hosts or one of a few; a report from elsewhere may name thousands. */
const mostOwners = 20;

/**
 * The fingerprints that a finding has at these severities, whatever its own is: those of the same rule, causes and port. With
 * the severity a rule may name or leave out the owner: one of the hosts, or the entry or waiver that it is about.
 */
export function fingerprintsAt(among: readonly Severity[], finding: Identified): readonly string[] {
  const { rule, causes, behaviours = [], subject } = finding;
  const { hosts = [], port, entry, waiver } = subject;
  const names = [...causes, ...behaviours.map(behaviourName)];
  const owners = [null, ...hosts.slice(0, mostOwners), ...[entry, waiver].filter(owner => owner !== undefined)];
  return owners.flatMap(owner => among.map(severity => fingerprint(rule, severity, names, port, owner)));
}

type Identified = Pick<Finding, 'rule' | 'causes' | 'behaviours' | 'subject'>;

/** A behaviour of Istio among the names that tell findings apart. */
export function behaviourName({ name }: { readonly name: string }): ResourceName {
  return { kind: 'Behaviour', namespace: '', name };
}
