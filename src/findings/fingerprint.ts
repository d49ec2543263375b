import { createHash } from 'node:crypto';
import type { ResourceName, Severity } from './finding.js';
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
