import { append } from '../mesh/multimap.js';
import type { ProxyConfiguration } from './configuration.js';
import type { Listener } from './listener.js';
import type { RouteTable } from './route-table.js';

/**
 * The listeners by which connections to the host's port, or requests for the host, find it: a chain of a service of that
 * host leads there, or a virtual host of that name and port.
 */
export function listenersOffering(configuration: ProxyConfiguration, host: string, port: number): readonly Listener[] {
  const { byHost, byPort, ofAnyPort } = waysOf(configuration);
  const chains = (byHost.get(host) ?? []).filter(listener => listener.port === port);
  const name = `${host}:${port}`.toLowerCase();
  const tables = [...(byPort.get(port) ?? []), ...ofAnyPort].filter(({ table }) =>
    namesIn(configuration.routeTable(table)).has(name),
  );
  return [...chains, ...tables.map(({ listener }) => listener)];
}

/** The ways through the listeners of a configuration, by what they lead to. */
interface Ways {
  readonly byHost: ReadonlyMap<string, readonly Listener[]>;
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
  const byHost = new Map<string, Listener[]>();
  const byPort = new Map<number, TableWay[]>();
  const ofAnyPort: TableWay[] = [];
  const { listeners, scope } = configuration;
  // A table for an HTTP proxy holds all ports, whatever its name.
  const mixesPorts = scope.listeners.some(({ port }) => port?.protocol === 'HTTP_PROXY');
  for (const listener of listeners) {
    const { chains, defaultChain } = listener;
    for (const { destination, service } of defaultChain === null ? chains : [...chains, defaultChain]) {
      if (destination.kind === 'routes') {
        const [, port] = /(?:^|:)(\d+)$/.exec(destination.name) ?? [];
        const way = { table: destination.name, listener };
        if (port === undefined || mixesPorts) ofAnyPort.push(way);
        else append(byPort, Number(port), way);
      } else if (service !== null) append(byHost, service.host, listener);
    }
  }
  const found = { byHost, byPort, ofAnyPort };
  ways.set(configuration, found);
  return found;
}

const names = new WeakMap<RouteTable, ReadonlySet<string>>();

function namesIn(table: RouteTable): ReadonlySet<string> {
  const known = names.get(table) ?? new Set(table.virtualHosts.map(({ name }) => name.toLowerCase()));
  names.set(table, known);
  return known;
}
