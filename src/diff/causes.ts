import type { Comparison } from './comparison.js';
import type { ResourceChange } from './resource-changes.js';
import type { GroupClass } from './group-classes.js';
import type { Side } from './side.js';

/** Tells whether a side shows again what base showed. */
export type IsAsBase = (side: Side) => boolean;

/**
 * The changed resources that bring a difference about: each one without which it is gone, else the smallest set that
 * we find without which it is gone. Empty only if nothing changed.
 *
 * `hints` come first: the resources that the difference names.
 */
export function findCauses(
  comparison: Comparison,
  groupClass: GroupClass,
  hints: ReadonlySet<string>,
  isAsBase: IsAsBase,
): readonly ResourceChange[] {
  const { counterfactuals, resourceChanges } = comparison;
  const relevant = relevantChanges(comparison, groupClass, hints);
  // Rarely a change matters that neither side's scope shows: only without another one would it be felt.
  const suffices = relevant.length === resourceChanges.length || isAsBase(counterfactuals.without(relevant));
  const candidates = suffices ? relevant : resourceChanges;
  if (candidates.length < 2) return candidates;

  const isMany = candidates.length > MOST_CANDIDATES;
  const alone: ResourceChange[] = [];
  for (const change of candidates) {
    if (isAsBase(counterfactuals.without([change]))) alone.push(change);
    if (isMany && alone.length > 0) break;
  }
  if (alone.length > 0) return alone;
  if (isMany) return candidates;

  // Several together: drop one after the other as long as the rest still suffices.
  let needed: readonly ResourceChange[] = candidates;
  for (const change of [...candidates].reverse()) {
    const rest = needed.filter(other => other !== change);
    if (rest.length > 0 && isAsBase(counterfactuals.without(rest))) needed = rest;
  }
  return needed;
}

/** Beyond this many, to try them all, or their sets, would cost more than it tells. */
const MOST_CANDIDATES = 24;

/** Changes that a class can feel at all, hinted ones first. */
export function relevantChanges(
  { resourceChanges, base, head }: Comparison,
  { asked }: GroupClass,
  hints: ReadonlySet<string>,
): readonly ResourceChange[] {
  const sidecarNamespaces = [asked.namespace, head.simulation.mesh.config.rootNamespace];
  const felt = new Set<unknown>();
  const hosts = new Set<string>();
  for (const side of [base, head]) {
    for (const { resource, host } of side.configured(asked).services) {
      felt.add(resource);
      hosts.add(host);
    }
  }
  const isFelt = ({ base: before, head: after }: ResourceChange) =>
    [before, after].some(
      resource =>
        resource !== null &&
        (felt.has(resource) ||
          (resource.kind === 'Sidecar' && sidecarNamespaces.includes(resource.namespace)) ||
          // Rules lead calls, and policies make clusters, without a scope having to name them.
          resource.kind === 'VirtualService' ||
          resource.kind === 'DestinationRule' ||
          // What no scope has to see: an alias (CV-5), and endpoints, also of another entry of the host (LI-10).
          (resource.kind === 'Service' && resource.type === 'ExternalName') ||
          resource.kind === 'EndpointSlice' ||
          resource.kind === 'Endpoints' ||
          resource.kind === 'WorkloadEntry' ||
          (resource.kind === 'Workload' && resource.address !== null) ||
          (resource.kind === 'ServiceEntry' && resource.hosts.some(host => hosts.has(host)))),
    );
  const relevant = resourceChanges.filter(isFelt);
  const named = relevant.filter(({ key }) => hints.has(key));
  const rest = relevant.filter(({ key }) => !hints.has(key));
  return relevant.length === 0 ? resourceChanges : [...named, ...rest];
}
