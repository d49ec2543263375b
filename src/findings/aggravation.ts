import type { CauseSearch } from '../diff/causes.js';
import type { ChangedCall } from '../diff/changed-calls.js';
import type { Comparison } from '../diff/comparison.js';
import type { ResourceChange } from '../diff/resource-changes.js';
import { apparent, sameVerdict } from '../envoy/verdict.js';
import { writtenKind } from '../resources/resource.js';
import { forward } from './direction.js';
import type { ResourceName, Severity } from './finding.js';
import { severities } from './importance.js';
import type { Rule } from './rule.js';

/** A change that does not bring a finding about but makes it worse. */
export interface Aggravation {
  readonly by: ResourceName;
  /** What the severity would be without it. */
  readonly otherwise: Severity;
}

/** The changes without which the rule would find the call less severe (`rules.md`: named in the message). */
export function aggravations(
  comparison: Comparison,
  search: CauseSearch,
  rule: Rule,
  severity: Severity,
  shown: ChangedCall,
  causes: readonly ResourceName[],
): readonly Aggravation[] {
  if (rule.claim === undefined || severity === 'notice' || comparison.resourceChanges.length === causes.length)
    return [];
  const known = new Set(causes.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`));
  const others = search.relevantTo(shown.groupClass).filter(({ key }) => !known.has(key));
  if (others.length > MOST_OTHERS) return [];
  return others.flatMap(change => {
    const otherwise = severityWithout(comparison, rule, shown, change);
    const [now, then] = [severities.indexOf(severity), otherwise === null ? -1 : severities.indexOf(otherwise)];
    const resource = change.head ?? change.base;
    if (otherwise === null || resource === null || then <= now) return [];
    const { namespace, name } = resource;
    return [{ by: { kind: writtenKind(resource), namespace, name }, otherwise }];
  });
}

/** Beyond this many, to try them would cost more than it tells. */
const MOST_OTHERS = 24;

/** null where the call would be the same, or no matter of the rule. */
function severityWithout(
  comparison: Comparison,
  rule: Rule,
  shown: ChangedCall,
  change: ResourceChange,
): Severity | null {
  const side = comparison.counterfactuals.without([change]);
  const after = apparent(side.ask(shown.groupClass.asked, shown.question));
  if (sameVerdict(after, shown.after)) return null;
  return rule.claim?.({ ...forward(comparison), after: side }, { ...shown, after })?.severity ?? null;
}
