import type { MeshService } from '../mesh/service.js';
import { parseClusterName } from '../proxy/cluster-name.js';
import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { Resource } from '../resources/resource.js';
import type { ChainShape, ConfigName, ListenerShape, LiveSidecar } from './live-sidecar.js';
import { allChains, clustersOf } from './shape-text.js';

/** Who is known to one side only: the repository is rarely the whole mesh, and not all of it need be applied. */
export interface Strangers {
  /** Hosts that the sidecar knows and no manifest declares. */
  readonly undeclared: ReadonlySet<string>;
  /** Hosts that the manifests declare for this sidecar, and of which it knows nothing. */
  readonly absent: ReadonlySet<string>;
  /** Decides whether the sidecar names a resource that no manifest declares. */
  isUndeclaredResource(config: ConfigName | null): config is ConfigName;
  /** A cluster as it is compared: of a host that no manifest declares, only istiod knows its ports (`destinationCluster`). */
  readonly clusterText: (cluster: string) => string;
  /** Decides whether a virtual host of the sidecar is for a host that no manifest names. */
  isUndeclaredName(virtualHost: string): boolean;
}

/** Finds them, as far as the parts of the dump tell. */
export function findStrangers(
  live: LiveSidecar,
  configuration: ProxyConfiguration,
  services: ReadonlyMap<string, MeshService>,
  resources: readonly Resource[],
): Strangers {
  const routed = new Set(
    resources.flatMap(resource => (resource.kind === 'VirtualService' ? resource.hosts : [])).map(lower),
  );
  const known = new Set(resources.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`));

  const dialled = [
    ...[...(live.clusters?.keys() ?? [])].flatMap(hostOfCluster),
    ...(live.listeners ?? []).flatMap(hostsOfListener),
  ];
  // A rule may lead to a host that nobody has: that needs no mention where the manifests say so too.
  const clusterless = new Set(configuration.listeners.flatMap(hostsOfListener));
  for (const name of live.clusters?.keys() ?? []) for (const host of hostOfCluster(name)) clusterless.delete(host);
  const named = [...(live.tables?.values() ?? [])].flatMap(table => table.virtualHosts.flatMap(hostOfVirtualHost));

  const ours = new Set([
    ...(live.clusters === null ? [] : [...configuration.clusters().keys()].flatMap(hostOfCluster)),
    ...(live.listeners === null ? [] : configuration.listeners.flatMap(hostsOfListener)),
    ...(live.tables === null
      ? []
      : configuration.routeNames.flatMap(name =>
          configuration.routeTable(name).virtualHosts.flatMap(hostOfVirtualHost),
        )),
  ]);

  // A VirtualService may name hosts that no service has: they are known, but nothing is dialled for them.
  const undeclared = new Set([
    ...dialled.filter(host => !services.has(host) && !clusterless.has(host)),
    ...named.filter(host => !services.has(host) && !routed.has(host)),
  ]);
  const liveHosts = new Set([...dialled, ...named]);
  return {
    undeclared,
    absent: new Set([...ours].filter(host => services.has(host) && !liveHosts.has(host))),
    isUndeclaredResource: (config): config is ConfigName =>
      config !== null && !known.has(`${config.kind} ${config.namespace}/${config.name}`),
    clusterText(name) {
      const [host] = hostOfCluster(name);
      return host !== undefined && undeclared.has(host) ? `${name.split('|')[2] ?? ''} of ${host}` : name;
    },
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

function hostOfVirtualHost({ name }: { readonly name: string }): readonly string[] {
  const host = hostOfName(name);
  return host === null ? [] : [host];
}

/** The hosts that a chain leads to, where its clusters say so. */
export function hostsOfChain({ destination }: ChainShape): readonly string[] {
  return clustersOf(destination).flatMap(hostOfCluster);
}

function hostsOfListener(listener: ListenerShape): readonly string[] {
  return allChains(listener).flatMap(hostsOfChain);
}

function hostOfCluster(name: string): readonly string[] {
  const parsed = parseClusterName(name);
  return parsed === null ? [] : [lower(parsed.host)];
}

function lower(host: string): string {
  return host.toLowerCase();
}
