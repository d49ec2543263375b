import { append } from '../mesh/multimap.js';
import type { MeshService } from '../mesh/service.js';
import type { Scope, ScopedListener } from '../scope/scope.js';
import type { ProxyConfiguration } from './configuration.js';
import type { Listener } from './listener.js';
import type { RouteTable } from './route-table.js';

/** A service that a sidecar would know on a port, did an egress listener with that port not come first (LI-5, RT-1). */
export interface HiddenService {
  readonly port: number;
  /** As the portless egress listener imports it. */
  readonly service: MeshService;
}

/**
 * The listeners by which connections to the service's port, or requests for its host, find it.
 *
 * A chain of its own leads there, or a virtual host that is called by its host and port.
 */
export function listenersOffering(
  configuration: ProxyConfiguration,
  { resource, host }: MeshService,
  port: number,
): readonly Listener[] {
  const { byResource, byPort, ofAnyPort } = waysOf(configuration);
  const chains = (byResource.get(resource) ?? []).filter(way => way.host === host && way.listener.port === port);
  const name = `${host}:${port}`.toLowerCase();
  const tables = [...(byPort.get(port) ?? []), ...ofAnyPort].filter(({ table }) =>
    namesIn(configuration.routeTable(table)).has(name),
  );
  return [...chains, ...tables].map(({ listener }) => listener);
}

/** The ways through the listeners of a configuration, by what they lead to. */
interface Ways {
  readonly byResource: ReadonlyMap<MeshService['resource'], readonly { host: string; listener: Listener }[]>;
  /** To route tables, by the port that they are named for (LI-32). */
  readonly byPort: ReadonlyMap<number, readonly TableWay[]>;
  readonly ofAnyPort: readonly TableWay[];
}

interface TableWay {
  readonly table: string;
  readonly listener: Listener;
}

const ways = new WeakMap<ProxyConfiguration, Ways>();

function waysOf(configuration: ProxyConfiguration): Ways {
  const known = ways.get(configuration);
  if (known !== undefined) return known;
  const byResource = new Map<MeshService['resource'], { host: string; listener: Listener }[]>();
  const byPort = new Map<number, TableWay[]>();
  const ofAnyPort: TableWay[] = [];
  const { listeners, scope } = configuration;
  // A table for an HTTP proxy holds all ports, whatever its name.
  const mixesPorts = scope.listeners.some(({ port }) => port?.protocol === 'HTTP_PROXY');
  for (const listener of listeners) {
    for (const { destination, service } of [
      ...listener.chains,
      ...(listener.defaultChain ? [listener.defaultChain] : []),
    ]) {
      if (destination.kind === 'routes') {
        const [, port] = /(?:^|:)(\d+)$/.exec(destination.name) ?? [];
        const way = { table: destination.name, listener };
        if (port === undefined || mixesPorts) ofAnyPort.push(way);
        else append(byPort, Number(port), way);
      } else if (service !== null) append(byResource, service.resource, { host: service.host, listener });
    }
  }
  const found = { byResource, byPort, ofAnyPort };
  ways.set(configuration, found);
  return found;
}

const names = new WeakMap<RouteTable, ReadonlySet<string>>();

function namesIn(table: RouteTable): ReadonlySet<string> {
  const known = names.get(table) ?? new Set(table.virtualHosts.map(({ name }) => name.toLowerCase()));
  names.set(table, known);
  return known;
}

/**
 * What egress listeners with a port take from the portless one: all that it would offer on these ports if it were the
 * only one, and does not.
 *
 * `open` makes the configuration of another scope for the same sidecar.
 */
export function hiddenServices(
  told: ProxyConfiguration,
  open: (scope: Scope) => ProxyConfiguration,
): readonly HiddenService[] {
  const { listeners } = told.scope;
  const ports = new Set(listeners.flatMap(({ port }) => (port === null ? [] : [port.number])));
  const portless = listeners.find(({ port }) => port === null);
  if (portless === undefined || ports.size === 0) return [];
  const services = portless.services.filter(service => service.ports.some(({ number }) => ports.has(number)));
  if (services.length === 0) return [];

  const alone: ScopedListener = { ...portless, services };
  const free = open({ ...told.scope, listeners: [alone] });
  const isOffered = (configuration: ProxyConfiguration, service: MeshService, port: number) =>
    listenersOffering(configuration, service, port).some(listener => listener.port === port);
  return services.flatMap(service =>
    [...new Set(service.ports.map(({ number }) => number))]
      .filter(port => ports.has(port) && isOffered(free, service, port) && !isOffered(told, service, port))
      .map(port => ({ port, service })),
  );
}
