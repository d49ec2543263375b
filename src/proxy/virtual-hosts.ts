import { isHttpOrSniffed } from '../istio/protocol.js';
import type { MeshPort, MeshService } from '../mesh/service.js';
import type { OutboundTrafficPolicy } from '../resources/resource.js';
import type { Scope, ScopedListener } from '../scope/scope.js';
import { clusterName } from './cluster-name.js';
import { virtualHostDomains } from './domains.js';
import { policyCluster } from './finalize.js';
import { familyOfProxy, type Proxy } from './proxy.js';
import type { RouteAction, RouteTable, VirtualHost } from './route-table.js';

/**
 * Makes the route tables that a sidecar's HTTP chains name: `80`, a private `host:port`, or a Unix socket (RT-1 to
 * RT-15), each once.
 *
 * Mirrors Istio 1.30 `buildSidecarOutboundHTTPRouteConfig`.
 */
export function createRouteTables(scope: Scope, proxy: Proxy): (name: string) => RouteTable {
  const tables = new Map<string, RouteTable>();
  // A private table is one virtual host of its port, where there may be thousands of both.
  const hostsByDomain = new Map<number, ReadonlyMap<string, VirtualHost>>();

  function hostsOf(port: number, bind: string): readonly VirtualHost[] {
    const listener = egressListenerFor(scope, port, bind);
    return listener === null ? [] : serviceVirtualHosts(listener, port, proxy);
  }

  function privateHosts(host: string, port: number, name: string): readonly VirtualHost[] {
    const byDomain =
      hostsByDomain.get(port) ??
      new Map(hostsOf(port, name).flatMap(virtualHost => virtualHost.domains.map(domain => [domain, virtualHost])));
    hostsByDomain.set(port, byDomain);
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
    const table: RouteTable = { name, virtualHosts };
    tables.set(name, table);
    return table;
  };
}

/** `host` is null for a table that all services of the port share. */
function parseRouteName(name: string): { readonly host: string | null; readonly port: number } {
  if (name.startsWith('unix://')) return { host: null, port: 0 };
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

/** RT-2, RT-9 to RT-11, RT-15: one virtual host for each host and port; port 0 stands for all ports. */
function serviceVirtualHosts(listener: ScopedListener, listenerPort: number, proxy: Proxy): readonly VirtualHost[] {
  const port = listener.port?.protocol === 'HTTP_PROXY' ? 0 : listenerPort;
  const byHost = new Map<string, MeshService>();
  for (const service of listener.services) {
    if (port === 0) byHost.set(service.host, service);
    else if (portsAt(service, port).length > 0) byHost.set(service.host.toLowerCase(), service);
  }

  const served = [...byHost].flatMap(([host, service]) =>
    servedPorts(service, port).map(({ number }) => ({ host, service, number })),
  );
  const realNames = new Set(served.flatMap(({ host, number }) => [host, `${host}:${number}`]));
  const family = familyOfProxy(proxy);
  const claimed = new Set<string>();

  return served.flatMap(({ host, service, number }) => {
    const namedPort = port === 0 ? number : null;
    const { all, expanded } = virtualHostDomains(service, host, namedPort, family, proxy.namespace);
    const domains = all.filter(domain => {
      const isTaken = claimed.has(domain.toLowerCase()) || (expanded.has(domain) && realNames.has(domain));
      if (!isTaken) claimed.add(domain.toLowerCase());
      return !isTaken && (port !== 0 || number === 80 || domain.includes(':'));
    });
    if (domains.length === 0) return [];
    const action: RouteAction = { kind: 'cluster', cluster: clusterName(host, number) };
    return [{ name: `${host}:${number}`, domains, routes: [{ name: 'default', match: { prefix: '/' }, action }] }];
  });
}

function servedPorts(service: MeshService, port: number): readonly MeshPort[] {
  if (service.resolution === 'Alias') return [];
  return portsAt(service, port).filter(({ protocol }) => isHttpOrSniffed(protocol));
}

/** The ports of a service that a table for `port` looks at: of one number, UDP never counts (`PortList.GetByPort`). */
function portsAt({ ports }: MeshService, port: number): readonly MeshPort[] {
  if (port === 0) return ports;
  const found = ports.find(({ number, protocol }) => number === port && protocol !== 'UDP');
  return found === undefined ? [] : [found];
}

/** RT-12: requests for hosts that nobody configured. */
function catchAll(policy: OutboundTrafficPolicy): VirtualHost {
  const isBlocked = policy.mode === 'REGISTRY_ONLY';
  const name = isBlocked ? 'block_all' : 'allow_any';
  const action: RouteAction = isBlocked
    ? { kind: 'direct-response', status: 502 }
    : { kind: 'cluster', cluster: policyCluster(policy) };
  return { name, domains: ['*'], routes: [{ name, match: { prefix: '/' }, action }] };
}
