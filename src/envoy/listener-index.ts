import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { Listener } from '../proxy/listener.js';
import { placeOf, placesOf } from './listener-place.js';
import { rejectionsOf, type Rejection } from './rejected-listeners.js';

/** The listeners of one sidecar by the address that was dialled. */
export interface ListenerIndex {
  find(address: string, port: number): FoundListener;
  readonly rejections: ReadonlyMap<Listener, Rejection>;
}

export interface FoundListener {
  readonly listener: Listener;
  /** Why it is this one: its own address, the wildcard address of the port, or none has it. */
  readonly by: 'address' | 'port' | 'nothing';
  /** Which would have had the connection, if Envoy did not refuse it. */
  readonly refused: { readonly listener: Listener; readonly rejection: Rejection } | null;
}

/** EM-2, EM-4: the exact address goes first, then the wildcard of the same family, then virtualOutbound stays. */
export function indexListeners({ listeners }: ProxyConfiguration): ListenerIndex {
  const byAddress = new Map<string, Listener>();
  const refusedByAddress = new Map<string, NonNullable<FoundListener['refused']>>();
  const rejections = rejectionsOf(listeners);
  for (const listener of listeners) {
    const rejection = rejections.get(listener);
    for (const place of placesOf(listener)) {
      if (rejection === undefined) byAddress.set(place, listener);
      else refusedByAddress.set(place, { listener, rejection });
    }
  }
  const original = listeners.find(({ useOriginalDst }) => useOriginalDst);
  if (original === undefined) throw new Error('a sidecar without virtualOutbound is not simulated');

  return {
    rejections,
    find(address, port) {
      const place = placeOf(address, port);
      const own = byAddress.get(place);
      if (own !== undefined) return { listener: own, by: 'address', refused: null };
      const wildcard = placeOf(address.includes(':') ? '::' : '0.0.0.0', port);
      const wild = byAddress.get(wildcard);
      const refused =
        refusedByAddress.get(place) ?? (wild === undefined ? refusedByAddress.get(wildcard) : null) ?? null;
      return { listener: wild ?? original, by: wild === undefined ? 'nothing' : 'port', refused };
    },
  };
}
