import { matchText } from '../envoy/steps.js';
import type { Target } from '../proxy/destination.js';
import type { ChainShape, DestinationShape, ListenerShape, MatchShape } from './live-sidecar.js';

/** `0.0.0.0:443`, `[::]:443`, or the path of a Unix socket. */
export function placeText({ address, port }: Pick<ListenerShape, 'address' | 'port'>): string {
  if (address.startsWith('unix://')) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** A match as istioctl writes it, its lists in order: equal for equal matches, `ALL` for none. */
export function matchLabel(match: MatchShape): string {
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

/** All ways through a listener: what its default chain takes is what no other takes, so it matches ALL. */
export function chainsByMatch<Chain extends ChainShape>(listener: {
  readonly chains: readonly Chain[];
  readonly defaultChain: Chain | null;
}): ReadonlyMap<string, readonly Chain[]> {
  const byMatch = new Map<string, Chain[]>();
  const add = (label: string, chain: Chain) => byMatch.set(label, [...(byMatch.get(label) ?? []), chain]);
  for (const chain of listener.chains) add(matchLabel(chain.match), chain);
  if (listener.defaultChain !== null) add('ALL', listener.defaultChain);
  return byMatch;
}
