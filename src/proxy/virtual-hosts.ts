import { isHttpOrSniffed } from '../istio/protocol.js';
import type { MeshPort, MeshService } from '../mesh/service.js';
import type { ScopedListener } from '../scope/scope.js';
import { claims, tableName } from './claimed-hosts.js';
import { clusterName } from './cluster-name.js';
import { virtualHostDomains } from './domains.js';
import type { Recipient } from './proxy.js';
import { httpRoutes } from './http-routes.js';
import { everyRequest, type Route, type RouteAction, type VirtualHost } from './route-table.js';

/** Virtual hosts that share their routes: a claim on one port, or a service of its own. */
interface Wrapper {
  readonly port: number;
  readonly services: readonly MeshService[];
  readonly otherHosts: readonly string[];
  readonly routes: readonly Route[];
}

/** RT-2 to RT-11, RT-15: what VirtualServices claim, then each service by itself; port 0 stands for all ports. */
export function serviceVirtualHosts(
  listener: ScopedListener,
  listenerPort: number,
  recipient: Recipient,
): readonly VirtualHost[] {
  const port = listener.port?.protocol === 'HTTP_PROXY' ? 0 : listenerPort;
  const byHost = new Map<string, MeshService>();
  for (const service of listener.services) {
    if (service.resolution === 'Alias' && !recipient.behaves('claimable-aliases')) continue;
    const ports = portsAt(service, port);
    if (port === 0) byHost.set(service.host, service);
    else if (ports.length > 0)
      byHost.set(
        tableName(service.host, recipient),
        ports.length === service.ports.length ? service : { ...service, ports },
      );
  }
  return virtualHostsOf(wrappers(listener, byHost, port, recipient), port, recipient);
}

function wrappers(
  listener: ScopedListener,
  byHost: ReadonlyMap<string, MeshService>,
  port: number,
  recipient: Recipient,
): readonly Wrapper[] {
  const unclaimed = new Map(byHost);
  const found: Wrapper[] = [];
  for (const claim of claims(listener.routes, byHost, port, recipient)) {
    const routes = httpRoutes(claim.service, recipient, port, host => byHost.get(host) ?? null);
    if (routes.length === 0) continue;
    const byPort = new Map<number, MeshService[]>();
    for (const service of claim.services) {
      for (const { number } of service.ports.filter(({ protocol }) => isHttpOrSniffed(protocol))) {
        byPort.set(number, [...(byPort.get(number) ?? []), service]);
      }
    }
    // Port 80 alone serves hosts that no service has.
    if (byPort.size === 0 && port === 80) byPort.set(80, []);
    for (const [number, services] of byPort) {
      found.push({ port: number, services, otherHosts: claim.otherHosts, routes });
      for (const { host } of services) unclaimed.delete(port === 0 ? host : tableName(host, recipient));
    }
  }
  for (const [host, service] of unclaimed) {
    for (const { number } of servedPorts(service)) {
      const action: RouteAction = { kind: 'cluster', cluster: clusterName(host, number) };
      found.push({
        port: number,
        services: [service],
        otherHosts: [],
        routes: [{ name: 'default', match: everyRequest, action, via: null, declarer: null }],
      });
    }
  }
  return found;
}

/** RT-6, RT-10, RT-11: each name and each domain belongs to the first who wants it. */
function virtualHostsOf(found: readonly Wrapper[], port: number, recipient: Recipient): readonly VirtualHost[] {
  const realNames = new Set(
    found.flatMap(({ services, port: number }) =>
      services.flatMap(({ host }) => namesOf(tableName(host, recipient), number)),
    ),
  );
  const named = port !== 0 && recipient.behaves('port-blind-hosts') ? 'plain' : 'also-with-port';
  const names = new Set<string>();
  const claimed = new Set<string>();

  const build = (host: string, wrapper: Wrapper, service: MeshService | null): readonly VirtualHost[] => {
    const name = `${host}:${wrapper.port}`;
    if (names.has(name)) return [];
    names.add(name);
    const { all, expanded } =
      service === null
        ? { all: foreignDomains(host, wrapper.port, recipient), expanded: new Set<string>() }
        : virtualHostDomains(service, host, named === 'plain' ? null : wrapper.port, recipient);
    const domains = all.filter(domain => {
      const key = recipient.behaves('domains-in-any-case') ? domain.toLowerCase() : domain;
      const isTaken = claimed.has(key) || (expanded.has(domain) && realNames.has(domain));
      if (!isTaken) claimed.add(key);
      return !isTaken && (port !== 0 || wrapper.port === 80 || domain.includes(':'));
    });
    return domains.length === 0 ? [] : [{ name, domains, routes: wrapper.routes }];
  };

  return found.flatMap(wrapper => [
    ...wrapper.otherHosts.flatMap(host => build(tableName(host, recipient), wrapper, null)),
    ...wrapper.services.flatMap(service =>
      build(port === 0 ? service.host : tableName(service.host, recipient), wrapper, service),
    ),
  ]);
}

/** The names of a host that no service has. */
function foreignDomains(host: string, port: number, { behaves }: Recipient): readonly string[] {
  const name = host.includes(':') ? `[${host}]` : host;
  return behaves('port-blind-hosts') ? [name] : [name, `${name}:${port}`];
}

function namesOf(host: string, port: number): readonly string[] {
  return [host, `${host}:${port}`];
}

function servedPorts({ resolution, ports }: MeshService): readonly MeshPort[] {
  return resolution === 'Alias' ? [] : ports.filter(({ protocol }) => isHttpOrSniffed(protocol));
}

/** The ports of a service that a table for `port` looks at: of one number, UDP never counts (`PortList.GetByPort`). */
function portsAt({ ports }: MeshService, port: number): readonly MeshPort[] {
  if (port === 0) return ports;
  const found = ports.find(({ number, protocol }) => number === port && protocol !== 'UDP');
  return found === undefined ? [] : [found];
}
