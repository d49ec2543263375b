import { parseAddress, parsePrefix } from '../resources/ip-address.js';

/** The address of a domain that is one: `10.0.0.5`, `[2001:db8::1]`, with or without a port; null for a name. */
export function addressOfDomain(domain: string): string | null {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(domain)?.[1] ?? domain.replace(/^([\d.]+(?:\/\d+)?):\d+$/, '$1');
  return parseAddress(bare) !== null || parsePrefix(bare) !== null ? bare : null;
}

/** Decides whether a domain of a virtual host is an address or a prefix. */
export function isAddressDomain(domain: string): boolean {
  return addressOfDomain(domain) !== null;
}
