import type { Mesh } from '../mesh/mesh.js';
import type { MeshService } from '../mesh/service.js';
import { mergedByHost } from './cluster-services.js';
import type { ScopedListener } from './scope.js';
import { selectVirtualServices } from './select-virtual-services.js';
import type { HostContest } from './select-services.js';

/**
 * What a workload without a Sidecar sees in releases in which that is not the same as a Sidecar with every host (VD-36 to VD-38): all that
 * is visible to it, whichever namespace declares it, or one service for each host.
 *
 * Mirrors `DefaultSidecarScopeForNamespace`.
 */
export function defaultListener(mesh: Mesh, namespace: string): ScopedListener {
  const visible = mesh.visibleTo(namespace);
  const isMerged = mesh.behaves('one-service-a-host-without-sidecar');
  return {
    port: null,
    bind: '',
    bindToPort: false,
    services: isMerged ? mergedByHost([visible], mesh.behaves) : visible,
    contests: isMerged ? contestsOf(visible, mesh) : [],
    routes: selectVirtualServices(mesh.routes.visibleTo(namespace), null, namespace, mesh.behaves),
    destinations: [],
  };
}

/** The hosts of several namespaces: a Kubernetes Service has it, else the oldest. */
function contestsOf(visible: readonly MeshService[], { sharedHosts }: Mesh): readonly HostContest[] {
  return [...sharedHosts].flatMap(host => {
    const rivals = visible.filter(service => service.host === host);
    const kubernetes = rivals.find(({ registry }) => registry === 'Kubernetes');
    const winner = kubernetes ?? rivals[0];
    const losers = new Map<string, MeshService>();
    for (const service of rivals) if (!losers.has(service.namespace)) losers.set(service.namespace, service);
    if (winner === undefined) return [];
    losers.delete(winner.namespace);
    const isOnly = kubernetes !== undefined && [...losers.values()].every(({ registry }) => registry === 'External');
    const contest: HostContest = {
      host,
      winner,
      losers: [...losers.values()],
      decidedBy: isOnly ? 'kubernetes' : 'age',
    };
    return losers.size === 0 ? [] : [contest];
  });
}
