import type { Behaves } from '../istio/behaviours.js';
import type { Labels } from '../resources/resource.js';
import type { MeshService } from '../mesh/service.js';

/**
 * One service for each host of the lists, in their order (SC-14).
 *
 * A Kubernetes Service replaces a ServiceEntry; otherwise the first stays, and takes over the ports of a later one
 * only if the two agree in all but ports. In older releases it is enough that they agree in the namespace (VD-30). What is
 * dropped here may still have chains: those lead nowhere.
 *
 * Mirrors `SidecarScope.appendSidecarServices`.
 */
export function mergedByHost(lists: readonly (readonly MeshService[])[], behaves: Behaves): readonly MeshService[] {
  const combine = behaves('merge-like-services')
    ? combineAlike
    : behaves('copies-keep-endpoints')
      ? combineOfNamespace
      : combineWithoutEndpoints;
  const byHost = new Map<string, MeshService>();
  for (const services of lists) {
    for (const service of services) {
      const existing = byHost.get(service.host);
      const isNew = existing === undefined || existing === service;
      byHost.set(service.host, isNew ? service : combine(existing, service));
    }
  }
  return [...byHost.values()];
}

function combineAlike(existing: MeshService, incoming: MeshService): MeshService {
  if (existing.registry !== incoming.registry) return existing.registry === 'Kubernetes' ? existing : incoming;
  return agree(existing, incoming) ? withPortsOf(existing, incoming) : existing;
}

function combineOfNamespace(existing: MeshService, incoming: MeshService): MeshService {
  return existing.namespace === incoming.namespace ? withPortsOf(existing, incoming) : existing;
}

/** A joined port finds none of the service's endpoints (VD-24). */
function combineWithoutEndpoints(existing: MeshService, incoming: MeshService): MeshService {
  if (existing.namespace !== incoming.namespace) return existing;
  const endpoints = existing.endpoints.filter(({ port }) => existing.ports.some(({ number }) => number === port));
  return { ...withPortsOf(existing, incoming), endpoints };
}

function withPortsOf(existing: MeshService, incoming: MeshService): MeshService {
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
