import type { MeshService } from '../mesh/service.js';
import type { Destination, WeightedDestination } from '../resources/route-rules.js';
import { clusterName } from './cluster-name.js';

/** Where connections or requests go: one cluster, or several by weight. */
export type Target =
  | { readonly kind: 'cluster'; readonly cluster: string }
  | { readonly kind: 'weighted'; readonly clusters: Readonly<Record<string, number>> };

/** The service that a sidecar knows by a host; null for none. */
export type ServiceByHost = (host: string) => MeshService | null;

/** Where the destinations of a rule lead from a listener of that port; null for a rule that leads nowhere (LI-28). */
export function targetOf(
  destinations: readonly WeightedDestination[],
  listenerPort: number,
  serviceOf: ServiceByHost,
): Target | null {
  const [only, ...others] = destinations;
  if (only === undefined) return null;
  if (others.length === 0) return { kind: 'cluster', cluster: destinationCluster(only, listenerPort, serviceOf) };
  const clusters: Record<string, number> = {};
  for (const destination of destinations) {
    if (destination.weight === 0) continue;
    const cluster = destinationCluster(destination, listenerPort, serviceOf);
    clusters[cluster] = (clusters[cluster] ?? 0) + destination.weight;
  }
  return { kind: 'weighted', clusters };
}

/**
 * The stated port, else the only one of the service, else the listener's; an alias leads to what it stands for.
 *
 * Mirrors `GetDestinationCluster`.
 */
function destinationCluster(
  { host, subset, port }: Destination,
  listenerPort: number,
  serviceOf: ServiceByHost,
): string {
  // Only a backend of Gateway API to which Istio cannot send has none.
  if (host === '') return 'UnknownService';
  const service = serviceOf(host);
  const [only, ...others] = service?.ports ?? [];
  const implied = only !== undefined && others.length === 0 ? only.number : listenerPort;
  const named = service?.resolution === 'Alias' ? (service.externalName ?? host) : host;
  return clusterName(named, port ?? implied, subset);
}
