import type { GroupClass } from '../diff/group-classes.js';
import type { Side } from '../diff/side.js';
import type { RunningSidecar } from '../envoy/sidecar.js';
import { listenerClass } from '../istio/protocol.js';
import type { Mesh } from '../mesh/mesh.js';
import { append } from '../mesh/multimap.js';
import type { MeshService } from '../mesh/service.js';
import { listenersOffering } from '../proxy/offered.js';
import { isGatewayRoute } from '../mesh/gateway-routes.js';
import { overlaps } from '../resources/hostname.js';
import type { ServiceEntry } from '../resources/resource.js';

/** Why no sidecar sends anything to an entry. */
export type Idleness =
  | { readonly kind: 'unexported' }
  /** No Sidecar of those who may see it imports a host of it. */
  | { readonly kind: 'unimported' }
  /** Other services have its hosts, or its places on listeners, everywhere. */
  | { readonly kind: 'lost'; readonly to: readonly MeshService[] }
  /** It is imported, and yet no listener or route leads there. */
  | { readonly kind: 'unlisted' };

/**
 * Tells of each of the entries why no sidecar of any group sends connections or requests to it; null where one does, or
 * where that cannot be told or is meant: rules lead its calls, or lead there; its workloads, or some of those who may see
 * it, are not known.
 */
export function idlenessOn(
  side: Side,
  classes: readonly GroupClass[],
  entries: readonly ServiceEntry[],
): (entry: ServiceEntry) => Idleness | null {
  const sidecars = [...new Set(classes.map(({ asked }) => side.sidecar(asked)))];
  const importers = importersOf(entries, sidecars);
  const meshes = side.simulation.meshes();
  const isTold = sidecars.every(({ isSimulated }) => isSimulated);
  return entry => {
    const own = importers.get(entry) ?? [];
    if (!isTold || own.some(isOffered)) return null;
    const services = meshes.flatMap(mesh => mesh.services.filter(({ resource }) => resource === entry));
    const isCallable = services.some(({ ports }) => ports.some(({ protocol }) => listenerClass(protocol) !== null));
    if (!isCallable || !areViewersKnown(meshes, classes, services, entry)) return null;
    if (meshes.some(mesh => isBeyondUs(entry, mesh))) return null;

    if (meshes.every(mesh => services.every(service => isHidden(mesh, service)))) return { kind: 'unexported' };
    const winners = new Set(sidecars.flatMap(sidecar => winnersOver(sidecar, entry)));
    if (winners.size > 0) return { kind: 'lost', to: [...winners] };
    return { kind: own.length > 0 ? 'unlisted' : 'unimported' };
  };
}

/** What decides about the entry's traffic besides what sidecars are told of it. */
function isBeyondUs(entry: ServiceEntry, { discovery, services, namespaces }: Mesh): boolean {
  if (entry.workloadSelector !== null || 'istio.io/use-waypoint' in entry.labels) return true;
  if ([...namespaces.values()].some(({ labels }) => labels['istio.io/dataplane-mode'] === 'ambient')) return true;
  const hosts = new Set(entry.hosts);
  const isLed = (host: string) => hosts.has(host);
  // Services of one host and namespace share ports and endpoints (LI-10, SC-14).
  const hasTwin = services.some(
    ({ host, namespace, resource, aliases }) =>
      resource !== entry && ((namespace === entry.namespace && hosts.has(host)) || aliases.some(isLed)),
  );
  return (
    hasTwin ||
    discovery.resources.some(resource => {
      if (resource.kind === 'VirtualService') {
        const { http, tls, tcp } = resource;
        const led = [...http, ...tls, ...tcp].flatMap(({ route }) => route);
        return (
          [...led, ...http.flatMap(({ mirrors }) => mirrors)].some(({ host }) => isLed(host)) ||
          resource.hosts.some(host => entry.hosts.some(own => overlaps(own, host)))
        );
      }
      if (resource.kind === 'Sidecar') return isLed(resource.outboundTrafficPolicy?.egressProxy?.host ?? '');
      if (!isGatewayRoute(resource)) return false;
      const isParent = resource.parents.some(
        ({ kind, namespace, name }) => kind === entry.kind && namespace === entry.namespace && name === entry.name,
      );
      return (
        isParent || resource.rules.some(({ backends, mirrors }) => [...backends, ...mirrors].some(to => isLed(to.name)))
      );
    })
  );
}

/** Whether everyone who may see the entry is asked; those outside the repository are, by the group that stands for them. */
function areViewersKnown(
  meshes: readonly Mesh[],
  classes: readonly GroupClass[],
  services: readonly MeshService[],
  entry: ServiceEntry,
): boolean {
  const asked = new Set(classes.flatMap(({ groups }) => groups.map(({ namespace }) => namespace)));
  if (!asked.has(entry.namespace)) return false;
  return meshes.every(mesh =>
    services.every(service => {
      const seen = mesh.exportOf(service);
      return seen.kind === 'public' || [...seen.namespaces].every(namespace => asked.has(namespace));
    }),
  );
}

function isHidden(mesh: Mesh, service: MeshService): boolean {
  const seen = mesh.exportOf(service);
  return seen.kind !== 'public' && seen.namespaces.size === 0;
}

/** A sidecar that imports a service. */
interface Importer {
  readonly sidecar: RunningSidecar;
  readonly service: MeshService;
}

function importersOf(
  entries: readonly ServiceEntry[],
  sidecars: readonly RunningSidecar[],
): ReadonlyMap<MeshService['resource'], readonly Importer[]> {
  const wanted = new Set<MeshService['resource']>(entries);
  const found = new Map<MeshService['resource'], Importer[]>();
  for (const sidecar of sidecars) {
    for (const service of sidecar.configuration.scope.listeners.flatMap(({ services }) => services)) {
      if (wanted.has(service.resource)) append(found, service.resource, { sidecar, service });
    }
  }
  return found;
}

function isOffered({ sidecar: { configuration }, service }: Importer): boolean {
  return service.ports.some(({ number }) => listenersOffering(configuration, service.host, number).length > 0);
}

/** Who keeps the entry's hosts out of a scope, or its chains out of a listener. */
function winnersOver({ configuration }: RunningSidecar, entry: ServiceEntry): readonly MeshService[] {
  const { scope, contests } = configuration;
  return [
    ...scope.listeners.flatMap(listener =>
      listener.contests.flatMap(({ winner, losers }) => (losers.some(isOf(entry)) ? [winner] : [])),
    ),
    ...contests.flatMap(({ winner, loser }) => (isOf(entry)(loser) ? [winner] : [])),
  ];
}

function isOf(entry: ServiceEntry) {
  return ({ resource }: MeshService) => resource === entry;
}
