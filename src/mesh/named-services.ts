import type { Behaves } from '../istio/behaviours.js';
import type { MeshService } from './service.js';

/**
 * The service that a host means in each namespace: the oldest, but a Kubernetes Service before a ServiceEntry; or the
 * youngest (VI-11).
 *
 * The services come oldest first. Mirrors `HostnameAndNamespace` of `PushContext.initServiceRegistry`.
 */
export function nameServices(
  services: readonly MeshService[],
  behaves: Behaves,
): ReadonlyMap<string, ReadonlyMap<string, MeshService>> {
  const named = new Map<string, Map<string, MeshService>>();
  for (const service of services) {
    const byNamespace = named.get(service.host) ?? new Map<string, MeshService>();
    named.set(service.host, byNamespace);
    const known = byNamespace.get(service.namespace);
    if (
      !behaves('oldest-named') ||
      known === undefined ||
      (known.registry !== 'Kubernetes' && service.registry === 'Kubernetes')
    ) {
      byNamespace.set(service.namespace, service);
    }
  }
  return named;
}
