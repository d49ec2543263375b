import type { MeshService } from '../mesh/service.js';
import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { Resource } from '../resources/resource.js';
import type { ConfigName, LiveSidecar } from './live-sidecar.js';
import { hostOfCluster, hostOfName, liveMentions, ourMentions } from './mentions.js';

/** Who is known to one side only: the repository is rarely the whole mesh, and not all of it need be applied. */
export interface Strangers {
  /** Hosts that the sidecar knows and no manifest declares, or not the service that it took for them. */
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
  services: readonly MeshService[],
  resources: readonly Resource[],
): Strangers {
  const declared = new Set(services.map(({ host }) => host.toLowerCase()));
  const routed = new Set(
    resources.flatMap(resource =>
      resource.kind === 'VirtualService' ? resource.hosts.map(host => host.toLowerCase()) : [],
    ),
  );
  const known = new Set(resources.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`));
  const seen = liveMentions(live);
  const ours = ourMentions(configuration, live);

  const undeclared = new Set([
    ...ofOtherNamespaces(live, services),
    // A chain may lead to a host that nobody has, but that is none of another manifest: where clusters can tell, they do.
    ...[...(live.clusters === null ? seen.dialled : seen.clusters)].filter(
      host => !declared.has(host) && (seen.clusters.has(host) || !ours.dialled.has(host)),
    ),
    ...[...seen.virtualHosts].filter(host => !declared.has(host) && !routed.has(host)),
  ]);
  // That a VirtualService's virtual host is there does not say that its service is.
  const isNamed = (host: string) => seen.virtualHosts.has(host) && !(routed.has(host) && ours.dialled.has(host));
  const isKnown = (host: string) =>
    live.clusters !== null && ours.ledTo.has(host) && ours.clusters.has(host)
      ? seen.clusters.has(host)
      : seen.dialled.has(host) || seen.serverNames.has(host) || isNamed(host);
  const absent = [...ours.dialled, ...ours.virtualHosts].filter(host => declared.has(host) && !isKnown(host));
  return {
    undeclared,
    absent: new Set(absent),
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

/** Of one host there may be services in several namespaces, and the sidecar may have one that no manifest declares. */
function ofOtherNamespaces({ clusters }: LiveSidecar, services: readonly MeshService[]): readonly string[] {
  const declared = new Set(services.map(({ host, namespace }) => `${namespace}/${host.toLowerCase()}`));
  return [...(clusters?.values() ?? [])].flatMap(({ name, namespace }) =>
    namespace === null ? [] : hostOfCluster(name).filter(host => !declared.has(`${namespace}/${host}`)),
  );
}
