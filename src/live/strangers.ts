import type { MeshService } from '../mesh/service.js';
import { parseClusterName } from '../proxy/cluster-name.js';
import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { Resource } from '../resources/resource.js';
import type { ChainShape, ConfigName, ListenerShape, LiveSidecar } from './live-sidecar.js';
import { clustersOf } from './shape-text.js';

/** Who is known to one side only: the repository is rarely the whole mesh, and not all of it need be applied. */
export interface Strangers {
  /** Hosts that the sidecar knows and no manifest declares. */
  readonly undeclared: ReadonlySet<string>;
  /** Hosts that the manifests declare for this sidecar, and of which it knows nothing. */
  readonly absent: ReadonlySet<string>;
  /** Decides whether the sidecar names a resource that no manifest declares. */
  isUndeclaredResource(config: ConfigName | null): config is ConfigName;
  /** Decides whether a virtual host of the sidecar is for a host that no manifest names. */
  isUndeclaredName(virtualHost: string): boolean;
}

/** Finds them, as far as the parts of the dump tell. */
export function findStrangers(
  live: LiveSidecar,
  configuration: ProxyConfiguration,
  services: readonly MeshService[],
  resources: readonly Resource[],
): Strangers {
  const declared = new Set(services.map(({ host }) => host.toLowerCase()));
  const routed = new Set(
    resources.flatMap(resource => (resource.kind === 'VirtualService' ? resource.hosts : [])).map(lower),
  );
  const known = new Set(resources.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`));

  const liveHosts = new Set([
    ...[...(live.clusters?.keys() ?? [])].flatMap(hostOfCluster),
    ...(live.listeners ?? []).flatMap(hostsOfListener),
    ...[...(live.tables?.values() ?? [])].flatMap(({ virtualHosts }) => virtualHosts.flatMap(({ name }) => hostOfName(name) ?? [])),
  ]);
  const isUndeclared = (host: string) => !declared.has(host) && !routed.has(host);
  const fromClusters = [
    ...[...(live.clusters?.keys() ?? [])].flatMap(hostOfCluster),
    ...(live.listeners ?? []).flatMap(hostsOfListener),
  ].filter(host => !declared.has(host));

  const ours = new Set([
    ...(live.clusters === null ? [] : [...configuration.clusters().keys()].flatMap(hostOfCluster)),
    ...(live.listeners === null ? [] : configuration.listeners.flatMap(hostsOfListener)),
    ...(live.tables === null
      ? []
      : configuration.routeNames.flatMap(name =>
          configuration.routeTable(name).virtualHosts.flatMap(virtualHost => hostOfName(virtualHost.name) ?? []),
        )),
  ]);

  const undeclared = new Set([...fromClusters, ...[...liveHosts].filter(isUndeclared)]);
  return {
    undeclared,
    absent: new Set([...ours].filter(host => declared.has(host) && !liveHosts.has(host))),
    isUndeclaredResource: (config): config is ConfigName =>
      config !== null && !known.has(`${config.kind} ${config.namespace}/${config.name}`),
    isUndeclaredName(virtualHost) {
      const host = hostOfName(virtualHost);
      return host !== null && undeclared.has(host);
    },
  };
}

/** The host of a virtual host `host:port`; null for the one that takes what no other takes. */
export function hostOfName(virtualHost: string): string | null {
  const colon = virtualHost.lastIndexOf(':');
  return colon < 0 ? null : lower(virtualHost.slice(0, colon));
}

/** The hosts that a chain leads to, where its clusters say so. */
export function hostsOfChain({ destination }: ChainShape): readonly string[] {
  return clustersOf(destination).flatMap(hostOfCluster);
}

function hostsOfListener({ chains, defaultChain }: ListenerShape): readonly string[] {
  return (defaultChain === null ? chains : [...chains, defaultChain]).flatMap(hostsOfChain);
}

function hostOfCluster(name: string): readonly string[] {
  const parsed = parseClusterName(name);
  return parsed === null ? [] : [lower(parsed.host)];
}

function lower(host: string): string {
  return host.toLowerCase();
}
