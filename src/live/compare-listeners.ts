import { BLACKHOLE, PASSTHROUGH } from '../proxy/cluster-name.js';
import type { FilterChain } from '../proxy/filter-chain.js';
import type { Listener } from '../proxy/listener.js';
import type { Resource } from '../resources/resource.js';
import { differ, type Comparison } from './comparison.js';
import { isAbsentChain, isUndeclaredChain } from './explained-chains.js';
import type { ChainShape, ListenerShape, LiveListener } from './live-sidecar.js';
import { isOfPods, serviceOf } from './pods.js';
import { allChains, chainsByMatch, clustersOf, destinationText, linesOf, placeText } from './shape-text.js';

/**
 * Compares listeners by address and port, their chains by what they match. Names, timeouts, the order of chains, and
 * the filters before the one that sends a connection on are not compared: they decide no destination.
 */
export function compareListeners(comparison: Comparison): void {
  if (comparison.live.listeners === null) return;
  const live = byPlace(comparison.live.listeners);
  const ours = byPlace(comparison.expected.configuration.listeners);
  for (const place of [...new Set([...ours.keys(), ...live.keys()])].sort()) {
    const seen = live.get(place) ?? [];
    const expected = ours.get(place) ?? [];
    for (let at = 0; at < Math.max(seen.length, expected.length); at += 1) {
      const [one, other] = [expected[at] ?? null, seen[at] ?? null];
      if (one === null && other !== null) onlyLive(comparison, place, other);
      else if (one !== null && other === null) onlyOurs(comparison, place, one);
      else if (one !== null && other !== null) compareListener(comparison, place, one, other);
    }
  }
}

function byPlace<Shape extends ListenerShape>(listeners: readonly Shape[]): ReadonlyMap<string, readonly Shape[]> {
  const places = new Map<string, Shape[]>();
  for (const listener of listeners) {
    const place = placeText(listener);
    places.set(place, [...(places.get(place) ?? []), listener]);
  }
  // Two of one place are rare (a bound port beside a captured one): those alike are held against each other.
  return new Map([...places].map(([place, all]) => [place, all.sort((a, b) => compare(linesOf(a), linesOf(b)))]));
}

function compare(one: readonly string[], other: readonly string[]): number {
  return one.join() < other.join() ? -1 : 1;
}

function onlyLive(comparison: Comparison, place: string, listener: LiveListener): void {
  const own = allChains(listener).filter(chain => !isPolicy(chain));
  const unexplained = own.filter(chain => !isUndeclaredChain(comparison, chain));
  if (own.length > 0 && unexplained.length === 0) return;
  if (own.length > 0 && unexplained.every(chain => isOfPods(comparison, chain))) {
    comparison.found.ofPods.push(`listener ${place}`);
    return;
  }
  differ(
    comparison,
    [`listener ${place}`],
    { live: linesOf(listener), expected: [] },
    hostOwner(comparison, unexplained),
  );
}

function onlyOurs(comparison: Comparison, place: string, listener: Listener): void {
  const own = allChains(listener).filter(chain => !isPolicy(chain));
  const unexplained = own.filter(chain => !isAbsentChain(comparison, chain));
  if (own.length > 0 && unexplained.length === 0) return;
  const hints = comparison.expected.unconfirmed.has(listener.address)
    ? [`${listener.address} is invented, as the manifest has no clusterIP; no listener of the sidecar stands for it`]
    : contestHints(comparison, listener);
  const sides = { live: [], expected: linesOf(listener) };
  differ(comparison, [`listener ${place}`], sides, chainOwner(unexplained), hints);
}

