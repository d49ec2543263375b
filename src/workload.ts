import { governedBy } from './diff/control-planes.js';
import { startMesh } from './diff/simulation.js';
import type { RunningSidecar } from './envoy/sidecar.js';
import type { ControlPlane } from './istio/control-plane.js';
import { ageAsGiven } from './mesh/age.js';
import { usesAutomaticAddresses } from './mesh/automatic-addresses.js';
import { createConversion } from './mesh/conversion.js';
import { dial, type Dialled } from './mesh/dial.js';
import { freeAddresses, type FreeAddresses } from './mesh/free-addresses.js';
import type { Mesh } from './mesh/mesh.js';
import { revisionsOf, type Revision } from './mesh/revisions.js';
import type { MeshService } from './mesh/service.js';
import { configureProxy, type ProxyConfiguration } from './proxy/configuration.js';
import type { Proxy } from './proxy/proxy.js';
import type { Labels, Resource } from './resources/resource.js';
import { buildMesh } from './scope/build-mesh.js';
import { createScopes } from './scope/scope.js';
import { selectSidecar, type SidecarChoice } from './scope/select-sidecar.js';

/** One workload of one side: what its sidecar is told, and what it would do with a call. */
export interface SimulatedWorkload {
  readonly choice: SidecarChoice;
  readonly sidecar: RunningSidecar;
  /** The address that a call to `host` dials. */
  dial(host: string): Dialled;
}

/** Simulates a workload, under the Istio that the resources describe, as `listeners` and `trace` show it: Services without an address get an invented one. */
export function simulateWorkload(resources: readonly Resource[], namespace: string, labels: Labels): SimulatedWorkload {
  const addresses = freeAddresses(resources);
  const governing = governedBy(addresses, []);
  const build = (read: readonly Resource[], revision: Revision) => {
    const { installed, conversion } = governing(read, revision);
    return buildMesh(read, installed.controlPlane, ageAsGiven, conversion);
  };
  const simulation = startMesh(resources, build, revisionsOf(resources), false);
  const { mesh } = simulation;
  const group = { namespace, labels };
  const sidecar = simulation.sidecar(group);
  const { scope } = sidecar.configuration;

  // A host that the workload sees is as it sees it: another namespace may give the same name another address.
  const seen = scope.listeners.flatMap(listener => listener.services);
  const seenHosts = new Set(seen.map(({ host }) => host));
  const services = [...seen, ...mesh.services.filter(({ host }) => !seenHosts.has(host))];
  const pod = { namespace, domain: mesh.config.domain };
  // Who does not see a host is not answered by its sidecar.
  const usesAutomatic = ({ host }: MeshService) =>
    usesAutomaticAddresses(mesh.config, mesh.behaves) && seenHosts.has(host);
  return {
    choice: simulation.choice(group),
    sidecar,
    dial: host => dial(host, pod, services, addresses, usesAutomatic),
  };
}

/** What one proxy is told, and the mesh that it is told it from. */
export interface SimulatedProxy {
  readonly mesh: Mesh;
  readonly addresses: FreeAddresses;
  readonly choice: SidecarChoice;
  readonly configuration: ProxyConfiguration;
}

/** Simulates a proxy whose addresses are known, as istiod of that revision tells it. */
export function simulateProxy(
  resources: readonly Resource[],
  controlPlane: ControlPlane,
  proxy: Proxy,
  revision: Revision,
): SimulatedProxy {
  const addresses = freeAddresses(resources);
  const conversion = createConversion(
    controlPlane,
    service => addresses.invented(service),
    (entry, host) => addresses.automatic(entry, host),
  );
  const mesh = buildMesh(revisionsOf(resources).readBy(revision), controlPlane, ageAsGiven, conversion);
  const choice = selectSidecar(mesh, proxy.namespace, proxy.labels);
  const scope = createScopes(mesh).scopeOf(proxy.namespace, choice.chosen);
  return { mesh, addresses, choice, configuration: configureProxy(scope, proxy, mesh) };
}
