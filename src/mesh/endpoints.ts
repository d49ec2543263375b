import type { Behaves } from '../istio/behaviours.js';
import { parseAddress } from '../resources/ip-address.js';
import { selects } from '../resources/label.js';
import type { EndpointSlice, Labels, Resource, ServiceEntry } from '../resources/resource.js';
import type { Conversion } from './conversion.js';
import type { MeshService, ServiceEndpoint } from './service.js';

/**
 * Gives the services their endpoints, which are kept by host and namespace, whichever resource brought them
 * (`ServiceIndex.instancesByPort`): a Service has those of its slices, an entry with a selector the workloads of its
 * namespace, and what shares host and namespace shares all of them (LI-10).
 *
 * The services come oldest first. Mirrors the endpoints part of `PushContext.initServiceRegistry`.
 */
export function withEndpoints(
  services: readonly MeshService[],
  resources: readonly Resource[],
  conversion: Conversion,
  behaves: Behaves,
): readonly MeshService[] {
  const pools = new Map<string, MeshService[]>();
  for (const service of services) append(pools, `${service.namespace}/${service.host}`, service);

  const slices = slicesByService(resources, behaves('endpoint-slices'));
  const workloads = workloadsByNamespace(resources);
  const pooled = new Map<MeshService, readonly ServiceEndpoint[]>();
  for (const pool of pools.values()) {
    if (pool.length === 1 && !isServedByOthers(pool[0])) continue;
    const named = pool.flatMap(service => [...sliceEndpoints(service, slices), ...externalEndpoints(service)]);
    const endpoints = byPort(pool, named, entryEndpoints(pool, workloads));
    for (const service of pool) pooled.set(service, endpoints);
  }
  return services.map(service => {
    const endpoints = pooled.get(service);
    return endpoints === undefined ? service : conversion.withEndpoints(service, endpoints);
  });
}

/** Whether something depends on endpoints that its own resource does not list: the others are for EDS alone (IN-3). */
function isServedByOthers(service: MeshService | undefined): boolean {
  if (service === undefined) return false;
  const { registry, resolution, resource } = service;
  if (registry === 'Kubernetes') return resolution === 'Passthrough';
  return resource.kind === 'ServiceEntry' && resource.workloadSelector !== null && resolution !== 'ClientSideLB';
}

/** An endpoint of a slice, which names the service's port instead of numbering it. */
interface NamedEndpoint {
  readonly address: string;
  readonly portName: string;
}

/**
 * The endpoints of each port, as the youngest service that has any for it finds them: by number those of entries, by
 * its own port names those of slices (`EndpointShards.CopyEndpoints`).
 */
function byPort(
  pool: readonly MeshService[],
  named: readonly NamedEndpoint[],
  numbered: readonly ServiceEndpoint[],
): readonly ServiceEndpoint[] {
  const found = new Map<number, readonly ServiceEndpoint[]>();
  for (const { ports } of pool) {
    const numberOf = new Map(ports.map(({ name, number }) => [name, number]));
    const numbers = new Set(ports.map(({ number }) => number));
    const own = new Map<number, ServiceEndpoint[]>();
    for (const { address, portName } of named) {
      const port = numberOf.get(portName);
      if (port !== undefined) append(own, port, { address, port, labels: {} });
    }
    for (const endpoint of numbered) if (numbers.has(endpoint.port)) append(own, endpoint.port, endpoint);
    for (const [port, endpoints] of own) found.set(port, endpoints);
  }
  return [...found.values()].flat();
}

function slicesByService(
  resources: readonly Resource[],
  readsSlices: boolean,
): ReadonlyMap<string, readonly EndpointSlice[]> {
  const slices = new Map<string, EndpointSlice[]>();
  for (const resource of resources) {
    if (resource.kind !== 'Endpoints' && !(resource.kind === 'EndpointSlice' && readsSlices)) continue;
    if (resource.service !== null) append(slices, `${resource.namespace}/${resource.service}`, resource);
  }
  return slices;
}

