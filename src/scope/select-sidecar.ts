import type { Mesh } from '../mesh/mesh.js';
import { selects } from '../resources/label.js';
import type { Labels, Sidecar } from '../resources/resource.js';

/** Which Sidecar governs a workload, and who claims it equally. */
export interface SidecarChoice {
  /** null: no Sidecar, everything that is exported is visible. */
  readonly chosen: Sidecar | null;
  /** Sidecars of the same rank that would govern were they older (SC-1, SC-3). */
  readonly rivals: readonly Sidecar[];
}

/**
 * Decides which Sidecar governs a workload's egress; the first step that finds one decides (SC-1 to SC-5).
 * 1. in its namespace, with a selector that its labels satisfy (an empty selector is satisfied by all);
 * 2. in its namespace, without a selector;
 * 3. in the root namespace, without a selector.
 *
 * Within a step the oldest wins. Mirrors `PushContext.getSidecarScope`.
 */
export function selectSidecar(mesh: Mesh, namespace: string, labels: Labels): SidecarChoice {
  const local = mesh.sidecars.filter(sidecar => sidecar.namespace === namespace);
  const isGovernedFromRoot = mesh.behaves('root-sidecar-everywhere') || mesh.declares(namespace);
  const steps = [
    local.filter(({ workloadSelector }) => workloadSelector !== null && selects(workloadSelector, labels)),
    local.filter(({ workloadSelector }) => workloadSelector === null),
    !isGovernedFromRoot
      ? []
      : mesh.sidecars.filter(
          sidecar => sidecar.namespace === mesh.config.rootNamespace && sidecar.workloadSelector === null,
        ),
  ];
  const [chosen, ...rivals] = steps.find(step => step.length > 0) ?? [];
  return { chosen: chosen ?? null, rivals };
}
