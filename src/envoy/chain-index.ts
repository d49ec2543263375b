import type { FilterChain } from '../proxy/filter-chain.js';
import type { Listener } from '../proxy/listener.js';
import { covers, maskPrefix, parseAddress, parsePrefix } from '../resources/ip-address.js';

/** What a listener knows of a connection before it chooses a chain. */
export interface Connection {
  readonly address: string;
  readonly port: number;
  /** Lower-cased SNI; empty without TLS inspector or ClientHello. */
  readonly serverName: string;
  readonly transport: 'tls' | 'raw_buffer';
  /** What the HTTP inspector found; no TLS call of ours offers ALPN. */
  readonly applicationProtocol: 'http/1.1' | null;
}

/** The chains of one listener, arranged as Envoy does. */
export interface ChainIndex {
  /** The chain that takes the connection; null closes it. */
  find(connection: Connection): FilterChain | null;
}

/**
 * Each criterion narrows the chains in a fixed order and is never revisited: destination port, destination
 * address, server name, transport, application protocol (EM-5 to EM-9). An empty choice is the default chain.
 *
 * Mirrors Envoy's `FilterChainManagerImpl::findFilterChain`.
 */
export function indexChains({ chains, defaultChain }: Listener): ChainIndex {
  const byPort = groupBy(chains, ({ match }) => [match.destinationPort ?? 0]);
  const ports = new Map([...byPort].map(([port, list]) => [port, indexAddresses(list)]));

  return {
    find(connection) {
      const addresses = ports.get(connection.port) ?? ports.get(0);
      const names = addresses?.find(connection.address);
      const named = names === undefined ? [] : byServerName(names, connection.serverName);
      const transported = exactOr(
        named,
        ({ match }) => match.transportProtocol === connection.transport,
        ({ match }) => match.transportProtocol === null,
      );
      const [chosen] = exactOr(
        transported,
        ({ match }) =>
          connection.applicationProtocol !== null &&
          match.applicationProtocols.includes(connection.applicationProtocol),
        ({ match }) => match.applicationProtocols.length === 0,
      );
      return chosen ?? defaultChain;
    },
  };
}

type ByServerName = ReadonlyMap<string, readonly FilterChain[]>;

interface ByAddress {
  find(address: string): ByServerName | undefined;
}

/** EM-6: the longest prefix that covers the address hides all shorter ones, and the chains without any. */
function indexAddresses(chains: readonly FilterChain[]): ByAddress {
  const byRange = groupBy(chains, ({ match }) =>
    match.prefixRanges.length > 0 ? match.prefixRanges.map(maskPrefix) : [''],
  );
  const anywhere = byRange.get('');
  const ranges = [...byRange]
    .flatMap(([range, list]) => {
      const prefix = parsePrefix(range);
      return prefix === null ? [] : [{ prefix, names: indexServerNames(list) }];
    })
    .sort((a, b) => b.prefix.bits - a.prefix.bits);
  const rest = anywhere === undefined ? undefined : indexServerNames(anywhere);

  return {
    find(text) {
      const address = ranges.length === 0 ? null : parseAddress(text);
      return (address === null ? undefined : ranges.find(({ prefix }) => covers(prefix, address))?.names) ?? rest;
    },
  };
}

function indexServerNames(chains: readonly FilterChain[]): ByServerName {
  return groupBy(chains, ({ match }) => (match.serverNames.length > 0 ? match.serverNames.map(lower) : ['']));
}

/** EM-7: the name itself, else the longest wildcard above it, else the chains that ask for none. */
function byServerName(names: ByServerName, serverName: string): readonly FilterChain[] {
  if (serverName !== '') {
    const exact = names.get(serverName);
    if (exact !== undefined) return exact;
    for (let dot = serverName.indexOf('.'); dot >= 0; dot = serverName.indexOf('.', dot + 1)) {
      const wildcard = names.get(`*${serverName.slice(dot)}`);
      if (wildcard !== undefined) return wildcard;
    }
  }
  return names.get('') ?? [];
}

function exactOr(
  chains: readonly FilterChain[],
  isExact: (chain: FilterChain) => boolean,
  isUnspecified: (chain: FilterChain) => boolean,
): readonly FilterChain[] {
  const exact = chains.filter(isExact);
  return exact.length > 0 ? exact : chains.filter(isUnspecified);
}

function groupBy<Key>(chains: readonly FilterChain[], keysOf: (chain: FilterChain) => readonly Key[]) {
  const groups = new Map<Key, FilterChain[]>();
  for (const chain of chains) {
    for (const key of keysOf(chain)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [chain]);
      else group.push(chain);
    }
  }
  return groups;
}

function lower(text: string): string {
  return text.toLowerCase();
}
