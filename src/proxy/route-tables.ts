import type { OutboundTrafficPolicy } from '../resources/resource.js';
import type { Scope, ScopedListener } from '../scope/scope.js';
import { HTTP_PROXY_ROUTES, policyCluster } from './finalize.js';
import type { Recipient } from './proxy.js';
import { everyRequest, type RouteAction, type RouteTable, type VirtualHost } from './route-table.js';
import { serviceVirtualHosts } from './virtual-hosts.js';

/**
 * Makes the route tables that a sidecar's HTTP chains name: `80`, a private `host:port`, or a Unix socket (RT-1 to
 * RT-15), each once.
 *
 * Mirrors `buildSidecarOutboundHTTPRouteConfig`.
 */
export function createRouteTables(scope: Scope, recipient: Recipient): (name: string) => RouteTable {
  const tables = new Map<string, RouteTable>();
  // A private table is one virtual host of its port, where there may be thousands of both.
  const hostsByDomain = new Map<number, ReadonlyMap<string, VirtualHost>>();

  function hostsOf(port: number, bind: string): readonly VirtualHost[] {
    const listener = egressListenerFor(scope, port, bind);
    return listener === null ? [] : serviceVirtualHosts(listener, port, recipient);
  }

  function privateHosts(host: string, port: number, name: string): readonly VirtualHost[] {
    const byDomain =
      hostsByDomain.get(port) ??
      new Map(hostsOf(port, name).flatMap(virtualHost => virtualHost.domains.map(domain => [domain, virtualHost])));
    hostsByDomain.set(port, byDomain);
    if (!recipient.behaves('private-tables-for-any-host')) {
      const named = byDomain.get(name);
      return named === undefined ? [...new Set(byDomain.values())] : [named];
    }
    const own = [...new Set([host, name].flatMap(domain => byDomain.get(domain) ?? []))];
    // RT-13: whatever the Host says, what was dialled at this address is for this service.
    return own.length === 1 ? own.map(virtualHost => ({ ...virtualHost, domains: ['*'] })) : own;
  }

  return name => {
    const known = tables.get(name);
    if (known !== undefined) return known;
    const { host, port } = parseRouteName(name);
    const virtualHosts =
      host === null ? [...hostsOf(port, name), catchAll(scope.policy)] : privateHosts(host, port, name);
    const table: RouteTable = { name, ignoresPort: recipient.behaves('port-blind-hosts'), virtualHosts };
    tables.set(name, table);
    return table;
  };
}

/** `host` is null for a table that all services of the port share. */
function parseRouteName(name: string): { readonly host: string | null; readonly port: number } {
  if (name.startsWith('unix://') || name === HTTP_PROXY_ROUTES) return { host: null, port: 0 };
  const colon = name.lastIndexOf(':');
  return { host: colon < 0 ? null : name.slice(0, colon), port: Number(name.slice(colon + 1)) };
}

/** RT-1: the first egress listener without a port, or with this one. */
function egressListenerFor({ listeners }: Scope, port: number, bind: string): ScopedListener | null {
  const found = listeners.find(listener =>
    listener.port === null ? true : listener.port.number === port && (port !== 0 || listener.bind === bind),
  );
  return found ?? null;
}

/** RT-12: requests for hosts that nobody configured. */
function catchAll(policy: OutboundTrafficPolicy): VirtualHost {
  const isBlocked = policy.mode === 'REGISTRY_ONLY';
  const name = isBlocked ? 'block_all' : 'allow_any';
  const action: RouteAction = isBlocked
    ? { kind: 'direct-response', status: 502 }
    : { kind: 'cluster', cluster: policyCluster(policy) };
  return { name, domains: ['*'], routes: [{ name, match: everyRequest, action, via: null, declarer: null }] };
}
