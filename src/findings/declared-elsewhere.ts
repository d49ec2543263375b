import type { Comparison } from '../diff/comparison.js';
import { parseClusterName } from '../proxy/cluster-name.js';

/**
 * Whether neither side has a word about the cluster's host. The repository is rarely all there is: such a host may be
 * declared outside, and then calls arrive; unless a snapshot tells what the cluster holds besides.
 */
export function isDeclaredElsewhere({ base, head, world }: Comparison, cluster: string | null): boolean {
  if (world.hosts) return false;
  const meant = cluster === null ? null : parseClusterName(cluster);
  if (meant === null) return false;
  return [base, head].every(({ simulation }) => simulation.mesh.servicesNamed(meant.host).size === 0);
}
