import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { Listener } from '../proxy/listener.js';
import { placeOf, placesOf } from './listener-place.js';
import { rejectionsOf } from './rejected-listeners.js';

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
  const rejections = rejectionsOf(listeners);
  for (const listener of listeners) {
    if (rejections.has(listener)) continue;
    for (const place of placesOf(listener)) byAddress.set(place, listener);
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
