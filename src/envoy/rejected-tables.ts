import type { RouteTable } from '../proxy/route-table.js';

/**
 * Why Envoy refuses a route table, or null. Without a table each request is answered with 404.
 *
 * Mirrors Envoy 1.40 `RouteMatcher`, and the bound of `DirectResponseAction.status`, which Istio's webhook does not know.
 */
export function whyTableRejected({ virtualHosts }: RouteTable): string | null {
  const names = new Set<string>();
  const owners = new Map<string, string>();
  for (const { name, domains, routes } of virtualHosts) {
    if (names.has(name)) return `two virtual hosts are called ${name}`;
    names.add(name);
    for (const domain of domains.map(text => text.toLowerCase())) {
      const owner = owners.get(domain);
      if (owner !== undefined) return `virtual hosts ${owner} and ${name} both have the domain ${domain}`;
      owners.set(domain, name);
    }
    for (const { action } of routes) {
      if (action.kind === 'direct-response' && action.status >= 600) {
        return `virtual host ${name} answers with status ${action.status}, which is none`;
      }
    }
  }
  return null;
}