function compareListener(comparison: Comparison, place: string, ours: Listener, live: LiveListener): void {
  const { strangers } = comparison;
  const where = `listener ${place}`;
  const hints = contestHints(comparison, ours);
  const expectedChains = chainsByMatch(ours);
  const liveChains = chainsByMatch(live);
  for (const match of new Set([...expectedChains.keys(), ...liveChains.keys()])) {
    const expected = expectedChains.get(match) ?? [];
    const seen = liveChains.get(match) ?? [];
    const texts = (chains: readonly ChainShape[]) =>
      chains.map(({ destination }) => destinationText(destination, strangers.clusterText)).sort();
    if (isSame(texts(expected), texts(seen))) continue;

    const sides = {
      live: seen.map(({ destination }) => destinationText(destination)),
      expected: expected.map(({ destination }) => destinationText(destination)),
    };
    const ownExpected = expected.filter(chain => !isAbsentChain(comparison, chain));
    const ownSeen = seen.filter(chain => !isUndeclaredChain(comparison, chain));
    if (isSame(texts(ownExpected), texts(ownSeen))) continue;
    // What only one side knows may stand where the other side has what was declared next, or the policy's chain.
    if (ownSeen.length < seen.length && ownSeen.length === 0) {
      if (expected.length > 0) comparison.found.taken.push({ where: [where, `chain ${match}`], ...sides });
      continue;
    }
    if (ownExpected.length < expected.length && ownExpected.length === 0) continue;
    if (ownExpected.length === 0 && ownSeen.every(chain => isOfPods(comparison, chain))) {
      comparison.found.ofPods.push(`${where}, chain ${match}`);
      continue;
    }
    const owner = chainOwner(expected) ?? hostOwner(comparison, seen);
    const isKeptOut = seen.length === 0 || expected.length === 0;
    const allHints = [...hints, ...(isKeptOut ? companyHints(comparison, ours, live) : [])];
    differ(comparison, [where, `chain ${match}`], sides, owner, allHints);
  }
  compareProperties(comparison, where, ours, live);
}

/** What is true of a listener as a whole. */
function compareProperties(comparison: Comparison, where: string, ours: Listener, live: LiveListener): void {
  const undeclared = allChains(live).filter(chain => isUndeclaredChain(comparison, chain));
  const absent = allChains(ours).filter(chain => isAbsentChain(comparison, chain));
  const isNeeded = (inspector: string, chains: readonly ChainShape[]) =>
    chains.some(
      ({ match }) => (inspector === 'tls_inspector' ? match.serverNames : match.applicationProtocols).length > 0,
    );

  const added = live.inspectors.filter(
    inspector => !ours.inspectors.some(own => own === inspector) && !isNeeded(inspector, undeclared),
  );
  const lacking = ours.inspectors.filter(
    inspector => !live.inspectors.includes(inspector) && !isNeeded(inspector, absent),
  );
  if (added.length + lacking.length > 0) {
    const sides = { live: live.inspectors.toSorted(), expected: ours.inspectors.toSorted() };
    differ(comparison, [where, 'listener filters'], sides);
  }

  const tell = (name: string, seen: string, expected: string) => {
    if (seen !== expected) differ(comparison, [where, name], { live: [seen], expected: [expected] });
  };
  tell('useOriginalDst', String(live.useOriginalDst), String(ours.useOriginalDst));
  // Whoever opens a listener decides these for all who share it.
  if (undeclared.length + absent.length > 0) return;
  tell('bindToPort', String(live.bindToPort), String(ours.bindToPort));
  tell('additional addresses', addressList(live), addressList(ours));
}

function addressList({ additionalAddresses }: ListenerShape): string {
  return additionalAddresses.length === 0 ? 'none' : additionalAddresses.toSorted().join(', ');
}

function isPolicy({ destination }: ChainShape): boolean {
  return clustersOf(destination).some(name => name === PASSTHROUGH || name === BLACKHOLE);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

function chainOwner(chains: readonly FilterChain[]): Resource | null {
  const chain = chains.find(({ via, service }) => via !== null || service !== null);
  return chain?.via ?? chain?.service?.resource ?? null;
}

/** Who declares what an unexpected chain leads to. */
function hostOwner(comparison: Comparison, chains: readonly ChainShape[]): Resource | null {
  return chains.map(chain => serviceOf(comparison, chain)?.resource ?? null).find(owner => owner !== null) ?? null;
}

/** Whoever shares a listener may keep others out of it, as a server that speaks first does (LI-20). */
function companyHints(comparison: Comparison, ours: Listener, live: LiveListener): readonly string[] {
  const isUndeclared = allChains(live).some(chain => isUndeclaredChain(comparison, chain));
  if (isUndeclared) return ['hosts that no manifest declares share this listener, and may keep others out of it'];
  const isAbsent = allChains(ours).some(chain => isAbsentChain(comparison, chain));
  return isAbsent
    ? ['hosts that the sidecar does not have would share this listener, and may keep others out of it']
    : [];
}

function contestHints({ expected }: Comparison, { address, port }: Listener): readonly string[] {
  const contest = expected.configuration.contests.find(one => one.address === address && one.port === port);
  if (contest === undefined) return [];
  const [winner, loser] = [contest.winner, contest.loser].map(
    ({ resource }) => `${resource.kind} ${resource.namespace}/${resource.name}`,
  );
  return [
    `${winner} and ${loser} both claim a part of it, and the older one wins: a manifest without creationTimestamp does not say which that is`,
  ];
}
