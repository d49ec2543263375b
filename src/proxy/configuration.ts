import type { Mesh } from '../mesh/mesh.js';
import type { Scope } from '../scope/scope.js';
import { buildClusters, type Cluster } from './clusters.js';
import { finalizeListener, httpProxyListener, virtualOutbound } from './finalize.js';
import { hiddenServices, type HiddenService } from './hidden-services.js';
import type { Listener } from './listener.js';
import type { ChainContest } from './listener-entry.js';
import { buildEntries } from './outbound-listeners.js';
import { outboundPatches, type OutboundPatch } from './outbound-patches.js';
import { recipientOf, type Proxy } from './proxy.js';
import type { RouteTable } from './route-table.js';
import { createRouteTables } from './route-tables.js';

/** The outbound half of what istiod tells one sidecar. Route tables and clusters are made when first asked for. */
export interface ProxyConfiguration {
  readonly scope: Scope;
  /** virtualOutbound is last. */
  readonly listeners: readonly Listener[];
  /** The names of all route tables that the listeners refer to, in order. */
  readonly routeNames: readonly string[];
  routeTable(name: string): RouteTable;
  clusters(): ReadonlyMap<string, Cluster>;
  /** What an older service kept out of a listener. */
  readonly contests: readonly ChainContest[];
  /** What egress listeners with a port keep the portless one from offering there. */
  hidden(): readonly HiddenService[];
  /** What EnvoyFilters then change of it, as far as calls may end elsewhere. */
  readonly patches: readonly OutboundPatch[];
}

/** Everything that a sidecar of that scope is told. */
export function configureProxy(scope: Scope, proxy: Proxy, mesh: Mesh): ProxyConfiguration {
  const recipient = recipientOf(proxy, mesh);
  const { entries, contests } = buildEntries(scope, recipient);
  const httpProxy = httpProxyListener(recipient);
  const listeners = [
    ...[...entries.values()].map(entry => finalizeListener(entry, scope.policy, recipient)),
    ...(httpProxy === null ? [] : [httpProxy]),
    virtualOutbound(scope.policy, recipient),
  ];
  let clusters: ReadonlyMap<string, Cluster> | null = null;
  let hidden: readonly HiddenService[] | null = null;

  const configuration: ProxyConfiguration = {
    scope,
    listeners,
    routeNames: [...new Set(listeners.flatMap(routeNamesOf))],
    routeTable: createRouteTables(scope, recipient),
    clusters: () => (clusters ??= buildClusters(scope, recipient, mesh.policies)),
    contests,
    hidden: () => (hidden ??= hiddenServices(configuration, other => configureProxy(other, proxy, mesh))),
    patches: outboundPatches(mesh.envoyFilters.find(proxy.namespace, proxy.labels), mesh.version),
  };
  return configuration;
}

function routeNamesOf({ chains, defaultChain }: Listener): readonly string[] {
  const all = defaultChain === null ? chains : [...chains, defaultChain];
  return all.flatMap(({ destination }) => (destination.kind === 'routes' ? [destination.name] : []));
}
