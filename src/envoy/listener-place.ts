import type { Listener } from '../proxy/listener.js';
import { parseAddress } from '../resources/ip-address.js';

/** Where a listener takes connections, each a key of address and port. */
export function placesOf({ address, additionalAddresses, port }: Listener): readonly string[] {
  return [address, ...additionalAddresses].map(own => placeOf(own, port));
}

/** An IPv6 address has many spellings, of which istiod sends the one that the manifest has. */
export function placeOf(address: string, port: number): string {
  const spelled = address.includes(':') ? (parseAddress(address)?.text ?? address) : address;
  return `${spelled} ${port}`;
}
