import type { Mesh } from '../mesh/mesh.js';
import type { MeshPort, MeshService } from '../mesh/service.js';
import { listenersOf } from './scope.js';

/**
 * The mesh after istiod made all scopes of Sidecars: in old releases the ports that a scope joins to the first service of a
 * host stay with it, for every other scope as well (VD-24). Mirrors `addService` within `ConvertToSidecarScope`.
 */
export function withSharedMerges(mesh: Mesh): Mesh {
  const joined = new Map<MeshService, readonly MeshPort[]>();
  const own = new Set(mesh.services);
  for (const { sidecar, namespace } of governed(mesh)) {
    const first = new Map<string, MeshService>();
    for (const { services, destinations } of listenersOf(mesh, namespace, sidecar)) {
      for (const service of [...services, ...destinations]) {
        const known = first.get(service.host);
        if (known === undefined) first.set(service.host, service);
        else if (known.namespace === service.namespace && own.has(known)) {
          const ports = joined.get(known) ?? known.ports;
          const added = service.ports.filter(({ number }) => ports.every(port => port.number !== number));
          if (added.length > 0) joined.set(known, [...ports, ...added]);
        }
      }
    }
  }
  if (joined.size === 0) return mesh;
  const grown = new Map<MeshService, MeshService>();
  const grow = (service: MeshService): MeshService => {
    const ports = joined.get(service);
    if (ports === undefined) return service;
    const made = grown.get(service) ?? mesh.conversion.withJoinedPorts(service, ports);
    grown.set(service, made);
    return made;
  };
  const visible = new Map<readonly MeshService[], readonly MeshService[]>();
  return {
    ...mesh,
    services: mesh.services.map(grow),
    visibleTo(namespace) {
      const list = mesh.visibleTo(namespace);
      const seen = visible.get(list) ?? list.map(grow);
      visible.set(list, seen);
      return seen;
    },
    servicesNamed: host => new Map([...mesh.servicesNamed(host)].map(([name, service]) => [name, grow(service)])),
  };
}

/** Every Sidecar for its namespace, and the first of the root namespace for those without a Sidecar for all. */
function governed({ sidecars, services, config }: Mesh) {
  const own = sidecars.map(sidecar => ({ sidecar, namespace: sidecar.namespace }));
  const forAll = sidecars.filter(({ workloadSelector }) => workloadSelector === null);
  const root = forAll.find(({ namespace }) => namespace === config.rootNamespace);
  if (root === undefined) return own;
  const covered = new Set(forAll.map(({ namespace }) => namespace));
  const others = new Set(services.map(({ namespace }) => namespace).filter(namespace => !covered.has(namespace)));
  return [...own, ...[...others].map(namespace => ({ sidecar: root, namespace }))];
}
