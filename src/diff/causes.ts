import type { Comparison } from './comparison.js';
import type { ResourceChange } from './resource-changes.js';
import { isGatewayRoute } from '../mesh/gateway-routes.js';
import { namesRevision } from '../mesh/revisions.js';
import type { Resource } from '../resources/resource.js';
import type { GroupClass } from './group-classes.js';
import type { Side } from './side.js';
import { workloadOf } from './simulation.js';

/** Tells whether a side shows again what base showed. */
export type IsAsBase = (side: Side) => boolean;

/** The changed resources that bring a difference about. */
export interface Causes {
  /** Empty only if nothing changed. */
  readonly changes: readonly ResourceChange[];
  /** Whether base's state is back without them; else they are the best guess that is worth its cost. */
  readonly isProven: boolean;
}

/** Finds what brings the differences of one comparison about. */
export interface CauseSearch {
  /** Changes that a class can feel at all; all of them where it seems to feel none. */
  relevantTo(groupClass: GroupClass): readonly ResourceChange[];
  /**
   * Each change without which a difference is gone, else the smallest set that we find without which it is gone.
   *
   * `hints` are tried first: the resources that the difference names, as `kind/namespace/name`.
   */
  find(groupClass: GroupClass, hints: ReadonlySet<string>, isAsBase: IsAsBase): Causes;
}

/** Starts a search; what is relevant to a class is worked out once. */
export function searchCauses(comparison: Comparison): CauseSearch {
  const byClass = new Map<GroupClass, readonly ResourceChange[]>();
  const relevantTo = (groupClass: GroupClass) => {
    const relevant = byClass.get(groupClass) ?? relevantChanges(comparison, groupClass);
    byClass.set(groupClass, relevant);
    return relevant;
  };
  return {
    relevantTo,
    find(groupClass, hints, isAsBase) {
      const relevant = relevantTo(groupClass);
      const named = relevant.filter(({ key }) => hints.has(key));
      const rest = relevant.filter(({ key }) => !hints.has(key));
      return findAmong([...named, ...rest], hints, comparison, isAsBase);
    },
  };
}

function findAmong(
  relevant: readonly ResourceChange[],
  hints: ReadonlySet<string>,
  { counterfactuals, resourceChanges }: Comparison,
  isAsBase: IsAsBase,
): Causes {
  if (relevant.length > MOST_CANDIDATES) return causeAmongMany(relevant, hints, counterfactuals, isAsBase);
  const undoes = (changes: readonly ResourceChange[]) => isAsBase(counterfactuals.without(changes));

  // Rarely a change matters that neither side's scope shows: only without another one would it be felt.
  const suffices = relevant.length === resourceChanges.length || undoes(relevant);
  const candidates = suffices ? relevant : resourceChanges;
  if (candidates.length > MOST_CANDIDATES) return { changes: relevant, isProven: false };

  const alone = candidates.filter(change => undoes([change]));
  if (alone.length > 0) return { changes: alone, isProven: true };
  if (!undoes(candidates)) return { changes: candidates, isProven: false };

  // Several together: drop one after the other as long as the rest still suffices.
  let needed: readonly ResourceChange[] = candidates;
  for (const change of [...candidates].reverse()) {
    const rest = needed.filter(other => other !== change);
    if (rest.length > 0 && undoes(rest)) needed = rest;
  }
  return { changes: needed, isProven: true };
}

/** Beyond this many, to try them all, and their sets, would cost more than it tells. */
const MOST_CANDIDATES = 24;

/** In a change in bulk, what the difference names is taken for its cause; of that, so many sides are worth a proof. */
const MOST_SIDES = 24;

function causeAmongMany(
  relevant: readonly ResourceChange[],
  hints: ReadonlySet<string>,
  counterfactuals: Comparison['counterfactuals'],
  isAsBase: IsAsBase,
): Causes {
  const named = relevant.filter(({ key }) => hints.has(key));
  // Nothing names what governs everything.
  const governing = relevant.filter(({ base, head }) => (head ?? base)?.kind === 'Installation');
  const proven = [...named, ...governing].find(
    change => counterfactuals.opened() < MOST_SIDES && isAsBase(counterfactuals.without([change])),
  );
  if (proven !== undefined) return { changes: [proven], isProven: true };
  return { changes: named.length > 0 ? named : relevant, isProven: false };
}

function relevantChanges(
  { resourceChanges, base, head }: Comparison,
  { asked }: GroupClass,
): readonly ResourceChange[] {
  const own = new Set(workloadOf(asked));
  const roots = [base, head].map(({ simulation }) => simulation.mesh.config.rootNamespace);
  const sidecarNamespaces = [asked.namespace, ...roots];
  const felt = new Set<unknown>();
  const hosts = new Set<string>();
  for (const side of [base, head]) {
    for (const { resource, host } of side.configured(asked).services) {
      felt.add(resource);
      hosts.add(host);
    }
  }
  const labelsTell = [base, head].some(({ simulation }) => simulation.mesh.config.discoverySelectors.length > 0);
  const isFelt = (resource: Resource | null) =>
    resource !== null &&
    (felt.has(resource) ||
      ((resource.kind === 'Sidecar' || resource.kind === 'EnvoyFilter') &&
        sidecarNamespaces.includes(resource.namespace)) ||
      // What istiod is and does, everyone feels, and who is in the mesh.
      resource.kind === 'Installation' ||
      // Its labels choose data plane and revision, and whether istiod looks at it.
      (resource.kind === 'Namespace' && (labelsTell || resource.name === asked.namespace || namesRevision(resource))) ||
      // Rules lead calls, and policies make clusters, without a scope having to name them.
      resource.kind === 'VirtualService' ||
      isGatewayRoute(resource) ||
      resource.kind === 'DestinationRule' ||
      // What no scope has to see: an alias (CV-5), and endpoints, also of another entry of the host (LI-10).
      (resource.kind === 'Service' && resource.type === 'ExternalName') ||
      resource.kind === 'EndpointSlice' ||
      resource.kind === 'Endpoints' ||
      resource.kind === 'WorkloadEntry' ||
      (resource.kind === 'Workload' && (resource.address !== null || namesRevision(resource))) ||
      (resource.kind === 'ServiceEntry' && resource.hosts.some(host => hosts.has(host))));
  const relevant = resourceChanges.filter(change => own.has(change.key) || isFelt(change.base) || isFelt(change.head));
  return relevant.length === 0 ? resourceChanges : relevant;
}
