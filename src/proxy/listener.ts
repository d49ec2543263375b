import type { FilterChain } from './filter-chain.js';

/** One outbound listener as Envoy gets it. */
export interface Listener {
  readonly name: string;
  /** The address that connections were dialled to; a Unix socket's path has port 0. */
  readonly address: string;
  readonly additionalAddresses: readonly string[];
  readonly port: number;
  /** False: it takes captured traffic; true: it is a real socket. */
  readonly bindToPort: boolean;
  readonly inspectors: readonly Inspector[];
  /** How long the inspectors wait for the client's first bytes, in milliseconds; 0 for ever (MC-7). */
  readonly inspectionTimeout: number;
  /** Only virtualOutbound: hands captured connections to the listener of their address. */
  readonly useOriginalDst: boolean;
  readonly chains: readonly FilterChain[];
  /** Takes what no chain takes; null closes it. */
  readonly defaultChain: FilterChain | null;
}

export type Inspector = 'tls_inspector' | 'http_inspector';

/** Whether the client has to speak first: connections of a client that does not hang. */
export function waitsForClient({ inspectors, inspectionTimeout }: Listener): boolean {
  return inspectors.length > 0 && inspectionTimeout === 0;
}

/** The key under which istiod collects what shares a listener (LI-14). */
export function listenerKey(address: string, port: number): string {
  return `${address}_${port}`;
}
