import type { ControlPlane } from './istio/control-plane.js';
import { addressEvidence, listenersAlike, withLearnedAddresses } from './live/addresses.js';
import { compareClusters } from './live/compare-clusters.js';
import { compareListeners } from './live/compare-listeners.js';
import { compareTables } from './live/compare-tables.js';
import type { Comparison } from './live/comparison.js';
import type { LiveSidecar } from './live/live-sidecar.js';
import { livePolicy } from './live/policy.js';
import { findStrangers } from './live/strangers.js';
import type { Verification } from './live/verification.js';
import { needsAddress } from './mesh/free-addresses.js';
import type { Revision } from './mesh/revisions.js';
import type { MeshService } from './mesh/service.js';
import { addressingOf, type Proxy } from './proxy/proxy.js';
import type { Resource } from './resources/resource.js';
import { simulateProxy, type SimulatedProxy } from './workload.js';

/** What the manifests and a dump are held against each other with. */
export interface Verify {
  readonly resources: readonly Resource[];
  readonly live: LiveSidecar;
  readonly proxy: Proxy;
  readonly controlPlane: ControlPlane;
  /** That of the istiod that told the sidecar. */
  readonly revision: Revision;
  /** MeshConfig was given: its policy is to be verified, rather than to be learned. */
  readonly knowsPolicy: boolean;
}

/** Simulates the sidecar of a dump from manifests, and says where the two differ. */
export function verify({ resources, live, proxy, controlPlane, revision, knowsPolicy }: Verify): Verification {
  const mode = knowsPolicy ? null : livePolicy(live, controlPlane.config.outboundTrafficPolicy);
  const { behaves, config } = controlPlane;
  const { usesAutomaticAddresses } = addressingOf(proxy, behaves);
  const known: ControlPlane = {
    ...controlPlane,
    // Which addresses istiod makes up depends on all of its mesh: here they are what the dump shows.
    behaves: behaviour => behaves(behaviour) || (usesAutomaticAddresses && behaviour === 'addresses-in-status'),
    config: mode === null ? config : { ...config, outboundTrafficPolicy: { mode, egressProxy: null } },
  };
  const pod = { usesAutomaticAddresses, readsStatus: behaves('addresses-in-status'), domain: config.domain };
  const completed = withLearnedAddresses(resources, addressEvidence(live, resources), pod);
  const { simulated, addressed, unconfirmed } = withRerouted(completed, live, known, proxy, revision);
  const { mesh, choice, configuration } = simulated;

  const services = new Map<string, MeshService>();
  for (const service of mesh.services) {
    const host = service.host.toLowerCase();
    if (!services.has(host)) services.set(host, service);
  }
  const strangers = findStrangers(live, configuration, mesh.services, resources);
  const comparison: Comparison = {
    live,
    expected: { configuration, services, unconfirmed },
    strangers,
    found: { differences: [], undeclaredResources: new Map(), taken: [], ofPods: [] },
  };
  compareListeners(comparison);
  compareTables(comparison);
  compareClusters(comparison);

  const { found } = comparison;
  return {
    proxy,
    live,
    choice,
    differences: found.differences,
    undeclaredHosts: [...strangers.undeclared].sort(),
    undeclaredResources: [...found.undeclaredResources.values()],
    absent: [...strangers.absent].sort().flatMap(host => {
      const resource = services.get(host)?.resource;
      return resource === undefined ? [] : [{ host, resource }];
    }),
    taken: found.taken,
    ofPods: found.ofPods,
    learnedAddresses: resources.filter(needsAddress).length - addressed.filter(needsAddress).length,
    learnedPolicy: mode,
  };
}

/** The simulation with every address that can be known, and which addresses are still invented. */
function withRerouted(
  resources: readonly Resource[],
  live: LiveSidecar,
  controlPlane: ControlPlane,
  proxy: Proxy,
  revision: Revision,
): { simulated: SimulatedProxy; addressed: readonly Resource[]; unconfirmed: ReadonlySet<string> } {
  const first = simulateProxy(resources, controlPlane, proxy, revision);
  const unconfirmed = inventedIn(first, resources);
  const alike = listenersAlike(first.configuration.listeners, live.listeners ?? [], unconfirmed);
  if (alike.size === 0) return { simulated: first, addressed: resources, unconfirmed };

  const addressed = resources.map(resource => {
    const address = needsAddress(resource) ? alike.get(first.addresses.invented(resource) ?? '') : undefined;
    return address === undefined ? resource : { ...resource, clusterIP: address, clusterIPs: [address] };
  });
  const simulated = simulateProxy(addressed, controlPlane, proxy, revision);
  return { simulated, addressed, unconfirmed: inventedIn(simulated, addressed) };
}

function inventedIn({ addresses }: SimulatedProxy, resources: readonly Resource[]): ReadonlySet<string> {
  return new Set(resources.filter(needsAddress).flatMap(service => addresses.invented(service) ?? []));
}
