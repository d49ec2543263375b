import { oldestFirst } from '../mesh/age.js';
import type { Mesh } from '../mesh/mesh.js';
import type { MeshService } from '../mesh/service.js';
import { hasGatewaySemantics } from '../mesh/virtual-services.js';
import type { HttpRule, VirtualService } from '../resources/route-rules.js';

/**
 * The services that VirtualServices lead to, trimmed to the ports that they name: these get clusters (SC-16).
 *
 * Mirrors the second half of `SidecarScope.collectImportedServices`.
 */
export function routeDestinations(
  routes: readonly VirtualService[],
  namespace: string,
  onlyPort: number | null,
  mesh: Mesh,
): readonly MeshService[] {
  return routes.flatMap(service =>
    [...destinationPorts(service, mesh.behaves('destinations-by-source-namespace') ? namespace : null)].flatMap(
      ([host, ports]) => {
        const found = mesh.servicesNamed(host);
        const meant = found.get(namespace) ?? bestVisible(found, namespace, mesh);
        const trimmed = meant === undefined ? null : trim(meant, ports, onlyPort, mesh);
        return trimmed === null ? [] : [trimmed];
      },
    ),
  );
}

/** Namespaces for which rules and destinations may be others than for the rest: they declare one, or a rule names them. */
export function namespacesThatMatter(routes: readonly VirtualService[], mesh: Mesh): ReadonlySet<string> {
  const namespaces = new Set<string>();
  for (const service of routes) {
    if (hasGatewaySemantics(service, mesh.behaves)) namespaces.add(service.namespace);
    for (const { match } of [...service.http, ...service.tls, ...service.tcp]) {
      for (const { sourceNamespace } of match) if (sourceNamespace !== '') namespaces.add(sourceNamespace);
    }
    for (const host of destinationPorts(service, null).keys()) {
      const found = mesh.servicesNamed(host);
      if (found.size > 1 || [...found.values()].some(declared => mesh.exportOf(declared).kind !== 'public')) {
        for (const owner of found.keys()) namespaces.add(owner);
      }
    }
  }
  return namespaces;
}

/** Ports by destination host; 0 stands for every port. HTTP rules for other namespaces do not count. */
function destinationPorts(
  { http, tls, tcp }: VirtualService,
  namespace: string | null,
): ReadonlyMap<string, ReadonlySet<number>> {
  const ports = new Map<string, Set<number>>();
  const rules = http.filter(rule => namespace === null || appliesTo(rule, namespace));
  const destinations = [...rules, ...tls, ...tcp].flatMap(({ route }) => route);
  for (const { host, port } of [...destinations, ...rules.flatMap(({ mirrors }) => mirrors)]) {
    ports.set(host, (ports.get(host) ?? new Set()).add(port ?? 0));
  }
  return ports;
}

/** Whether not every match is for some other namespace (`virtualServiceDestinationsFilteredBySourceNamespace`). */
function appliesTo({ match }: HttpRule, namespace: string): boolean {
  const sources = match.map(({ sourceNamespace }) => sourceNamespace).filter(source => source !== '');
  return sources.length === 0 || sources.includes(namespace);
}

/**
 * A visible Kubernetes Service, else the oldest visible one (`pickBestVisibleNamespace`), or that of the namespace
 * that is first by name (`pickFirstVisibleNamespace`).
 */
function bestVisible(found: ReadonlyMap<string, MeshService>, namespace: string, mesh: Mesh): MeshService | undefined {
  const visible = [...found.values()].filter(service => {
    const seen = mesh.exportOf(service);
    return seen.kind === 'public' || seen.namespaces.has(namespace);
  });
  if (!mesh.behaves('best-destination-namespace')) {
    return visible.reduce<MeshService | undefined>(
      (first, service) => (first === undefined || service.namespace < first.namespace ? service : first),
      undefined,
    );
  }
  const dated = visible.map(service => ({
    service,
    age: mesh.ageOf(service.resource),
    name: '',
    namespace: service.namespace,
  }));
  const [oldest] = dated.sort(oldestFirst(mesh.behaves));
  return visible.find(({ registry }) => registry === 'Kubernetes') ?? oldest?.service;
}

function trim(
  service: MeshService,
  wanted: ReadonlySet<number>,
  onlyPort: number | null,
  { conversion, behaves }: Mesh,
): MeshService | null {
  if (onlyPort !== null) return conversion.forPort(service, onlyPort);
  if (wanted.has(0) || !behaves('destination-ports')) return service;
  const kept = service.ports.filter(({ number }) => wanted.has(number));
  if (kept.length === service.ports.length) return service;
  return kept.length === 0 ? null : conversion.withPorts(service, kept);
}
