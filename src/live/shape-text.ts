import { matchText } from '../envoy/match-text.js';
import type { Target } from '../proxy/destination.js';
import type { ChainShape, DestinationShape, ListenerShape, MatchShape } from './live-sidecar.js';

/** `0.0.0.0:443`, `[::]:443`, or the path of a Unix socket. */
export function placeText({ address, port }: Pick<ListenerShape, 'address' | 'port'>): string {
  if (address.startsWith('unix://')) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** A match as istioctl writes it, its lists in order: equal for equal matches, `ALL` for none. */
function matchLabel(match: MatchShape): string {
  const others = match.others ?? [];
  const label = matchText({
    match: {
      ...match,
      prefixRanges: match.prefixRanges.toSorted(),
      serverNames: match.serverNames.toSorted(),
      applicationProtocols: match.applicationProtocols.toSorted(),
    },
  });
  return others.length === 0 ? label : `${label}; also ${others.toSorted().join(', ')}`;
}

/** Where connections or requests go: equal for equal destinations. */
export function destinationText(
  destination: DestinationShape,
  clusterText: (cluster: string) => string = name => name,
): string {
  switch (destination.kind) {
    case 'routes':
      return `Route: ${destination.name}`;
    case 'other':
      return destination.text;
    case 'cluster':
      return `Cluster: ${clusterText(destination.cluster)}`;
    case 'weighted':
      return `Clusters: ${Object.entries(destination.clusters)
        .map(([name, weight]) => `${clusterText(name)} (${weight})`)
        .sort()
        .join(', ')}`;
  }
}

/** The clusters that a destination names. */
export function clustersOf(destination: DestinationShape | Target): readonly string[] {
  if (destination.kind === 'cluster') return [destination.cluster];
  return destination.kind === 'weighted' ? Object.keys(destination.clusters) : [];
}

/** All ways through a listener, the default chain last. */
export function allChains<Chain>(listener: {
  readonly chains: readonly Chain[];
  readonly defaultChain: Chain | null;
}): readonly Chain[] {
  return listener.defaultChain === null ? listener.chains : [...listener.chains, listener.defaultChain];
}

/** A listener's chains by what they match: its default chain takes what no other takes, so it matches ALL. */
export function chainsByMatch<Chain extends ChainShape>(listener: {
  readonly chains: readonly Chain[];
  readonly defaultChain: Chain | null;
}): ReadonlyMap<string, readonly Chain[]> {
  const byMatch = new Map<string, Chain[]>();
  for (const chain of allChains(listener)) {
    const label = chain === listener.defaultChain ? 'ALL' : matchLabel(chain.match);
    const known = byMatch.get(label);
    if (known === undefined) byMatch.set(label, [chain]);
    else known.push(chain);
  }
  return byMatch;
}

/** A line for each way through a listener: equal for listeners that decide alike. */
export function linesOf(listener: ListenerShape): readonly string[] {
  return [...chainsByMatch(listener)]
    .flatMap(([match, chains]) => chains.map(({ destination }) => `${match} → ${destinationText(destination)}`))
    .sort();
}
