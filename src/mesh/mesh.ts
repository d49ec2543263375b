import type { Behaves } from '../istio/behaviours.js';
import type { ControlPlane } from '../istio/control-plane.js';
import type { MeshConfig } from '../istio/mesh-config.js';
import type { Version } from '../istio/version.js';
import type { Namespace, Resource, Service, ServiceEntry, Sidecar, Workload } from '../resources/resource.js';
import type { DestinationRule } from '../resources/route-rules.js';
import { oldestFirst, type AgeOf, type Dated } from './age.js';
import { allocateAddresses } from './automatic-addresses.js';
import { aliasesByHost } from './aliases.js';
import type { Conversion } from './conversion.js';
import { discover, type Discovery } from './discovery.js';
import { indexDestinationRules, type PolicyIndex } from './destination-rules.js';
import { indexEnvoyFilters, type FilterIndex } from './envoy-filters.js';
import { withEndpoints } from './endpoints.js';
import type { MeshService } from './service.js';
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

/** Mirrors the index part of Istio 1.30 `PushContext.initServiceRegistry`. */
export function buildMesh(
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

/** VI-11: the oldest of a host and namespace, but a Kubernetes Service before a ServiceEntry; or the youngest (`HostnameAndNamespace`). */
function nameServices(
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

function isFrom(namespace: string, service: MeshService): number {
  return service.namespace === namespace ? 1 : 0;
}

function isServiceLike(resource: Resource): resource is Service | ServiceEntry {
  return resource.kind === 'Service' || resource.kind === 'ServiceEntry';
}

interface DatedService extends Dated {
  readonly service: MeshService;
}

function sortServices(
  resources: readonly Resource[],
  ageOf: AgeOf,
  conversion: Conversion,
  behaves: Behaves,
): readonly MeshService[] {
  const dated: DatedService[] = [];
  for (const resource of resources) {
    if (!isServiceLike(resource)) continue;
    const age = ageOf(resource);
    for (const service of conversion.convert(resource)) {
      dated.push({ service, age, name: service.name, namespace: service.namespace });
    }
  }
  const sorted = inOrder(dated, behaves).map(({ service }) => service);
  const automatic = allocateAddresses(sorted, behaves);
  const addressed = sorted.map(service => conversion.withAutomaticAddresses(service, automatic.get(service) ?? null));
  const services = withEndpoints(addressed, resources, conversion, behaves);

  const aliases = aliasesByHost(services);
  if (aliases.size === 0) return services;
  return services.map(service => {
    const standIns = aliases.get(service.host);
    return standIns === undefined ? service : conversion.withAliases(service, standIns);
  });
}

/**
 * VI-7, VI-8: by age; what is of equal age, name and namespace as its registries come. Without a rule for ties that
 * order decides all of them: entries by their own names, Services by host.
 */
function inOrder(dated: readonly DatedService[], behaves: Behaves): readonly DatedService[] {
  const registryFirst = behaves('kubernetes-registry-first') ? 'Kubernetes' : 'External';
  const byRegistry = dated.toSorted((a, b) => isOf(registryFirst, b) - isOf(registryFirst, a));
  if (!behaves('ties-in-registry-order')) return byRegistry.sort(oldestFirst(behaves));
  const ownName = ({ age, service }: DatedService): Dated =>
    service.registry === 'External'
      ? { age, name: service.resource.name, namespace: service.namespace }
      : { age, name: service.host, namespace: '' };
  const compare = oldestFirst(behaves);
  return byRegistry.sort((a, b) =>
    a.age.at === b.age.at && a.service.registry !== b.service.registry
      ? isOf(registryFirst, b) - isOf(registryFirst, a)
      : compare(ownName(a), ownName(b)),
  );
}

function isOf(registry: MeshService['registry'], { service }: DatedService): number {
  return service.registry === registry ? 1 : 0;
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
