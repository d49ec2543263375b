import { createHash } from 'node:crypto';
import type { Finding, ResourceName, Severity } from './finding.js';
import { severities } from './importance.js';
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
 * The fingerprints that a finding had while it was milder or severer, its own among them: those of the same rule, causes
 * and port. With the severity a rule may name or leave out the owner, who is one of the hosts.
 */
export function atAnySeverity({ rule, causes, behaviours = [], subject }: Identified): readonly string[] {
  const { hosts = [], port } = subject;
  const names = [...causes, ...behaviours.map(behaviourName)];
  return [null, ...hosts.slice(0, mostOwners)].flatMap(owner =>
    severities.map(severity => fingerprint(rule, severity, names, port, owner)),
  );
}

type Identified = Pick<Finding, 'rule' | 'causes' | 'behaviours' | 'subject'>;

/** A behaviour of Istio among the names that tell findings apart. */
export function behaviourName({ name }: { readonly name: string }): ResourceName {
  return { kind: 'Behaviour', namespace: '', name };
}
