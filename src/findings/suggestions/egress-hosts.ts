import type { Comparison } from '../../diff/comparison.js';
import type { Sidecar } from '../../resources/resource.js';
import { compareText } from '../../resources/text-order.js';
import type { Merged } from '../merged.js';
import type { Observation } from '../observation.js';
import { resourceText } from '../wording.js';
import type { Candidate, EditedResource } from './candidate.js';
import { withItems, writtenList } from './lists.js';

/** More lines than this are a decision, not an edit. */
const MOST_HOSTS = 10;

/** What causes take away, by the text of the cause: each lost host as a Sidecar imports it from where base had it. */
export type Losses = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Collects what is lost on whatever ports: one edit can then mend the findings of all of them. */
export function lossesIn(found: readonly Merged[], comparison: Comparison): Losses {
  const losses = new Map<string, ReadonlyMap<string, string>>();
  for (const { causes, observations } of found.filter(({ rule }) => rule.id === 'egress-entry-lost')) {
    const lost = lossOf(observations, comparison);
    for (const cause of causes) {
      losses.set(resourceText(cause), new Map([...(losses.get(resourceText(cause)) ?? []), ...lost]));
    }
  }
  return losses;
}

/** The same of some observations alone. */
export function lossOf(observations: readonly Observation[], { base }: Comparison): ReadonlyMap<string, string> {
  const lost = new Map<string, string>();
  for (const { subject, groupClass } of observations) {
    for (const host of subject.hosts ?? []) {
      const [service] = lost.has(host) ? [] : base.configured(groupClass.asked).servicesOf(host);
      if (service !== undefined) lost.set(host, `${service.namespace}/${host}`);
    }
  }
  return lost;
}

/**
 * Adds lost hosts to a Sidecar: to the egress listener of the port, else to the last one that has none. First all that it
 * lost, then those of the finding alone.
 */
export function egressHostCandidates(
  { head }: EditedResource<Sidecar>,
  hosts: readonly string[],
  port: number | undefined,
  lost: ReadonlyMap<string, string>,
): readonly Candidate[] {
  const own = hosts.flatMap(host => lost.get(host) ?? []);
  const all = [...lost.values()].sort(compareText);
  return [
    ...(all.length > hosts.length ? listenersWith(head, all, port, OTHERS_TOO) : []),
    ...(own.length === hosts.length ? listenersWith(head, own, port, null) : []),
  ];
}

const OTHERS_TOO = 'The suggestion adds all hosts that the Sidecar lost, those of other ports too.';

function listenersWith(
  sidecar: Sidecar,
  entries: readonly string[],
  port: number | undefined,
  caveat: string | null,
): readonly Candidate[] {
  if (entries.length === 0 || entries.length > MOST_HOSTS) return [];
  const ofPort = sidecar.egress.findIndex(listener => listener.port !== null && listener.port.number === port);
  const ofAll = sidecar.egress.findLastIndex(listener => listener.port === null);
  return [ofPort, ofAll].flatMap(index => {
    const list = index < 0 ? null : writtenList(sidecar.document, ['spec', 'egress', index], 'hosts');
    return list === null ? [] : [{ edit: withItems(list, entries), resource: sidecar, caveat }];
  });
}
