import { parseClusterName } from '../proxy/cluster-name.js';
import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { Target } from '../proxy/destination.js';
import type { DestinationShape, ListenerShape, LiveSidecar } from './live-sidecar.js';
import { allChains, clustersOf } from './shape-text.js';

/** The hosts of a configuration, in lower case, by what they are named for. */
export interface Mentions {
  /** Hosts with clusters. */
  readonly clusters: ReadonlySet<string>;
  /** Those, and hosts that chains or routes lead to. */
  readonly dialled: ReadonlySet<string>;
  /** Hosts that VirtualServices lead to, as far as that is known: they need not exist. */
  readonly ledTo: ReadonlySet<string>;
  /** What chains ask for as SNI. */
  readonly serverNames: ReadonlySet<string>;
  /** Hosts of virtual hosts: a VirtualService makes some that no service has. */
  readonly virtualHosts: ReadonlySet<string>;
}

/** Whom a sidecar's dump names. */
export function liveMentions({ listeners, tables, clusters }: LiveSidecar): Mentions {
  return mentions(listeners ?? [], [...(tables?.values() ?? [])], [...(clusters?.keys() ?? [])]);
}

/** Whom our configuration names, in the parts that the dump has. */
export function ourMentions(configuration: ProxyConfiguration, live: LiveSidecar): Mentions {
  return mentions(
    live.listeners === null ? [] : configuration.listeners,
    live.tables === null ? [] : configuration.routeNames.map(name => configuration.routeTable(name)),
    live.clusters === null ? [] : [...configuration.clusters().keys()],
  );
}

interface Table {
  readonly virtualHosts: readonly {
    readonly name: string;
    readonly routes: readonly { readonly action: Target | { readonly kind: string }; readonly via?: unknown }[];
  }[];
}

function mentions(
  listeners: readonly ListenerShape[],
  tables: readonly Table[],
  clusterNames: readonly string[],
): Mentions {
  const virtualHosts = tables.flatMap(table => table.virtualHosts);
  const clusters = new Set(clusterNames.flatMap(hostOfCluster));
  const ways: readonly Way[] = [
    ...listeners.flatMap(allChains).map(chain => ({ ...chain, hosts: hostsOfChain(chain) })),
    ...virtualHosts.flatMap(({ routes }) => routes).map(({ action, via }) => ({ via, hosts: hostsOf(action) })),
  ];
  return {
    clusters,
    dialled: new Set([...clusters, ...ways.flatMap(({ hosts }) => hosts)]),
    ledTo: new Set(ways.flatMap(({ via, hosts }) => (via === undefined || via === null ? [] : hosts))),
    serverNames: new Set(
      listeners.flatMap(allChains).flatMap(({ match }) => match.serverNames.map(name => name.toLowerCase())),
    ),
    virtualHosts: new Set(virtualHosts.flatMap(({ name }) => hostOfName(name) ?? [])),
  };
}

/** A chain or a route; only ours say which VirtualService they are of. */
interface Way {
  readonly hosts: readonly string[];
  readonly via?: unknown;
}

function hostsOf(action: Target | { readonly kind: string }): readonly string[] {
  return 'cluster' in action || 'clusters' in action ? clustersOf(action).flatMap(hostOfCluster) : [];
}

/** The hosts that a chain leads to, where its clusters say so. */
export function hostsOfChain({ destination }: { readonly destination: DestinationShape }): readonly string[] {
  return clustersOf(destination).flatMap(hostOfCluster);
}

/** The host of a virtual host `host:port`; null for the one that takes what no other takes. */
export function hostOfName(virtualHost: string): string | null {
  const colon = virtualHost.lastIndexOf(':');
  return colon < 0 ? null : virtualHost.slice(0, colon).toLowerCase();
}

/** The host of a cluster, none for the policy's clusters. */
export function hostOfCluster(name: string): readonly string[] {
  const parsed = parseClusterName(name);
  return parsed === null ? [] : [parsed.host.toLowerCase()];
}