/** Each address and port name once, however many slices have it (`endpointSliceCache.get`). */
function sliceEndpoints(
  { registry, namespace, name }: MeshService,
  slices: ReadonlyMap<string, readonly EndpointSlice[]>,
): readonly NamedEndpoint[] {
  const found = new Map<string, NamedEndpoint>();
  for (const { subsets } of registry === 'Kubernetes' ? (slices.get(`${namespace}/${name}`) ?? []) : []) {
    for (const { addresses, portNames } of subsets) {
      for (const address of addresses) {
        for (const portName of portNames) found.set(`${address} ${portName}`, { address, portName });
      }
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.address, b.address));
}

/** The name that a Service without aliases resolves, at each of its ports (`ExternalNameEndpoints`). */
function externalEndpoints({ externalName, resolution, ports }: MeshService): readonly NamedEndpoint[] {
  if (externalName === null || resolution === 'Alias') return [];
  return ports.map(({ name }) => ({ address: externalName, portName: name }));
}

/** What a selector can select: a WorkloadEntry, or a Pod. */
interface SelectableWorkload {
  readonly kind: 'Pod' | 'WorkloadEntry';
  readonly name: string;
  readonly address: string;
  readonly labels: Labels;
}

/** In the order in which istiod selects them: Pods first, then by name. */
function workloadsByNamespace(resources: readonly Resource[]): ReadonlyMap<string, readonly SelectableWorkload[]> {
  const workloads = new Map<string, SelectableWorkload[]>();
  for (const resource of resources) {
    const { kind, name, namespace } = resource;
    if (kind === 'Workload' && resource.address !== null) {
      append(workloads, namespace, { kind: 'Pod', name, address: resource.address, labels: resource.podLabels });
    } else if (kind === 'WorkloadEntry' && resource.isHealthy) {
      append(workloads, namespace, {
        kind,
        name,
        address: resource.endpoint.address,
        labels: resource.endpoint.labels,
      });
    }
  }
  for (const list of workloads.values()) {
    list.sort((a, b) => compareText(a.kind, b.kind) || compareText(a.name, b.name));
  }
  return workloads;
}

/** Mirrors `mergeServicesInstancesByNamespaceHost`: of DNS_ROUND_ROBIN only the first endpoint of a port counts. */
function entryEndpoints(
  pool: readonly MeshService[],
  workloads: ReadonlyMap<string, readonly SelectableWorkload[]>,
): readonly ServiceEndpoint[] {
  const endpoints: ServiceEndpoint[] = [];
  const taken = new Set<number>();
  // An entry with several addresses is several services of the same endpoints.
  const entries = new Map(pool.map(service => [service.resource, service]));
  for (const [resource, service] of entries) {
    if (resource.kind !== 'ServiceEntry') continue;
    for (const endpoint of ownEndpoints(resource, service, workloads.get(resource.namespace) ?? [])) {
      if (resource.resolution === 'DNS_ROUND_ROBIN' && taken.has(endpoint.port)) continue;
      taken.add(endpoint.port);
      endpoints.push(endpoint);
    }
  }
  return endpoints;
}

function ownEndpoints(
  { workloadSelector, resolution, ports }: ServiceEntry,
  { endpoints }: MeshService,
  workloads: readonly SelectableWorkload[],
): readonly ServiceEndpoint[] {
  if (workloadSelector === null) return endpoints;
  const isDns = resolution === 'DNS' || resolution === 'DNS_ROUND_ROBIN';
  return workloads
    .filter(({ address, labels }) => selects(workloadSelector, labels) && (isDns || isNoName(address)))
    .flatMap(({ address, labels }) => ports.map(({ number }) => ({ address, port: number, labels })));
}

/** Only DNS can use a workload that has a hostname or a Unix socket for address (`DNSServiceEntryOnly`). */
function isNoName(address: string): boolean {
  return address === '' || parseAddress(address) !== null;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
