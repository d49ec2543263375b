import { familyOf } from '../resources/ip-address.js';
import type { Labels } from '../resources/resource.js';

/** One workload's sidecar, as far as its outbound configuration depends on it. */
export interface Proxy {
  readonly namespace: string;
  readonly labels: Labels;
  /** The pod's addresses, first one first. */
  readonly ips: readonly string[];
  /** Whether it answers the pod's DNS queries itself, and so uses automatic addresses (CV-20). */
  readonly capturesDns: boolean;
}

/** What follows from the addresses that a proxy has and knows (`getWildcardsAndLocalHost`, CV-20). */
export interface Addressing {
  readonly mode: 'IPv4' | 'IPv6' | 'dual';
  /** Addresses that stand for every address: the first names the listener. */
  readonly wildcards: readonly [string, ...string[]];
  /** Addresses that a bound listener takes where the Sidecar names none (LI-3). */
  readonly loopbacks: readonly [string, ...string[]];
  readonly usesAutomaticAddresses: boolean;
}

const families = {
  IPv4: { mode: 'IPv4', wildcards: ['0.0.0.0'], loopbacks: ['127.0.0.1'] },
  IPv6: { mode: 'IPv6', wildcards: ['::'], loopbacks: ['::1'] },
  dual: { mode: 'dual', wildcards: ['0.0.0.0', '::'], loopbacks: ['127.0.0.1', '::1'] },
} as const satisfies Record<Addressing['mode'], Omit<Addressing, 'usesAutomaticAddresses'>>;

/** By the pod's own addresses; without any, IPv4. */
export function addressingOf({ ips, capturesDns }: Proxy): Addressing {
  const hasV4 = ips.some(ip => familyOf(ip) === 4);
  const hasV6 = ips.some(ip => familyOf(ip) === 6);
  const family = hasV6 ? (hasV4 ? families.dual : families.IPv6) : families.IPv4;
  return { ...family, usesAutomaticAddresses: capturesDns };
}
