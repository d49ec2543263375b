import type { GroupClass } from '../../diff/group-classes.js';
import type { Side } from '../../diff/side.js';
import { isHttpOrSniffed } from '../../istio/protocol.js';
import { clusterName, parseClusterName } from '../../proxy/cluster-name.js';
import type { ProxyConfiguration } from '../../proxy/configuration.js';
import type { Target } from '../../proxy/destination.js';
import { declarerOf } from '../../mesh/virtual-services.js';
import { policyCluster } from '../../proxy/finalize.js';
import type { ResourceName } from '../finding.js';
import { isDeclaredElsewhere } from '../declared-elsewhere.js';
import { observeState } from '../observation.js';
import type { Rule } from '../rule.js';
import { isRule, resourceText } from '../wording.js';

/** Configuration leads to a cluster that the sidecar does not have. */
export const missingCluster: Rule = {
  id: 'missing-cluster',
  severities: 'error; warning where no manifest declares the host: it may be declared elsewhere',
  summary: 'A listener chain or a route leads to a cluster that the same sidecar does not have.',
  why:
    'When two entries of one host cannot be merged, Istio keeps the cluster ports of one and the listeners of both. ' +
    'Connections that take the orphaned way are reset, HTTP requests get a 503.',
  fix: 'Put all ports of the host into one entry, or let the entries agree in resolution, labels and exportTo.',

  observe(direction) {
    return direction.classes.flatMap(groupClass => {
      const known = orphans(direction.before, groupClass);
      return [...orphans(direction.after, groupClass)].flatMap(([cluster, { host, port, owner }]) => {
        if (known.has(cluster)) return [];
        const change = direction.changedCalls.find(
          changed => changed.groupClass === groupClass && changed.after.cluster === cluster,
        );
        return [
          observeState(direction, groupClass, side => orphans(side, groupClass).has(cluster), {
            severity: isDeclaredElsewhere(direction.comparison, cluster) ? 'warning' : 'error',
            ownerHost: host,
            subject: { hosts: [host], port, cluster },
            change: change ?? null,
            hints: [owner],
          }),
        ];
      });
    });
  },

  describe({ subject, severity, groupClass, after }) {
    const host = subject.hosts?.[0] ?? '';
    const cluster = subject.cluster ?? '';
    if (severity === 'warning') {
      return {
        title: `Nothing here declares ${host}, to which calls are led on port ${subject.port}`,
        message:
          `They are led to ${cluster}. Istio makes that cluster only where something declares the host and the ` +
          `namespaces may see it. No manifest in this repository does: whether these calls arrive is unknown.`,
        fix: `Check the spelling of ${host}. If it is declared outside this repository, nothing is to be done.`,
      };
    }
    if (policyCluster(after.sidecar(groupClass.asked).configuration.scope.policy) === cluster) {
      return {
        title: `Calls to hosts that nothing configures fail: the egress proxy ${host}:${subject.port} is not there`,
        message:
          `The Sidecar sends all that it does not know to ${cluster}, a cluster that it does not have: ` +
          `none of its egress listeners imports ${host} with port ${subject.port}.`,
        fix: `Import ${host} in the egress hosts of the Sidecar, or correct the egressProxy.`,
      };
    }
    const title = `Calls to ${host} on port ${subject.port} fail: the sidecar has no cluster for them`;
    const owner = orphans(after, groupClass).get(cluster)?.owner;
    return owner !== undefined && owner !== null && isRule(owner)
      ? {
          title,
          message:
            `${resourceText(owner)} leads them to ${cluster}, which Istio does not make: ` +
            `there is no such host, port or subset that these namespaces may see.`,
          fix: 'Correct the destination (host, port, subset), or write the Service, ServiceEntry or DestinationRule that it means.',
        }
      : {
          title,
          message:
            `They are led to ${cluster}, which Istio does not make: another entry of ${host} comes first and ` +
            `the two cannot be merged, or the entry has nothing to connect to.`,
          fix: missingCluster.fix,
        };
  },

  gone: ({ subject }) => `Calls to ${subject.hosts?.[0] ?? ''} on port ${subject.port} have a cluster again`,
};

interface Orphan {
  readonly host: string;
  readonly port: number;
  /** The resource that leads there. */
  readonly owner: ResourceName | null;
}

/** Clusters that are led to and do not exist. */
function orphans(side: Side, { asked }: GroupClass): ReadonlyMap<string, Orphan> {
  const { configuration } = side.sidecar(asked);
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
  for (const { target, via } of ruledTargets(configuration)) {
    for (const cluster of clustersOf(target)) {
      const meant = clusters.has(cluster) ? null : parseClusterName(cluster);
      if (meant !== null) found.set(cluster, { ...meant, owner: via });
    }
  }
  return found;
}

/** Where VirtualServices lead, by chains and by routes. */
function ruledTargets(configuration: ProxyConfiguration): readonly { target: Target; via: ResourceName }[] {
  if (configuration.scope.listeners.every(({ routes }) => routes.length === 0)) return [];
  const chains = configuration.listeners.flatMap(listener => listener.chains);
  const routes = configuration.routeNames.flatMap(name =>
    configuration.routeTable(name).virtualHosts.flatMap(virtualHost => virtualHost.routes),
  );
  return [
    ...chains.flatMap(({ destination, via }) =>
      via === null || destination.kind === 'routes' ? [] : [{ target: destination, via: declarerOf(via, null) }],
    ),
    ...routes.flatMap(({ action, declarer }) =>
      declarer !== null && (action.kind === 'cluster' || action.kind === 'weighted')
        ? [{ target: action, via: declarer }]
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
