import type { Comparison } from '../diff/comparison.js';
import type { Suggestion } from './finding.js';
import type { RuleId } from './rule-id.js';
import type { Seen } from './rule.js';
import { suggestAddresses } from './suggestions/addresses.js';
import { suggestEgressHosts } from './suggestions/egress-hosts.js';
import { suggestNearestHost } from './suggestions/nearest-host.js';

/** The one edit that mends the cause, where there is one; null where a person has to decide. */
export function suggestionFor(rule: RuleId, seen: Seen, comparison: Comparison): Suggestion | null {
  const [cause, ...others] = seen.causes;
  if (cause === undefined || others.length > 0 || cause.side !== 'head') return null;
  switch (rule) {
    case 'traffic-captured':
    case 'wildcard-listener-added':
      return seen.severity === 'error' ? suggestAddresses(cause, comparison.addresses) : null;
    case 'egress-entry-lost':
      return suggestEgressHosts(cause, seen.subject.hosts ?? [], comparison.base);
    case 'dangling-egress-host':
      return suggestNearestHost(cause, seen.subject.entry ?? '', comparison.head);
    default:
      return null;
  }
}

/** What to know before the suggestion is taken, as sentences behind the fix. */
export function caveatOf(rule: RuleId, suggestion: Suggestion | null, { head }: Comparison): readonly string[] {
  const isInvented = suggestion !== null && (rule === 'traffic-captured' || rule === 'wildcard-listener-added');
  if (!isInvented) return [];
  return head.simulation.mesh.config.capturesDns
    ? ['The suggested address is free, and the DNS proxy of the sidecars answers with it.']
    : ['The suggested address is a placeholder: put the real one there, or let the name resolve to it.'];
}
