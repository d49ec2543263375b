import type { ProxyConfiguration } from '../proxy/configuration.js';
import { whyRejected } from './rejected-listeners.js';
import type { Listener } from '../proxy/listener.js';
import { parseAddress } from '../resources/ip-address.js';

/** The listeners of one sidecar by the address that was dialled. */
export interface ListenerIndex {
  find(address: string, port: number): FoundListener;
}

export interface FoundListener {
  readonly listener: Listener;
  /** Why it is this one: its own address, the wildcard address of the port, or none has it. */
  readonly by: 'address' | 'port' | 'nothing';
}

/** EM-2, EM-4: the exact address goes first, then the wildcard of the same family, then virtualOutbound stays. */
export function indexListeners({ listeners }: ProxyConfiguration): ListenerIndex {
  const byAddress = new Map<string, Listener>();
  for (const listener of listeners) {
    if (whyRejected(listener) !== null) continue;
    for (const address of [listener.address, ...listener.additionalAddresses]) {
      const key = placeOf(address, listener.port);
      if (!byAddress.has(key)) byAddress.set(key, listener);
    }
  }
  const original = listeners.find(({ useOriginalDst }) => useOriginalDst);
  if (original === undefined) throw new Error('a sidecar without virtualOutbound is not simulated');

  return {
    find(address, port) {
      const own = byAddress.get(placeOf(address, port));
      if (own !== undefined) return { listener: own, by: 'address' };
      const wild = byAddress.get(placeOf(address.includes(':') ? '::' : '0.0.0.0', port));
      return wild === undefined ? { listener: original, by: 'nothing' } : { listener: wild, by: 'port' };
    },
  };
}

/** An IPv6 address has many spellings, of which istiod sends the one that the manifest has. */
function placeOf(address: string, port: number): string {
  const spelled = address.includes(':') ? (parseAddress(address)?.text ?? address) : address;
  return `${spelled} ${port}`;
}
