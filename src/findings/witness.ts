import type { ChangedCall } from '../diff/changed-calls.js';
import type { Comparison } from '../diff/comparison.js';
import type { Change, Witness } from './finding.js';
import { commandFor, hasOwnClient } from './command.js';

/** The call in the words of a report; the address is that of head. */
export function changeOf(
  { head }: Comparison,
  { groupClass, question, before, after }: ChangedCall,
): Omit<Change, 'group'> {
  const call = head.call(groupClass.asked, question);
  return { call: { ...call, command: commandFor(call) }, before, after };
}

/**
 * Chooses the call that shows a finding best: one that people make on that port, to a host that they know, from a
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
    kindsByClarity(question).indexOf(question.kind),
    question.configured === null ? 2 : isWildcard ? 1 : 0,
    isOwn ? 0 : 1,
    question.host?.startsWith('www.') === true ? 0 : 1,
    question.host ?? '',
    groupClass.asked.namespace,
  ].join(' ');
}

/** `curl` shows most, but where the port has a client of its own nobody would use it. */
function kindsByClarity({ port }: ChangedCall['question']): readonly string[] {
  return hasOwnClient(port) ? ['tcp', 'tls', 'http'] : ['tls', 'http', 'tcp'];
}
