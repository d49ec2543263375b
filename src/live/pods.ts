import { UNSPECIFIED, type MeshService } from '../mesh/service.js';
import type { Comparison } from './comparison.js';
import type { ChainShape } from './live-sidecar.js';
import { hostsOfChain } from './mentions.js';

/**
 * Decides whether a chain leads to pods of which no manifest says where they are: those of a headless Service, and
 * those that a ServiceEntry selects (LI-9, LI-10).
 */
export function isOfPods(comparison: Comparison, chain: ChainShape): boolean {
  const service = serviceOf(comparison, chain);
  return service !== null && hasUnknownPods(service);
}

/** The declared service that a chain leads to, by its cluster or its private route table; null for none. */
export function serviceOf({ expected }: Comparison, chain: ChainShape): MeshService | null {
  const { destination } = chain;
  const hosts =
    destination.kind === 'routes'
      ? [destination.name.slice(0, Math.max(0, destination.name.lastIndexOf(':')))]
      : hostsOfChain(chain);
  return hosts.map(host => expected.services.get(host.toLowerCase())).find(found => found !== undefined) ?? null;
}

/** Decides whether what a service is served by is known to the cluster only. */
export function hasUnknownPods({ resolution, address, registry, selector }: MeshService): boolean {
  if (selector !== null) return true;
  return resolution === 'Passthrough' && address === UNSPECIFIED && registry === 'Kubernetes';
}
