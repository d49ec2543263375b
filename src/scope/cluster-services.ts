import type { Labels } from '../resources/resource.js';
import type { MeshService } from '../mesh/service.js';
import type { Scope } from './scope.js';

/**
 * The services that get clusters: one for each host over all egress listeners (SC-14).
 *
 * A Kubernetes Service replaces a ServiceEntry; otherwise the first stays, and takes over the ports of a later
 * one only if the two agree in all but ports. What is dropped here may still have chains: those lead nowhere.
 *
 * Mirrors Istio 1.30 `SidecarScope.appendSidecarServices`.
 */
export function clusterServices(scope: Scope): readonly MeshService[] {
  return mergedByHost(scope.listeners.flatMap(({ services, destinations }) => [services, destinations]));
}

/** One service for each host of the lists, in their order. */
export function mergedByHost(lists: readonly (readonly MeshService[])[]): readonly MeshService[] {
  const byHost = new Map<string, MeshService>();
  for (const services of lists) {
    for (const service of services) {
      const existing = byHost.get(service.host);
      byHost.set(service.host, existing === undefined ? service : combine(existing, service));
    }
  }
  return [...byHost.values()];
}

function combine(existing: MeshService, incoming: MeshService): MeshService {
  if (existing === incoming) return existing;
  if (existing.registry !== incoming.registry) return existing.registry === 'Kubernetes' ? existing : incoming;
  if (!agree(existing, incoming)) return existing;
  const added = incoming.ports.filter(port => existing.ports.every(known => known.number !== port.number));
  return added.length === 0 ? existing : { ...existing, ports: [...existing.ports, ...added] };
}

/** Mirrors `canMergeServices`; exportTo is compared as written, so absent is not `["*"]`. */
function agree(a: MeshService, b: MeshService): boolean {
  return (
    a.namespace === b.namespace &&
    a.resolution === b.resolution &&
    sameLabels(a.resource.labels, b.resource.labels) &&
    sameLabels(a.selector ?? {}, b.selector ?? {}) &&
    sameSet(a.exportTo ?? [], b.exportTo ?? [])
  );
}

function sameLabels(a: Labels, b: Labels): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key]);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every(entry => right.has(entry));
}
