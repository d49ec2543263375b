import { POD_ADDRESS } from './diff/simulation.js';
import { startSidecar, type RunningSidecar } from './envoy/sidecar.js';
import type { ControlPlane } from './istio/control-plane.js';
import { ageAsGiven } from './mesh/age.js';
import { createConversion } from './mesh/conversion.js';
import { dial, type Dialled } from './mesh/dial.js';
import { freeAddresses } from './mesh/free-addresses.js';
import { buildMesh } from './mesh/mesh.js';
import { configureProxy } from './proxy/configuration.js';
import type { Labels, Resource } from './resources/resource.js';
import { createScopes } from './scope/scope.js';
import { selectSidecar, type SidecarChoice } from './scope/select-sidecar.js';

/** One workload of one side: what its sidecar is told, and what it would do with a call. */
export interface SimulatedWorkload {
  readonly choice: SidecarChoice;
  readonly sidecar: RunningSidecar;
  /** The address that a call to `host` dials. */
  dial(host: string): Dialled;
}

/** Simulates a workload as `listeners` and `trace` show it: Services without an address get an invented one. */
export function simulateWorkload(
  resources: readonly Resource[],
  controlPlane: ControlPlane,
  namespace: string,
  labels: Labels,
): SimulatedWorkload {
  const addresses = freeAddresses(resources);
  const conversion = createConversion(controlPlane, service => addresses.invented(service));
  const mesh = buildMesh(resources, controlPlane, ageAsGiven, conversion);
  const choice = selectSidecar(mesh, namespace, labels);
  const scope = createScopes(mesh).scopeOf(namespace, choice.chosen);
  const sidecar = startSidecar(
    configureProxy(
      scope,
      { namespace, labels, ips: [POD_ADDRESS], capturesDns: false, allocatesAddresses: false },
      mesh,
    ),
  );

  // A host that the workload sees is as it sees it: another namespace may give the same name another address.
  const seen = scope.listeners.flatMap(listener => listener.services);
  const seenHosts = new Set(seen.map(({ host }) => host));
  const services = [...seen, ...mesh.services.filter(({ host }) => !seenHosts.has(host))];
  const pod = { namespace, domain: mesh.config.domain };
  return { choice, sidecar, dial: host => dial(host, pod, services, addresses) };
}
