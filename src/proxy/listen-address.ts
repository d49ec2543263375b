import { familyOf } from '../resources/ip-address.js';
import { UNSPECIFIED, type MeshService } from '../mesh/service.js';
import type { Addressing, Recipient } from './proxy.js';

/**
 * The address that a service has for a proxy: a cluster address of a family it speaks, else the default one,
 * whatever its family (CV-17). An address, a prefix, or the unspecified address of the proxy's family.
 *
 * Mirrors `Service.GetAddressForProxy` and the IPv6 override in `buildSidecarOutboundListener`.
 */
export function listenAddress(service: MeshService, recipient: Recipient): string {
  const { addressing, behaves } = recipient;
  const { clusterAddresses } = service;
  // Of one address alone the family is not asked.
  const own = clusterAddresses.length > 1 ? usableAddresses(service, recipient)[0] : undefined;
  const address = own ?? automaticAddress(service, recipient) ?? service.address;
  const isOverridden = address === UNSPECIFIED && service.registry === 'External' && addressing.mode === 'IPv6';
  if (!isOverridden || !behaves('ipv6-entries')) return address;
  return behaves('ipv6-entries-by-prefix') ? '::/0' : '::';
}

/**
 * Further addresses of the same listener: the other ones of a Service, where it has them at all (CV-18), and for an
 * entry without addresses those that stand for every address.
 *
 * Mirrors `Service.GetExtraAddressesForProxy`.
 */
export function extraAddresses(service: MeshService, recipient: Recipient): readonly string[] {
  if (service.clusterAddresses.length > 1 && recipient.behaves('additional-service-addresses')) {
    return usableAddresses(service, recipient).slice(1);
  }
  if (service.registry !== 'External' || service.address !== UNSPECIFIED) return [];
  return automaticAddress(service, recipient) === null ? furtherWildcards(recipient) : [];
}

/** The wildcard addresses beside the first for what is not HTTP. */
export function furtherWildcards({ addressing, behaves }: Recipient): readonly string[] {
  return behaves('additional-entry-address') ? addressing.wildcards.slice(1) : [];
}

/**
 * The address that becomes a domain of the service's virtual host, if any (RT-10): of a Kubernetes Service the first
 * of the proxy's own family.
 */
export function domainAddress(service: MeshService, recipient: Recipient): string | null {
  const { behaves } = recipient;
  const { clusterAddresses } = service;
  const own = usableAddresses(service, recipient)[0];
  const isForeign = clusterAddresses.length > 0 && behaves('own-family-domains');
  const address = own ?? (isForeign ? null : (automaticAddress(service, recipient) ?? service.address));
  const isNone = address === null || address === UNSPECIFIED;
  return isNone || (!behaves('every-address-a-domain') && (isPrefix(address) || familyOf(address) !== 4))
    ? null
    : address;
}

/** The cluster addresses that count for the proxy: of its families, or all. */
function usableAddresses({ clusterAddresses }: MeshService, { addressing, behaves }: Recipient): readonly string[] {
  if (!behaves('own-family-addresses')) return clusterAddresses;
  return clusterAddresses.filter(address => speaks(addressing, address));
}

/** CV-20: one of the proxy's families, IPv4 rather than IPv6, if it uses them. */
function automaticAddress({ automaticAddresses }: MeshService, { addressing, behaves }: Recipient): string | null {
  if (!addressing.usesAutomaticAddresses) return null;
  if (!behaves('automatic-ipv6')) return automaticAddresses[0] ?? null;
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
