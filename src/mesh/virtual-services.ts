import type { GatewayRoute } from '../resources/gateway-api/gateway-route.js';
import type { HttpRule, VirtualService } from '../resources/route-rules.js';
import type { Behaves } from '../istio/behaviours.js';
import type { ControlPlane } from '../istio/control-plane.js';
import { oldestFirst, type AgeOf } from './age.js';
import { withDelegates } from './delegates.js';
import { honoured, visibility, type Visibility } from './visibility.js';

/** The gateway name that stands for all sidecars. */
export const MESH_GATEWAY = 'mesh';

/** What a namespace may see of VirtualServices: its own private ones, those exported to it, the public ones (SC-15). */
export type VisibleRoutes = readonly (readonly VirtualService[])[];

/** Answers who sees which VirtualServices; namespaces that see the same get the same lists. */
export interface RouteIndex {
  /** All that are bound to the mesh, oldest first. */
  readonly all: readonly VirtualService[];
  visibleTo(namespace: string): VisibleRoutes;
  /** Whether the namespace sees other ones than the public. */
  hasOwn(namespace: string): boolean;
}

/** Binds VirtualServices to the mesh, oldest first: full names, delegates merged in, exported as they say (VI-4, VI-12 to VI-14). */
export function indexVirtualServices(
  declared: readonly VirtualService[],
  { behaves, config }: ControlPlane,
  ageOf: AgeOf,
  qualify: (service: VirtualService) => VirtualService,
): RouteIndex {
  const defaultExportTo = honoured(config.defaultVirtualServiceExportTo, behaves);
  const visibilityOf = ({ exportTo, namespace }: VirtualService): Visibility =>
    visibility(exportTo === null || exportTo.length === 0 ? null : exportTo, namespace, defaultExportTo);
  const qualified = declared.map(qualify);
  const delegates = new Map(
    qualified
      .filter(({ hosts }) => hosts.length === 0)
      .map(service => [`${service.namespace}/${service.name}`, service]),
  );
  const delegateOf = (namespace: string, name: string) => delegates.get(`${namespace}/${name}`) ?? null;

  const all: VirtualService[] = [];
  const publicOnes: VirtualService[] = [];
  const privateOnes = new Map<string, VirtualService[]>();
  const exported = new Map<string, VirtualService[]>();
  for (const service of sortByAge(qualified, ageOf, behaves)) {
    if (service.hosts.length === 0 || !isBoundToMesh(service)) continue;
    const merged = withDelegates(service, delegateOf, visibilityOf);
    all.push(merged);
    const seen = visibilityOf(service);
    if (seen.kind === 'public') publicOnes.push(merged);
    else {
      for (const namespace of seen.namespaces) {
        const index = namespace === service.namespace ? privateOnes : exported;
        index.set(namespace, [...(index.get(namespace) ?? []), merged]);
      }
    }
  }

  const everyone: VisibleRoutes = [publicOnes];
  const hasOwn = (namespace: string) => privateOnes.has(namespace) || exported.has(namespace);
  const lists = new Map<string, VisibleRoutes>();
  return {
    all,
    hasOwn,
    visibleTo(namespace) {
      if (!hasOwn(namespace)) return everyone;
      const list = lists.get(namespace) ?? [
        privateOnes.get(namespace) ?? [],
        exported.get(namespace) ?? [],
        publicOnes,
      ];
      lists.set(namespace, list);
      return list;
    },
  };
}

function isBoundToMesh({ gateways }: VirtualService): boolean {
  return gateways.length === 0 || gateways.includes(MESH_GATEWAY);
}

function sortByAge(services: readonly VirtualService[], ageOf: AgeOf, behaves: Behaves): readonly VirtualService[] {
  return services
    .map(service => ({
      service,
      age: ageOf(service.madeOf[0] ?? service),
      name: service.name,
      namespace: service.namespace,
    }))
    .sort(oldestFirst(behaves))
    .map(({ service }) => service);
}

/** An internal annotation of VirtualServices made from Gateway API routes: hosts then match one way only (IN-8). */
export function hasGatewaySemantics({ annotations }: VirtualService, behaves: Behaves): boolean {
  return behaves('gateway-semantics') && annotations['internal.istio.io/route-semantics'] === 'gateway';
}

/** The resource that somebody wrote for a rule: its route of Gateway API, or the VirtualService itself. */
export function declarerOf(
  service: VirtualService,
  rule: Pick<HttpRule, 'origin'> | null,
): VirtualService | GatewayRoute {
  return rule?.origin ?? service.madeOf[0] ?? service;
}
