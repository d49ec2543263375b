import type { RouteTable } from '../proxy/route-table.js';

/**
 * Why Envoy refuses a route table, or null. Without a table each request is answered with 404.
 *
 * istiod lets no domain be in a table twice, so what is left is a status that Istio's webhook takes and Envoy's API does
 * not (`DirectResponseAction.status`).
 */
export function whyTableRejected({ virtualHosts }: RouteTable): string | null {
  for (const { name, routes } of virtualHosts) {
    for (const { action } of routes) {
      if (action.kind === 'direct-response' && action.status >= 600) {
        return `virtual host ${name} answers with status ${action.status}, which is none`;
      }
    }
  }
  return null;
}
