import type { RouteTable, VirtualHost } from '../proxy/route-table.js';

/** The virtual hosts of one route table by the Host that a request names. */
export interface HostIndex {
  find(host: string): VirtualHost | null;
}

/** RT-16: the port is cut off where it is to be ignored; exact, then the longest suffix, then the longest prefix, then `*`. */
export function indexHosts({ ignoresPort, virtualHosts }: RouteTable): HostIndex {
  const exact = new Map<string, VirtualHost>();
  const suffixes: (readonly [string, VirtualHost])[] = [];
  const prefixes: (readonly [string, VirtualHost])[] = [];
  let any: VirtualHost | null = null;

  for (const virtualHost of virtualHosts) {
    for (const domain of virtualHost.domains.map(text => text.toLowerCase())) {
      if (domain === '*') any ??= virtualHost;
      else if (domain.startsWith('*')) suffixes.push([domain.slice(1), virtualHost]);
      else if (domain.endsWith('*')) prefixes.push([domain.slice(0, -1), virtualHost]);
      else if (!exact.has(domain)) exact.set(domain, virtualHost);
    }
  }
  const longestFirst = (a: readonly [string, unknown], b: readonly [string, unknown]) => b[0].length - a[0].length;
  suffixes.sort(longestFirst);
  prefixes.sort(longestFirst);

  return {
    find(host) {
      const name = ignoresPort ? withoutPort(host.toLowerCase()) : host.toLowerCase();
      const longer = ([text]: readonly [string, VirtualHost]) => name.length > text.length;
      return (
        exact.get(name) ??
        suffixes.find(suffix => longer(suffix) && name.endsWith(suffix[0]))?.[1] ??
        prefixes.find(prefix => longer(prefix) && name.startsWith(prefix[0]))?.[1] ??
        any
      );
    },
  };
}

/** What follows the last colon is the port, unless it is within the brackets of an IPv6 address (`getPortStart`). */
function withoutPort(host: string): string {
  const colon = host.lastIndexOf(':');
  return colon < host.lastIndexOf(']') || colon < 0 ? host : host.slice(0, colon);
}
