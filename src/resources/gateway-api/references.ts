import { integer, object, optional, string, type ValueOf } from '../fields.js';
import type { Backend, RouteParent } from './gateway-route.js';

const GATEWAY_API = 'gateway.networking.k8s.io';
const ISTIO = 'networking.istio.io';

/** Reads `ParentReference`; what is absent is a Gateway. */
export const parentRef = object({
  group: optional(string),
  kind: optional(string),
  namespace: string,
  name: string,
  sectionName: string,
  port: optional(integer(1, 65535)),
});

/** Reads `BackendRef`; what is absent is a Service, of weight 1. */
export const backendRef = object({
  group: string,
  kind: optional(string),
  namespace: optional(string),
  name: string,
  port: optional(integer(1, 65535)),
  weight: optional(integer(0, 1_000_000)),
});

export type BackendRef = ValueOf<typeof backendRef>;

/** The Services and ServiceEntries among the parents of a route, in the order in which Istio goes through them. */
export function meshParents(refs: readonly ValueOf<typeof parentRef>[], namespace: string): readonly RouteParent[] {
  return refs
    .flatMap((ref): readonly RouteParent[] => {
      const kind = parentKind(ref.group ?? GATEWAY_API, ref.kind ?? 'Gateway');
      if (kind === null) return [];
      const { name, sectionName, port } = ref;
      return [{ kind, namespace: ref.namespace || namespace, name, sectionName, port }];
    })
    .map(parent => ({ parent, key: orderKey(parent) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ parent }) => parent);
}

/** Whether a parent is a Gateway, or what only another controller knows. */
function parentKind(group: string, kind: string): RouteParent['kind'] | null {
  if ((group === '' || group === 'core') && kind === 'Service') return 'Service';
  return group === ISTIO && kind === 'ServiceEntry' ? 'ServiceEntry' : null;
}

/** Mirrors `parentRefString`. */
function orderKey({ kind, namespace, name, sectionName, port }: RouteParent): string {
  const group = kind === 'Service' ? '' : ISTIO;
  return `${group}/${kind}/${name}/${sectionName}/${port ?? 0}.${namespace}`;
}

/**
 * What Istio makes of a backend; null for one that spoils the whole route. In the mesh no ReferenceGrant is asked for,
 * and of weight 0 nothing is.
 *
 * Mirrors `buildDestination`.
 */
export function backendOf(ref: BackendRef, namespace: string): Backend | null {
  const kind = ref.weight === 0 ? 'other' : backendKind(ref.group, ref.kind ?? 'Service');
  if (kind === 'Hostname' && ref.namespace !== null) return null;
  if (kind === 'Service' && ref.name.includes('.')) return null;
  if (kind !== 'other' && ref.port === null) return null;
  return { kind, namespace: ref.namespace || namespace, name: ref.name, port: ref.port ?? 0, weight: ref.weight ?? 1 };
}

function backendKind(group: string, kind: string): Backend['kind'] {
  if ((group === '' || group === 'core') && kind === 'Service') return 'Service';
  if (group === ISTIO && kind === 'Hostname') return 'Hostname';
  return group === 'multicluster.x-k8s.io' && kind === 'ServiceImport' ? 'ServiceImport' : 'other';
}
