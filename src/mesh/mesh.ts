import type { Behaves } from '../istio/behaviours.js';
import type { ControlPlane } from '../istio/control-plane.js';
import type { MeshConfig } from '../istio/mesh-config.js';
import type { Version } from '../istio/version.js';
import type { Namespace, Resource, Sidecar, Workload } from '../resources/resource.js';
import type { DestinationRule } from '../resources/route-rules.js';
import { oldestFirst, type AgeOf } from './age.js';
import type { Conversion } from './conversion.js';
import { discover, type Discovery } from './discovery.js';
import { indexDestinationRules, type PolicyIndex } from './destination-rules.js';
import { indexEnvoyFilters, type FilterIndex } from './envoy-filters.js';
import { nameServices } from './named-services.js';
import type { MeshService } from './service.js';
import { sortServices } from './sorted-services.js';
import { routesAsVirtualServices } from './gateway-routes.js';
import { indexVirtualServices, type RouteIndex } from './virtual-services.js';
import { honoured, visibility, type Visibility } from './visibility.js';

/** One side's resources in Istio's own terms: the neutral model that everything below decides from. */
export interface Mesh {
  readonly config: MeshConfig;
  /** All that this side declares, whether or not istiod looks at it. */
  readonly declared: readonly Resource[];
  /** Which namespaces istiod looks at; of others the mesh has nothing. */
  readonly discovery: Discovery;
  readonly behaves: Behaves;
  readonly version: Version;
  /** Oldest first (VI-7). */
  readonly services: readonly MeshService[];
  /** Hosts that services of several namespaces declare: only these can be contested (SC-13). */
  readonly sharedHosts: ReadonlySet<string>;
  readonly routes: RouteIndex;
  readonly destinationRules: readonly DestinationRule[];
  readonly policies: PolicyIndex;
  readonly envoyFilters: FilterIndex;
  /** The service that a host means in each namespace that declares it (VI-11). */
  servicesNamed(host: string): ReadonlyMap<string, MeshService>;
  /** Oldest first (VI-9). */
  readonly sidecars: readonly Sidecar[];
  readonly namespaces: ReadonlyMap<string, Namespace>;
  readonly workloads: readonly Workload[];
  readonly ageOf: AgeOf;
  readonly conversion: Conversion;
  /**
   * What `namespace` may see: services private or exported to it, then the public ones, each oldest first (VI-2).
   * Namespaces that see the same get the same list.
   */
  visibleTo(namespace: string): readonly MeshService[];
  exportOf(service: MeshService): Visibility;
  /** Whether the namespace has services of its own. */
  declares(namespace: string): boolean;
  /** One text for namespaces to which the same services and routes are visible. */
  viewOf(namespace: string): string;
}

/** Mirrors the index part of `PushContext.initServiceRegistry`. */
export function indexMesh(
  declared: readonly Resource[],
  controlPlane: ControlPlane,
  ageOf: AgeOf,
  conversion: Conversion,
): Mesh {
  const { behaves, version, config } = controlPlane;
  const discovery = discover(declared, controlPlane);
  const { resources } = discovery;
  const services = sortServices(resources, ageOf, conversion, behaves);

  const defaultExportTo = honoured(config.defaultServiceExportTo, behaves);
  const exportOf = ({ exportTo, namespace }: MeshService) => visibility(exportTo, namespace, defaultExportTo);
  const publicServices: MeshService[] = [];
  const exported = new Map<string, MeshService[]>();
  for (const service of services) {
    const seen = exportOf(service);
    if (seen.kind === 'public') publicServices.push(service);
    else for (const namespace of seen.namespaces) append(exported, namespace, service);
  }

  const destinationRules = resources.filter(resource => resource.kind === 'DestinationRule');
  const visible = new Map<string, readonly MeshService[]>();
  const routes = indexVirtualServices(
    [
      ...resources.filter(resource => resource.kind === 'VirtualService'),
      ...routesAsVirtualServices(resources, controlPlane, ageOf),
    ],
    controlPlane,
    ageOf,
    service => conversion.qualify(service),
  );
  /** VI-2: what is private to a namespace and what others export to it, by age alone or the private first. */
  const ordered = (own: readonly MeshService[], namespace: string) =>
    behaves('private-among-exported') ? own : own.toSorted((a, b) => isFrom(namespace, b) - isFrom(namespace, a));
  let declaring: ReadonlySet<string> | null = null;
  let named: ReadonlyMap<string, ReadonlyMap<string, MeshService>> | null = null;
  return {
    config,
    declared,
    discovery,
    behaves,
    version,
    services,
    sharedHosts: sharedHosts(services),
    routes,
    destinationRules,
    policies: indexDestinationRules(destinationRules, controlPlane, ageOf),
    envoyFilters: indexEnvoyFilters(
      resources.filter(resource => resource.kind === 'EnvoyFilter'),
      config.rootNamespace,
    ),
    servicesNamed: host => (named ??= nameServices(services, behaves)).get(host) ?? new Map<string, MeshService>(),
    sidecars: resources
      .filter(resource => resource.kind === 'Sidecar')
      .map(sidecar => ({ sidecar, age: ageOf(sidecar), name: sidecar.name, namespace: sidecar.namespace }))
      .sort(oldestFirst(behaves))
      .map(({ sidecar }) => sidecar),
    namespaces: new Map(
      resources.filter(resource => resource.kind === 'Namespace').map(namespace => [namespace.name, namespace]),
    ),
    workloads: resources.filter(resource => resource.kind === 'Workload'),
    ageOf,
    conversion,
    exportOf,
    declares: namespace => (declaring ??= new Set(services.map(service => service.namespace))).has(namespace),
    viewOf: namespace => (exported.has(namespace) || routes.hasOwn(namespace) ? namespace : ''),
    visibleTo(namespace) {
      const own = exported.get(namespace);
      if (own === undefined) return publicServices;
      let list = visible.get(namespace);
      if (list === undefined) visible.set(namespace, (list = [...ordered(own, namespace), ...publicServices]));
      return list;
    },
  };
}

function isFrom(namespace: string, service: MeshService): number {
  return service.namespace === namespace ? 1 : 0;
}

function sharedHosts(services: readonly MeshService[]): ReadonlySet<string> {
  const namespaces = new Map<string, string>();
  const shared = new Set<string>();
  for (const { host, namespace } of services) {
    const first = namespaces.get(host) ?? namespace;
    namespaces.set(host, first);
    if (first !== namespace) shared.add(host);
  }
  return shared;
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
