import type { GroupClass } from '../diff/group-classes.js';
import type { Side } from '../diff/side.js';
import { isHttpOrSniffed } from '../istio/protocol.js';
import { declarerOf } from '../mesh/virtual-services.js';
import { clusterName, parseClusterName } from '../proxy/cluster-name.js';
import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { Target } from '../proxy/destination.js';
import { policyCluster } from '../proxy/finalize.js';
import type { ResourceName } from './finding.js';

/** What a cluster that is not there was to reach. */
export interface Orphan {
  readonly host: string;
  readonly port: number;
  /** The resource that leads there. */
  readonly owner: ResourceName | null;
}

const known = new WeakMap<ProxyConfiguration, ReadonlyMap<string, Orphan>>();

/** Clusters that are led to and do not exist, by name. */
export function orphans(side: Side, { asked }: GroupClass): ReadonlyMap<string, Orphan> {
  const { configuration } = side.sidecar(asked);
  const found = known.get(configuration) ?? findOrphans(side, asked, configuration);
  known.set(configuration, found);
  return found;
}

function findOrphans(
  side: Side,
  asked: GroupClass['asked'],
  configuration: ProxyConfiguration,
): ReadonlyMap<string, Orphan> {
  const clusters = configuration.clusters();
  const found = new Map<string, Orphan>();
  const policy = policyCluster(configuration.scope.policy);
  const egressProxy = clusters.has(policy) ? null : parseClusterName(policy);
  if (egressProxy !== null) found.set(policy, { ...egressProxy, owner: configuration.scope.sidecar });

  for (const service of side.configured(asked).services) {
    if (service.resolution === 'Alias') continue;
    for (const { number, protocol } of service.ports) {
      const cluster = clusterName(service.host, number);
      if (protocol === 'UDP' || clusters.has(cluster)) continue;
      if (!leadsTo(configuration, cluster, isHttpOrSniffed(protocol) ? number : null)) continue;
      found.set(cluster, { host: service.host, port: number, owner: service.resource });
    }
  }
  // On port 80 istiod makes a virtual host even of a service without that port (`buildSidecarVirtualHostsForVirtualService`),
  // and nobody calls it there.
  const isOfNoService = ({ host, port }: Pick<Orphan, 'host' | 'port'>, virtualHost: string | null) => {
    const own = virtualHost === `${host}:${port}` ? side.configured(asked).servicesOf(host) : [];
    return own.length > 0 && own.every(({ ports }) => ports.every(({ number }) => number !== port));
  };
  for (const { target, via, virtualHost } of ruledTargets(configuration)) {
    for (const cluster of clustersOf(target)) {
      const meant = clusters.has(cluster) ? null : parseClusterName(cluster);
      if (meant !== null && !isOfNoService(meant, virtualHost)) found.set(cluster, { ...meant, owner: via });
    }
  }
  return found;
}

interface RuledTarget {
  readonly target: Target;
  readonly via: ResourceName;
  /** Whose routes lead there, as `host:port`; null for a chain. */
  readonly virtualHost: string | null;
}

/** Where VirtualServices lead, by chains and by routes. */
function ruledTargets(configuration: ProxyConfiguration): readonly RuledTarget[] {
  if (configuration.scope.listeners.every(({ routes }) => routes.length === 0)) return [];
  const chains = configuration.listeners.flatMap(listener => listener.chains);
  const routes = configuration.routeNames.flatMap(name =>
    configuration
      .routeTable(name)
      .virtualHosts.flatMap(({ name: virtualHost, routes }) => routes.map(route => ({ ...route, virtualHost }))),
  );
  return [
    ...chains.flatMap(({ destination, via }) =>
      via === null || destination.kind === 'routes'
        ? []
        : [{ target: destination, via: declarerOf(via, null), virtualHost: null }],
    ),
    ...routes.flatMap(({ action, declarer, virtualHost }) =>
      declarer !== null && (action.kind === 'cluster' || action.kind === 'weighted')
        ? [{ target: action, via: declarer, virtualHost }]
        : [],
    ),
  ];
}

function clustersOf(target: Target): readonly string[] {
  return target.kind === 'cluster' ? [target.cluster] : Object.keys(target.clusters);
}

function leadsTo(configuration: ProxyConfiguration, cluster: string, routePort: number | null): boolean {
  const isInChain = configuration.listeners.some(({ chains, defaultChain }) =>
    [...chains, ...(defaultChain === null ? [] : [defaultChain])].some(
      ({ destination }) => destination.kind === 'cluster' && destination.cluster === cluster,
    ),
  );
  if (isInChain || routePort === null) return isInChain;
  const tables = configuration.routeNames.filter(name => name === `${routePort}` || name.endsWith(`:${routePort}`));
  return tables.some(name =>
    configuration
      .routeTable(name)
      .virtualHosts.some(({ routes }) =>
        routes.some(({ action }) => action.kind === 'cluster' && action.cluster === cluster),
      ),
  );
}
