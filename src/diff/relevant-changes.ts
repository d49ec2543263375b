import { isGatewayRoute } from '../mesh/gateway-routes.js';
import { namesRevision } from '../mesh/revisions.js';
import type { Resource } from '../resources/resource.js';
import type { Comparison } from './comparison.js';
import type { GroupClass } from './group-classes.js';
import type { ResourceChange } from './resource-changes.js';
import { workloadOf } from './simulation.js';

/** The changes that a class of groups can feel at all; all of them where it seems to feel none. */
export function relevantChanges(
  { resourceChanges, base, head }: Comparison,
  { asked }: GroupClass,
): readonly ResourceChange[] {
  const own = new Set(workloadOf(asked));
  const roots = [base, head].map(({ simulation }) => simulation.mesh.config.rootNamespace);
  const sidecarNamespaces = [asked.namespace, ...roots];
  const felt = new Set<unknown>();
  const hosts = new Set<string>();
  for (const side of [base, head]) {
    for (const { resource, host } of side.configured(asked).services) {
      felt.add(resource);
      hosts.add(host);
    }
  }
  const labelsTell = [base, head].some(({ simulation }) => simulation.mesh.config.discoverySelectors.length > 0);
  const isFelt = (resource: Resource | null) =>
    resource !== null &&
    (felt.has(resource) ||
      ((resource.kind === 'Sidecar' || resource.kind === 'EnvoyFilter') &&
        sidecarNamespaces.includes(resource.namespace)) ||
      // What istiod is and does, everyone feels, and who is in the mesh.
      resource.kind === 'Installation' ||
      // Its labels choose data plane and revision, and whether istiod looks at it.
      (resource.kind === 'Namespace' && (labelsTell || resource.name === asked.namespace || namesRevision(resource))) ||
      // Rules lead calls, and policies make clusters, without a scope having to name them.
      resource.kind === 'VirtualService' ||
      isGatewayRoute(resource) ||
      resource.kind === 'DestinationRule' ||
      // What no scope has to see: an alias (CV-5), and endpoints, also of another entry of the host (LI-10).
      (resource.kind === 'Service' && resource.type === 'ExternalName') ||
      resource.kind === 'EndpointSlice' ||
      resource.kind === 'Endpoints' ||
      resource.kind === 'WorkloadEntry' ||
      (resource.kind === 'Workload' && (resource.address !== null || namesRevision(resource))) ||
      (resource.kind === 'ServiceEntry' && resource.hosts.some(host => hosts.has(host))));
  const relevant = resourceChanges.filter(change => own.has(change.key) || isFelt(change.base) || isFelt(change.head));
  return relevant.length === 0 ? resourceChanges : relevant;
}
