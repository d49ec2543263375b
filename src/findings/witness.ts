import type { ChangedCall } from '../diff/changed-calls.js';
import type { Comparison } from '../diff/comparison.js';
import type { KnownTraffic } from '../diff/known-traffic.js';
import type { Change, Witness } from './finding.js';
import { commandFor, hasOwnClient } from './command.js';

/** The call in the words of a report; the address is that of head. */
export function changeOf({ head }: Comparison, change: ChangedCall): Omit<Change, 'group'> {
  const { groupClass, question, answered } = change;
  const { before, after } = answered ?? change;
  const call = head.call(groupClass.asked, question);
  return { call: { ...call, command: commandFor(call, question.address !== null) }, before, after };
}

/**
 * Chooses the call that shows a finding best: one that production makes, or that people make on that port, to a host that they know, from a
 * group of the changed resource's own namespace.
 */
export function chooseShown(
  changes: readonly ChangedCall[],
  causeNamespaces: ReadonlySet<string>,
  traffic: KnownTraffic,
): ChangedCall | null {
  let best: { readonly change: ChangedCall; readonly rank: string } | null = null;
  for (const change of changes) {
    const rank = rankOf(change, causeNamespaces, traffic);
    if (best === null || rank < best.rank) best = { change, rank };
  }
  return best?.change ?? null;
}

/** The chosen call as the finding's witness. */
export function witnessOf(comparison: Comparison, change: ChangedCall, causeNamespaces: ReadonlySet<string>): Witness {
  const { groups, asked } = change.groupClass;
  const group = groups.find(({ namespace }) => causeNamespaces.has(namespace)) ?? asked;
  return { group, ...changeOf(comparison, change) };
}

function rankOf(change: ChangedCall, causeNamespaces: ReadonlySet<string>, traffic: KnownTraffic): string {
  const { question, groupClass, before } = change;
  const { kind, port, host, configured } = question;
  const isOutside = groupClass.groups.length === 0;
  const isOwn = groupClass.groups.some(({ namespace }) => causeNamespaces.has(namespace));
  return [
    isOutside ? 1 : 0,
    before.kind === 'stalled' ? 1 : 0,
    traffic.behind(change).length > 0 ? 0 : 1,
    kind === usualKind(port) ? 0 : configured === null ? 2 : 1,
    configured === null ? 2 : configured.startsWith('*') ? 1 : 0,
    ['tls', 'http', 'tcp'].indexOf(kind),
    isOwn ? 0 : 1,
    host?.startsWith('www.') === true ? 0 : 1,
    host ?? '',
    groupClass.asked.namespace,
  ].join(' ');
}

/** What people speak on a port that everyone knows; null where that is nothing. */
export function usualKind(port: number): ChangedCall['question']['kind'] | null {
  return port === 443 ? 'tls' : port === 80 ? 'http' : hasOwnClient(port) ? 'tcp' : null;
}
