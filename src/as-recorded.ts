import type { Behaves } from './istio/behaviours.js';
import type { ProxyConfiguration } from './proxy/configuration.js';

/**
 * The configuration as the conformance vectors have it. Their recorder asked istiod for the table of each listener
 * in turn within one request, and of a private table that several listeners share (a headless Service of unknown
 * protocol) istiod gives no virtual host the second time: the first answer replaced the domains in the cache by which
 * it looks them up (`getVirtualHostsForSniffedServicePort`). A sidecar names each table once, so no review sees this.
 */
export function asRecorded(configuration: ProxyConfiguration, behaves: Behaves): ProxyConfiguration {
  if (!behaves('private-tables-for-any-host')) return configuration;
  const asked = new Set<string>();
  const askedAgain = new Set<string>();
  for (const { chains, defaultChain } of configuration.listeners) {
    for (const { destination } of defaultChain === null ? chains : [...chains, defaultChain]) {
      if (destination.kind !== 'routes' || !isPrivate(destination.name)) continue;
      (asked.has(destination.name) ? askedAgain : asked).add(destination.name);
    }
  }
  if (askedAgain.size === 0) return configuration;
  return {
    ...configuration,
    routeTable: name => {
      const table = configuration.routeTable(name);
      return askedAgain.has(name) ? { ...table, virtualHosts: [] } : table;
    },
  };
}

/** `host:port`, rather than a port or a Unix socket (`extractListenerPort`). */
function isPrivate(name: string): boolean {
  return name.includes(':') && !name.startsWith('unix://');
}
