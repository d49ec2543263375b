import { isWildcard } from '../resources/hostname.js';

/** Values by host, of which the most specific one that covers a name counts (`MostSpecificHostMatch`). */
export interface HostMap<Value> {
  find(host: string): Value | undefined;
}

/** Exact before wildcard, longer wildcard before shorter. */
export function mostSpecific<Value>(values: ReadonlyMap<string, Value>): HostMap<Value> {
  const wildcards = [...values.keys()].filter(isWildcard).sort((a, b) => b.length - a.length);
  return {
    find(host) {
      const exact = values.get(host);
      if (exact !== undefined) return exact;
      const name = isWildcard(host) ? host.slice(1) : host;
      const wildcard = wildcards.find(pattern => name.endsWith(pattern.slice(1)));
      return wildcard === undefined ? undefined : values.get(wildcard);
    },
  };
}
