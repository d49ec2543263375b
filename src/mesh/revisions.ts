import { installedBy } from '../istio/installed.js';
import { installedRevisions } from '../istio/installed-revisions.js';
import type { Labels, Namespace, Resource, Workload } from '../resources/resource.js';

/** The revision of Istio that one istiod runs; null stands for any that no Istio object names. */
export type Revision = string | null;

/** Which istiod tells a workload what, where several run side by side (IN-11). */
export interface Revisions {
  /** Those that Istio objects name, sorted. */
  readonly named: readonly string[];
  /** Those of which it is said what istiod they have, sorted, where not all istiods are alike; else empty. */
  readonly installed: readonly string[];
  /** All that there are, as far as they differ; null first. */
  readonly distinct: readonly [Revision, ...Revision[]];
  /** Whether nothing names another revision, or another istiod: then everyone belongs to it, or none is to be told apart. */
  readonly isOne: boolean;
  /**
   * The revisions that a workload may belong to: several where its own is not told, or may be a tag of another. Of those
   * that are alike the first stands for all.
   */
  candidates(namespace: string, podLabels: Labels): readonly [Revision, ...Revision[]];
  /** What istiod of that revision reads: its own objects, and those that name no revision. */
  readBy(revision: Revision): readonly Resource[];
}

const REVISION_LABEL = 'istio.io/rev';

/**
 * Reads the revisions from labels: Istio objects say which istiod is to read them, namespaces and pods whose sidecars
 * they have. Where all of them name one revision, and one istiod is said to run, everyone belongs to it, unless
 * `isNews`: then those whose manifests do not say so may have another.
 *
 * A name on a namespace may be a tag, which stands for a revision; on an object it never is (`LabelsInRevision`).
 */
export function revisionsOf(resources: readonly Resource[], isNews = false): Revisions {
  const ofObjects = new Set<string>();
  const ofNamespaces = new Map<string, string>();
  const ofPods = new Set<string>();
  for (const resource of resources) {
    const revision = resource.labels[REVISION_LABEL];
    if (resource.kind === 'Workload') addTo(ofPods, resource.podLabels[REVISION_LABEL]);
    else if (isReadByRevision(resource)) addTo(ofObjects, revision);
    else if (resource.kind === 'Namespace' && revision !== undefined) ofNamespaces.set(resource.name, revision);
  }
  const named = [...ofObjects].sort();
  const ofControlPlanes = installedRevisions(resources);
  const all: readonly Revision[] = [null, ...new Set([...named, ...ofControlPlanes])];
  const istiods = new Map(all.map(revision => [revision, installedBy(resources, revision).identity]));
  const installed = new Set(istiods.values()).size === 1 ? [] : ofControlPlanes;
  const names = new Set([...named, ...ofControlPlanes, ...ofPods, ...ofNamespaces.values()]);
  const isReadByAll = named.length === 0 || (!isNews && names.size === 1 && installed.length === 0);
  const isOne = isReadByAll && installed.length === 0;
  const known = new Set(installed.length > 0 ? installed : [...named, ...ofControlPlanes]);
  const distinction = (revision: Revision) =>
    `${!isReadByAll && revision !== null && ofObjects.has(revision) ? revision : ''} ${istiods.get(revision) ?? ''}`;
  const distinct: readonly [Revision, ...Revision[]] = [
    null,
    ...all.filter((one, at) => all.findIndex(other => distinction(other) === distinction(one)) === at).slice(1),
  ];

  return {
    named,
    installed,
    isOne,
    distinct: isOne ? [named[0] ?? null] : distinct,
    candidates(namespace, podLabels) {
      if (isOne) return [named[0] ?? null];
      const own = podLabels[REVISION_LABEL] ?? ofNamespaces.get(namespace);
      if (own !== undefined && known.has(own)) return [own];
      return distinct;
    },
    readBy: revision =>
      isReadByAll
        ? resources
        : resources.filter(
            resource => !isReadByRevision(resource) || (resource.labels[REVISION_LABEL] ?? revision) === revision,
          ),
  };
}

/** Whether Istio objects of head are the first to name a revision, where base has such objects and nothing names any. */
export function isFirstToName(base: readonly Resource[], head: readonly Resource[]): boolean {
  const hasObjects = base.some(isReadByRevision);
  const isNamed = base.some(
    resource =>
      REVISION_LABEL in resource.labels || (resource.kind === 'Workload' && REVISION_LABEL in resource.podLabels),
  );
  return (
    hasObjects &&
    !isNamed &&
    installedRevisions(base).length === 0 &&
    head.some(resource => isReadByRevision(resource) && REVISION_LABEL in resource.labels)
  );
}

/** A clause on what the revisions are told apart by, for people. */
export function whyRevisionsDiffer({ named, installed }: Pick<Revisions, 'named' | 'installed'>): string {
  return [
    ...(named.length === 0 ? [] : [`objects are for revision ${named.join(' or ')} of Istio alone`]),
    ...(installed.length === 1
      ? [`revision ${installed.join()} of Istio has another istiod than the default one`]
      : []),
    ...(installed.length > 1 ? [`revisions ${installed.join(' and ')} of Istio have different istiods`] : []),
  ].join(', ');
}

/** Whether a namespace or a pod names a revision, which may tell everyone that there are several. */
export function namesRevision(resource: Namespace | Workload): boolean {
  return REVISION_LABEL in (resource.kind === 'Workload' ? resource.podLabels : resource.labels);
}

/** Kubernetes' own kinds are read by every istiod; what says which Istio runs is not read by name. */
function isReadByRevision({ kind }: Resource): boolean {
  switch (kind) {
    case 'Service':
    case 'EndpointSlice':
    case 'Endpoints':
    case 'Namespace':
    case 'Workload':
    case 'Installation':
      return false;
    default:
      return true;
  }
}

function addTo(names: Set<string>, name: string | undefined): void {
  if (name !== undefined) names.add(name);
}
