import type { Behaves } from '../istio/behaviours.js';
import type { MeshService } from '../mesh/service.js';
import { mergedByHost } from './cluster-services.js';
import type { Scope, ScopedListener } from './scope.js';

/** What a scope knows by name, worked out when first asked for. */
export function knownServices(
  listeners: readonly ScopedListener[],
  isLikeSidecar: boolean,
  behaves: Behaves,
): Pick<Scope, 'clusterServices' | 'serviceNamed'> {
  const lists = listeners.flatMap(({ services, destinations }) => [services, destinations]);
  // Without a Sidecar all stay: their clusters are told apart by host and port alone (VD-36).
  const areMerged = isLikeSidecar || behaves('one-service-a-host-without-sidecar');
  let merged: readonly MeshService[] | null = null;
  let byHost: ReadonlyMap<string, MeshService> | null = null;
  const clusterServices = () => (merged ??= areMerged ? mergedByHost(lists, behaves) : lists.flat());
  return {
    clusterServices,
    serviceNamed: host => (byHost ??= firstOrKubernetes(clusterServices())).get(host) ?? null,
  };
}

function firstOrKubernetes(services: readonly MeshService[]): ReadonlyMap<string, MeshService> {
  const byHost = new Map<string, MeshService>();
  for (const service of services) {
    const known = byHost.get(service.host);
    if (known === undefined || (known.registry !== 'Kubernetes' && service.registry === 'Kubernetes')) {
      byHost.set(service.host, service);
    }
  }
  return byHost;
}
