import type { Configured } from '../../diff/configured.js';
import type { Sidecar } from '../../resources/resource.js';
import type { Candidate, EditedResource } from './candidate.js';
import { withItems, writtenList } from './lists.js';

/** More lines than this are a decision, not an edit. */
const MOST_HOSTS = 10;

/**
 * Adds lost hosts to a Sidecar, each from the namespace that base had it from: to the egress listener of the port, else
 * to the last one that has none.
 */
export function egressHostCandidates(
  { head }: EditedResource<Sidecar>,
  hosts: readonly string[],
  port: number | undefined,
  before: Configured,
): readonly Candidate[] {
  const entries = hosts.flatMap(host =>
    before
      .servicesOf(host)
      .slice(0, 1)
      .map(({ namespace }) => `${namespace}/${host}`),
  );
  if (entries.length === 0 || entries.length !== hosts.length || entries.length > MOST_HOSTS) return [];
  const ofPort = head.egress.findIndex(listener => listener.port !== null && listener.port.number === port);
  const ofAll = head.egress.findLastIndex(listener => listener.port === null);
  return [ofPort, ofAll].flatMap(index => {
    const list = index < 0 ? null : writtenList(head.document, ['spec', 'egress', index], 'hosts');
    return list === null ? [] : [{ edit: withItems(list, entries), resource: head, caveat: null }];
  });
}
