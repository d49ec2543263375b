import { isTls, type Protocol } from '../istio/protocol.js';
import { isWildcard } from '../resources/hostname.js';
import type { MeshService } from '../mesh/service.js';
import { clusterName } from './cluster-name.js';
import { everyConnection, type FilterChain } from './filter-chain.js';
import { shortNames } from './domains.js';
import { isPrefix, listenAddress } from './listen-address.js';
import type { Family } from './proxy.js';

/** What one build call knows of the listener it builds for. */
export interface BuildCall {
  readonly service: MeshService;
  readonly port: { readonly number: number; readonly protocol: Protocol };
  /** The listener's address, decided. */
  readonly bind: string;
  /** The service's prefixes where the listener is on the wildcard address instead of on them (LI-12). */
  readonly cidr: readonly string[];
}

/**
 * The chain that takes a service's TCP or TLS connections (LI-25, LI-27). TCP never reads the SNI; TLS does
 * wherever the address alone does not name the service.
 *
 * Mirrors Istio 1.30 `buildSidecarOutboundTLSFilterChainOpts` and `…TCPFilterChainOpts`.
 */
export function tcpChain(call: BuildCall, family: Family, namespace: string): FilterChain {
  const { service, port, cidr } = call;
  const [only, ...others] = service.ports;
  const target = only !== undefined && others.length === 0 ? only.number : port.number;
  return {
    match: {
      ...everyConnection,
      prefixRanges: [...cidr].sort(),
      serverNames: isTls(port.protocol) && needsServerName(call, family) ? serverNames(service, namespace) : [],
    },
    destination: { kind: 'cluster', cluster: clusterName(service.host, target) },
    service,
  };
}

/** LI-25 (a) to (d): several services may answer on this listener. */
function needsServerName({ service, bind, cidr }: BuildCall, family: Family): boolean {
  const address = listenAddress(service, family);
  const wildcard = family.wildcards[0];
  return (
    cidr.length > 0 ||
    isPrefix(address) ||
    (address === wildcard && bind === wildcard) ||
    (isWildcard(service.host) && service.resolution === 'DynamicDNS')
  );
}

/** The host itself, and each alias with the names that clients of this namespace know it by. */
function serverNames(service: MeshService, namespace: string): readonly string[] {
  const aliases = service.aliases.flatMap(alias => [alias, `${alias}.`, ...shortNames(alias, namespace)]);
  return [service.host, ...aliases].sort();
}
