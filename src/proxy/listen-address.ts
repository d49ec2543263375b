import { familyOf } from '../resources/ip-address.js';
import { UNSPECIFIED, type MeshService } from '../mesh/service.js';
import type { Addressing, Recipient } from './proxy.js';

/**
 * The address that a service has for a proxy: a cluster address of a family it speaks, else the default one,
 * whatever its family (CV-17). An address, a prefix, or the unspecified address of the proxy's family.
 *
 * Mirrors Istio 1.30 `Service.GetAddressForProxy` and the IPv6 override in `buildSidecarOutboundListener`.
 */
export function listenAddress(service: MeshService, { addressing, behaves }: Recipient): string {
  const { clusterAddresses } = service;
  // Of one address alone the family is not asked.
  const own =
    clusterAddresses.length > 1
      ? clusterAddresses.find(candidate => !behaves('own-family-addresses') || speaks(addressing, candidate))
      : undefined;
  const address = own ?? automaticAddress(service, addressing) ?? service.address;
  const isOverridden = address === UNSPECIFIED && service.registry === 'External' && addressing.mode === 'IPv6';
  if (!isOverridden || !behaves('ipv6-entries')) return address;
  return behaves('ipv6-entries-by-prefix') ? '::/0' : '::';
}

/**
 * Further addresses of the same listener: a dual-stack proxy listens on both wildcard addresses for an entry that has
 * none. The second address of a dual-stack Service gets no listener (CV-18 says otherwise; the recordings do not).
 */
export function extraAddresses(service: MeshService, addressing: Addressing): readonly string[] {
  if (service.registry !== 'External' || service.address !== UNSPECIFIED) return [];
  return automaticAddress(service, addressing) === null ? addressing.wildcards.slice(1) : [];
}

/**
 * The address that becomes a domain of the service's virtual host, if any (RT-10): of a Kubernetes Service the first
 * of the proxy's own family.
 */
export function domainAddress(service: MeshService, { addressing, behaves }: Recipient): string | null {
  const { clusterAddresses } = service;
  const own = clusterAddresses.find(candidate => !behaves('own-family-addresses') || speaks(addressing, candidate));
  const isForeign = clusterAddresses.length > 0 && behaves('own-family-domains');
  const address = own ?? (isForeign ? null : (automaticAddress(service, addressing) ?? service.address));
  return address === UNSPECIFIED ? null : address;
}

/** CV-20: one of the proxy's families, IPv4 rather than IPv6, if it uses them. */
function automaticAddress({ automaticAddresses }: MeshService, addressing: Addressing): string | null {
  if (!addressing.usesAutomaticAddresses) return null;
  const spoken = automaticAddresses.filter(address => speaks(addressing, address));
  return spoken.find(address => familyOf(address) === 4) ?? spoken[0] ?? null;
}

export function isPrefix(address: string): boolean {
  return address.includes('/');
}

function speaks({ mode }: Addressing, address: string): boolean {
  const family = familyOf(address);
  return mode === 'dual' || (mode === 'IPv6' ? family === 6 : family === 4);
}
