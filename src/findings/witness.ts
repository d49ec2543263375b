import type { ChangedCall } from '../diff/changed-calls.js';
import type { Comparison } from '../diff/comparison.js';
import type { Change, Witness } from './finding.js';
import { commandFor } from './command.js';

/** The call in the words of a report; the address is that of head. */
export function changeOf(
  { head }: Comparison,
  { groupClass, question, before, after }: ChangedCall,
): Omit<Change, 'group'> {
  const call = head.call(groupClass.asked, question);
  return { call: { ...call, command: commandFor(call) }, before, after };
}

/**
 * Chooses the call that shows a finding best: one to a host that people know, by TLS before HTTP before TCP, from a
 * group of the changed resource's own namespace.
 */
export function chooseWitness(
  comparison: Comparison,
  changes: readonly ChangedCall[],
  causeNamespaces: ReadonlySet<string>,
): Witness | null {
  const [best] = changes
    .map(change => ({ change, rank: rankOf(change, causeNamespaces) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  if (best === undefined) return null;
  const { groups, asked } = best.change.groupClass;
  const group = groups.find(({ namespace }) => causeNamespaces.has(namespace)) ?? asked;
  return { group, ...changeOf(comparison, best.change) };
}

function rankOf({ question, groupClass }: ChangedCall, causeNamespaces: ReadonlySet<string>): string {
  const isOutside = groupClass.groups.length === 0;
  const isOwn = groupClass.groups.some(({ namespace }) => causeNamespaces.has(namespace));
  const isWildcard = question.configured?.startsWith('*') === true;
  return [
    isOutside ? 1 : 0,
    question.configured === null ? 2 : isWildcard ? 1 : 0,
    ['tls', 'http', 'tcp'].indexOf(question.kind),
    isOwn ? 0 : 1,
    question.host ?? '',
    groupClass.asked.namespace,
  ].join(' ');
}
