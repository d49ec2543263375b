import { isTls, type Protocol } from '../istio/protocol.js';
import { isSubsetOf, isWildcard } from '../resources/hostname.js';
import type { MeshService } from '../mesh/service.js';
import type { VirtualService } from '../resources/route-rules.js';
import { clusterName } from './cluster-name.js';
import { targetOf, type ServiceByHost } from './destination.js';
import { everyConnection, type FilterChain } from './filter-chain.js';
import { otherNames } from './domains.js';
import { isPrefix, listenAddress } from './listen-address.js';
import type { Recipient } from './proxy.js';
import { matchesConnection } from './source-match.js';

/** What one build call knows of the listener it builds for. */
export interface BuildCall {
  readonly service: MeshService;
  readonly port: { readonly number: number; readonly protocol: Protocol };
  /** The listener's address, decided. */
  readonly bind: string;
  /** The service's prefixes where the listener is on the wildcard address instead of on them (LI-12). */
  readonly cidr: readonly string[];
}

/** What the chains of all build calls of a sidecar depend on. */
export interface ChainContext {
  readonly recipient: Recipient;
  /** The VirtualServices of the egress listener, in order of precedence. */
  readonly routes: readonly VirtualService[];
  readonly serviceOf: ServiceByHost;
}

/**
 * The chains that take a service's TCP or TLS connections: those of its VirtualServices, else its own (LI-23 to LI-27).
 *
 * Mirrors `buildSidecarOutboundTLSFilterChainOpts` and `…TCPFilterChainOpts`.
 */
export function tcpChains(call: BuildCall, context: ChainContext): readonly FilterChain[] {
  const routes = context.routes.filter(({ hosts }) => hosts.some(host => overlaps(host, call.service.host)));
  return isTls(call.port.protocol) ? tlsChains(call, context, routes) : plainChains(call, context, routes);
}

/** LI-24, LI-25: once a rule has made a chain, the service has none of its own. */
function tlsChains(call: BuildCall, context: ChainContext, routes: readonly VirtualService[]): readonly FilterChain[] {
  const { port, service } = call;
  const chains: FilterChain[] = [];
  const handled = new Set<string>();
  const areLasting = context.recipient.behaves('lasting-subnets');
  let lasting = call.cidr;
  for (const { rule, via } of routes.flatMap(service => service.tls.map(rule => ({ rule, via: service })))) {
    const target = targetOf(rule.route, port.number, context.serviceOf);
    if (target === null) continue;
    for (const match of rule.match) {
      if (!matchesConnection(match, context.recipient, port.number)) continue;
      const isOwn = match.destinationSubnets.length > 0 && port.number > 0;
      const prefixRanges = isOwn ? match.destinationSubnets : lasting;
      if (areLasting) lasting = prefixRanges;
      const key = `${match.sniHosts.join(',')}|${match.destinationSubnets.join(',')}`;
      if (!handled.has(key)) chains.push(chain(prefixRanges, match.sniHosts, target, service, via));
      handled.add(key);
    }
  }
  if (chains.length > 0) return chains;
  const names = needsServerName({ ...call, cidr: lasting }, context.recipient)
    ? serverNames(service, context.recipient)
    : [];
  return [chain(lasting, names, ownTarget(call), service, null)];
}

/** LI-26, LI-27: rules for subnets stand beside the service's own chain, a rule without takes its place. */
function plainChains(
  call: BuildCall,
  context: ChainContext,
  routes: readonly VirtualService[],
): readonly FilterChain[] {
  const { port, service, cidr } = call;
  const chains: FilterChain[] = [];
  let isReplaced = false;
  for (const { rule, via } of routes.flatMap(service => service.tcp.map(rule => ({ rule, via: service })))) {
    const target = targetOf(rule.route, port.number, context.serviceOf);
    if (target === null) continue;
    const matches = rule.match.filter(match => matchesConnection(match, context.recipient, port.number));
    const isForAll = ({ destinationSubnets }: { readonly destinationSubnets: readonly string[] }) =>
      destinationSubnets.length === 0 || port.number === 0;
    if (rule.match.length === 0 || matches.some(isForAll)) {
      return [...chains, chain(cidr, [], target, service, via)];
    }
    const subnets = matches.flatMap(({ destinationSubnets }) => destinationSubnets);
    if (subnets.length === 0) continue;
    chains.push(chain(subnets, [], target, service, via));
    if (sameList(subnets, cidr)) isReplaced = true;
  }
  return isReplaced ? chains : [...chains, chain(cidr, [], ownTarget(call), service, null)];
}

function chain(
  prefixRanges: readonly string[],
  names: readonly string[],
  destination: FilterChain['destination'],
  service: MeshService,
  via: VirtualService | null,
): FilterChain {
  const match = { ...everyConnection, prefixRanges: [...prefixRanges].sort(), serverNames: [...names].sort() };
  return { match, destination, service, via };
}

function ownTarget({ service, port }: BuildCall): FilterChain['destination'] {
  const [only, ...others] = service.ports;
  const target = only !== undefined && others.length === 0 ? only.number : port.number;
  return { kind: 'cluster', cluster: clusterName(service.host, target) };
}

/** LI-25 (a) to (d): several services may answer on this listener. */
function needsServerName({ service, bind, cidr }: BuildCall, recipient: Recipient): boolean {
  const address = listenAddress(service, recipient);
  const { addressing, behaves } = recipient;
  const wildcard = addressing.wildcards[0];
  return (
    cidr.length > 0 ||
    isPrefix(address) ||
    (address === wildcard && bind === wildcard && (wildcard !== '::' || behaves('ipv6-server-names'))) ||
    (isWildcard(service.host) && service.resolution === 'DynamicDNS' && behaves('sidecar-dynamic-dns'))
  );
}

/** The host itself, and each alias with the names that clients of this namespace know it by. */
function serverNames(service: MeshService, recipient: Recipient): readonly string[] {
  return [service.host, ...service.aliases.flatMap(alias => [alias, ...otherNames(alias, recipient)])];
}

/** SC-9 *Matches*: either may be the wider. */
function overlaps(a: string, b: string): boolean {
  return isSubsetOf(a, b) || isSubsetOf(b, a);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join(' ') === [...b].sort().join(' ');
}
