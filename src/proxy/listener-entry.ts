import type { Behaves } from '../istio/behaviours.js';
import { isHttp, isTcp, listenerClass, type Protocol } from '../istio/protocol.js';
import type { MeshService } from '../mesh/service.js';
import type { Inspector } from './listener.js';
import { conflictKey, inspectorsFor, plaintextHttp, type ChainMatch, type FilterChain } from './filter-chain.js';

/** A listener under construction: build calls add chains to it, oldest service first. */
export interface ListenerEntry {
  readonly address: string;
  readonly additionalAddresses: readonly string[];
  readonly port: number;
  readonly bindToPort: boolean;
  /** Who opened the entry. */
  readonly opener: MeshService;
  protocol: Protocol;
  readonly chains: FilterChain[];
  /** What the chains of its build calls asked for, also those that were dropped. */
  readonly inspectors: Set<Inspector>;
  /** The first chain of each conflict key: a later one of that key is dropped (LI-21). */
  readonly chainByKey: Map<string, FilterChain>;
  /** Made by an egress listener with a port: the portless one adds nothing (LI-5). */
  locked: boolean;
  readonly contests: ChainContest[];
}

/** Something of a service that an older service keeps out of a listener. */
export interface ChainContest {
  readonly address: string;
  readonly port: number;
  /** The contested match; null where the loser's chain has no rival and was dropped all the same. */
  readonly match: ChainMatch | null;
  readonly winner: MeshService;
  readonly loser: MeshService;
}

/** How a build call relates to the entry that it meets (LI-15 to LI-17). */
export type Relation = 'new' | 'replace' | 'merge' | 'mix' | 'drop';

/** The table of LI-15 to LI-17, then the guard of LI-20. */
export function relationOf(incoming: Protocol, existing: Protocol | null): Relation {
  if (existing === null) return 'new';
  if (incoming === 'HTTP_PROXY') return 'merge';
  const relation = relationByClass(incoming, existing);
  const isJoined = relation === 'merge' || relation === 'mix';
  return isJoined && clashesWithServerFirst(incoming, existing) ? 'drop' : relation;
}

function relationByClass(incoming: Protocol, existing: Protocol): Relation {
  switch (listenerClass(incoming)) {
    case 'HTTP':
      return isTcp(existing) ? 'mix' : 'drop';
    case 'TCP':
      return isHttp(existing) ? 'mix' : 'merge';
    case 'AUTO':
      return isHttp(existing) ? 'replace' : isTcp(existing) ? 'mix' : 'drop';
    case null:
      return 'drop';
  }
}

/** LI-20: Mongo and MySQL servers speak first, so they share a listener with nothing else (`isConflictWithWellKnownPort`). */
function clashesWithServerFirst(incoming: Protocol, existing: Protocol): boolean {
  const isGuarded = (protocol: Protocol) => protocol === 'Mongo' || protocol === 'MySQL';
  return (isGuarded(incoming) || isGuarded(existing)) && incoming !== existing;
}

/** The chains of the first build call stand as they are, even two that are alike (LI-22). */
export function openWith(entry: ListenerEntry, chains: readonly FilterChain[]): void {
  addInspectors(entry, chains);
  addUnchecked(entry, chains);
}

/** What is joined from HTTP and TCP has both inspectors (`appendListenerFilters`). */
export function addBothInspectors(entry: ListenerEntry): void {
  entry.inspectors.add('tls_inspector').add('http_inspector');
}

export function addInspectors(entry: ListenerEntry, chains: readonly FilterChain[]): void {
  for (const inspector of inspectorsFor(chains)) entry.inspectors.add(inspector);
}

function addUnchecked(entry: ListenerEntry, chains: readonly FilterChain[]): void {
  for (const chain of chains) {
    entry.chains.push(chain);
    const key = conflictKey(chain);
    if (!entry.chainByKey.has(key)) entry.chainByKey.set(key, chain);
  }
}

/** LI-21: adds the chains that no present chain equals, and notes who kept the others out. */
export function mergeChains(entry: ListenerEntry, incoming: readonly FilterChain[], service: MeshService): void {
  for (const chain of incoming) {
    const key = conflictKey(chain);
    const present = entry.chainByKey.get(key);
    if (present === undefined) {
      entry.chains.push(chain);
      entry.chainByKey.set(key, chain);
    } else if (present.destination.kind !== 'routes') {
      noteContest(entry, chain.match, present.service ?? entry.opener, service);
    }
  }
}

/**
 * Joins HTTP to TCP on one address unchecked: the HTTP chains ask for HTTP from then on, but nobody tells it apart
 * (VD-55, `mergeFilterChains`).
 */
export function concatenateChains(entry: ListenerEntry, incoming: readonly FilterChain[], behaves: Behaves): void {
  const { applicationProtocols } = plaintextHttp(behaves);
  const all = [...entry.chains, ...incoming].map(chain =>
    chain.destination.kind === 'routes' ? { ...chain, match: { ...chain.match, applicationProtocols } } : chain,
  );
  entry.chains.splice(0, entry.chains.length);
  entry.chainByKey.clear();
  addUnchecked(entry, all);
}

/** Notes who keeps a whole build call out: the chain that stands in its place, else whoever opened the listener. */
export function dropChains(entry: ListenerEntry, incoming: readonly FilterChain[], service: MeshService): void {
  for (const chain of incoming) {
    const present = entry.chainByKey.get(conflictKey(chain));
    if (present !== undefined && present.destination.kind === 'routes') continue;
    noteContest(entry, present === undefined ? null : chain.match, present?.service ?? entry.opener, service);
  }
}

/** Keeps a contest for those who have to say what an assumed order decided. */
function noteContest(entry: ListenerEntry, match: ChainMatch | null, winner: MeshService, loser: MeshService): void {
  if (winner.resource === loser.resource && winner.host === loser.host) return;
  entry.contests.push({ address: entry.address, port: entry.port, match, winner, loser });
}
