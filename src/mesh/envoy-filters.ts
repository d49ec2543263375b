import type { EnvoyFilter } from '../resources/patches.js';
import { selects } from '../resources/label.js';
import type { Labels } from '../resources/resource.js';

/** Answers which EnvoyFilters patch what a workload's sidecar is told; in no order, for what comes of them is not simulated. */
export interface FilterIndex {
  /** All that are for sidecars. */
  readonly all: readonly EnvoyFilter[];
  find(namespace: string, labels: Labels): readonly EnvoyFilter[];
}

/**
 * Those of the root namespace and of its own, if their selector holds. One with targetRefs is for gateways and waypoints.
 *
 * Mirrors `PushContext.EnvoyFilters` and `WorkloadPolicyMatcher.ShouldAttachPolicy`.
 */
export function indexEnvoyFilters(filters: readonly EnvoyFilter[], rootNamespace: string): FilterIndex {
  const forSidecars = filters.filter(({ hasTargets }) => !hasTargets);
  return {
    all: forSidecars,
    find: (namespace, labels) =>
      forSidecars.filter(
        filter =>
          (filter.namespace === rootNamespace || filter.namespace === namespace) &&
          selects(filter.workloadSelector ?? {}, labels),
      ),
  };
}
