import type { Behaves } from '../istio/behaviours.js';
import type { MeshConfig } from '../istio/mesh-config.js';
import { usesAutomaticAddresses } from '../mesh/automatic-addresses.js';
import type { Mesh } from '../mesh/mesh.js';
import { familyOf } from '../resources/ip-address.js';
import type { Labels } from '../resources/resource.js';

/** One workload's sidecar, as far as its outbound configuration depends on it. */
export interface Proxy {
  readonly namespace: string;
  readonly labels: Labels;
  /** The pod's addresses, first one first. */
  readonly ips: readonly string[];
  /** Whether it answers the pod's DNS queries itself, as it has to for automatic addresses (CV-20). */
  readonly capturesDns: boolean;
  /** Whether it asks for automatic addresses. */
  readonly allocatesAddresses: boolean;
}

/** A proxy with all that its configuration depends on beside its scope. */
export interface Recipient extends Proxy {
  readonly addressing: Addressing;
  readonly behaves: Behaves;
  readonly config: MeshConfig;
}

export function recipientOf(proxy: Proxy, { behaves, config }: Mesh): Recipient {
  return { ...proxy, addressing: addressingOf(proxy, behaves), behaves, config };
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
export function addressingOf(proxy: Proxy, behaves: Behaves): Addressing {
  const { ips } = proxy;
  const hasV4 = ips.some(ip => familyOf(ip) === 4);
  const hasV6 = ips.some(ip => familyOf(ip) === 6);
  const family: Omit<Addressing, 'usesAutomaticAddresses'> = hasV6
    ? hasV4
      ? families.dual
      : families.IPv6
    : families.IPv4;
  const isSingle = !behaves('additional-addresses');
  return {
    mode: family.mode,
    wildcards: isSingle ? [family.wildcards[0]] : family.wildcards,
    loopbacks: isSingle ? [family.loopbacks[0]] : family.loopbacks,
    usesAutomaticAddresses: usesAutomaticAddresses(proxy, behaves),
  };
}
