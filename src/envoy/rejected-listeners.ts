import type { FilterChain } from '../proxy/filter-chain.js';
import type { Listener } from '../proxy/listener.js';
import { maskPrefix } from '../resources/ip-address.js';
import { placesOf } from './listener-place.js';

/** Why Envoy refuses a listener. A sidecar that starts is then without it, one that runs keeps what it had (LI-22). */
export type Rejection =
  /** Both match some connection equally well; one chain twice where it names something twice. */
  | { readonly kind: 'overlap'; readonly chains: readonly [FilterChain, FilterChain] }
  /** A wildcard of SNI that is not a whole label in front. */
  | { readonly kind: 'partial-wildcard'; readonly chain: FilterChain; readonly serverName: string }
  /** Another listener has the address already, in whatever spelling. */
  | { readonly kind: 'same-address'; readonly other: Listener };

/**
 * The listeners that Envoy refuses. istiod sends listeners in no order: of two with one address the first of ours stays.
 *
 * Mirrors Envoy 1.40 `ListenerManagerImpl::addOrUpdateListener` (`hasDuplicatedAddress`).
 */
export function rejectionsOf(listeners: readonly Listener[]): ReadonlyMap<Listener, Rejection> {
  const rejections = new Map<Listener, Rejection>();
  const owners = new Map<string, Listener>();
  for (const listener of listeners) {
    const places = placesOf(listener);
    const other = places.map(place => owners.get(place)).find(owner => owner !== undefined);
    const rejection = chainsFault(listener) ?? (other === undefined ? null : { kind: 'same-address', other });
    if (rejection !== null) rejections.set(listener, rejection);
    else for (const place of places) owners.set(place, listener);
  }
  return rejections;
}

/** Mirrors Envoy 1.40 `FilterChainManagerImpl::addFilterChains`. */
function chainsFault({ chains }: Listener): Rejection | null {
  const owners = new Map<string, FilterChain>();
  for (const chain of chains) {
    const serverName = chain.match.serverNames.find(name => name.includes('*') && !name.startsWith('*.'));
    if (serverName !== undefined) return { kind: 'partial-wildcard', chain, serverName };
    // Most listeners have one chain that asks for nothing.
    if (chains.length === 1 && chain.match.serverNames.length + chain.match.prefixRanges.length < 2) return null;
    for (const key of keysOf(chain)) {
      const owner = owners.get(key);
      if (owner !== undefined) return { kind: 'overlap', chains: [owner, chain] };
      owners.set(key, chain);
    }
  }
  return null;
}

/** The leaves of Envoy's tree that a chain is put at; each has room for one. */
function* keysOf({ match }: FilterChain): Generator<string> {
  for (const range of orAny(match.prefixRanges.map(maskPrefix))) {
    for (const name of orAny(match.serverNames.map(serverNameKey))) {
      for (const protocol of orAny(match.applicationProtocols)) {
        yield [match.destinationPort, range, name, match.transportProtocol, protocol].join(' ');
      }
    }
  }
}

/** A wildcard is kept as what follows its star, and case means nothing (`addFilterChainForServerNames`). */
function serverNameKey(name: string): string {
  return name.toLowerCase().replace(/^\*\./, '.');
}

function orAny(values: readonly string[]): readonly string[] {
  return values.length === 0 ? [''] : values;
}
