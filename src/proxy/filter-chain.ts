import type { Behaves } from '../istio/behaviours.js';
import type { Target } from './destination.js';
import type { MeshService } from '../mesh/service.js';
import type { VirtualService } from '../resources/route-rules.js';
import type { Inspector } from './listener.js';
import { maskPrefix } from '../resources/ip-address.js';
import { UNSPECIFIED } from '../mesh/service.js';

/** One way through a listener: what a connection must look like, and where it then goes. */
export interface FilterChain {
  readonly match: ChainMatch;
  readonly destination: Destination;
  /** The service that brought the chain; null for the policy's own chains. */
  readonly service: MeshService | null;
  /** The VirtualService whose rule leads there; null where none does. */
  readonly via: VirtualService | null;
}

/** Empty lists and null match everything; `serverNames` and `prefixRanges` are sorted as istiod sorts them. */
export interface ChainMatch {
  readonly destinationPort: number | null;
  readonly prefixRanges: readonly string[];
  readonly serverNames: readonly string[];
  readonly transportProtocol: 'raw_buffer' | null;
  readonly applicationProtocols: readonly string[];
}

/** Clusters take the connection, or a route table decides request by request. */
export type Destination = Target | { readonly kind: 'routes'; readonly name: string };

export const everyConnection: ChainMatch = {
  destinationPort: null,
  prefixRanges: [],
  serverNames: [],
  transportProtocol: null,
  applicationProtocols: [],
};

/** What the HTTP inspector reports of plaintext HTTP that is to take the HTTP chain (LI-19). */
export function plaintextHttp(behaves: Behaves): ChainMatch {
  const applicationProtocols = [...(behaves('http-1.0-chains') ? ['http/1.0'] : []), 'http/1.1', 'h2c'];
  return { ...everyConnection, transportProtocol: 'raw_buffer', applicationProtocols };
}

/** LI-29. Mirrors `filterChainOpts.isMatchAll`. */
export function isMatchAll({ match }: Pick<FilterChain, 'match'>): boolean {
  return (
    (match.serverNames.length === 0 || match.serverNames.includes('*')) &&
    match.applicationProtocols.length === 0 &&
    match.transportProtocol === null &&
    match.prefixRanges.length === 0 &&
    match.destinationPort === null
  );
}

/** What has to look into a connection before one of the chains can be chosen. */
export function inspectorsFor(chains: readonly Pick<FilterChain, 'match'>[]): ReadonlySet<Inspector> {
  const inspectors = new Set<Inspector>();
  if (chains.some(({ match }) => match.serverNames.length > 0)) inspectors.add('tls_inspector');
  if (chains.some(({ match }) => match.applicationProtocols.length > 0)) inspectors.add('http_inspector');
  return inspectors;
}

/** Two chains with equal keys are one to istiod: the later is dropped (LI-21, `filterChainOpts.conflictsWith`). */
export function conflictKey({ match }: FilterChain): string {
  const names = match.serverNames.filter(name => name !== '*');
  const ranges = match.prefixRanges.filter(range => range.split('/')[0] !== UNSPECIFIED).map(maskPrefix);
  return [
    match.transportProtocol ?? '',
    match.applicationProtocols.join(','),
    [...new Set(names)].sort().join(','),
    [...new Set(ranges)].sort().join(','),
  ].join('|');
}
