import type { Labels, Resource } from '../resources/resource.js';

/** The revision of Istio that one istiod runs; null stands for any that no Istio object names. */
export type Revision = string | null;

/** Which istiod tells a workload what, where several run side by side (IN-11). */
export interface Revisions {
  /** Those that Istio objects name, sorted. */
  readonly named: readonly string[];
  /** Whether nothing names another revision: then everyone belongs to it, or there is none to tell apart. */
  readonly isOne: boolean;
  /** The revisions that a workload may belong to: several where its own is not told, or may be a tag of another. */
  candidates(namespace: string, podLabels: Labels): readonly [Revision, ...Revision[]];
  /** What istiod of that revision reads: its own objects, and those that name no revision. */
  readBy(revision: Revision): readonly Resource[];
}

const REVISION_LABEL = 'istio.io/rev';

/**
 * Reads the revisions from labels: Istio objects say which istiod is to read them, namespaces and pods whose sidecars
 * they have. Where all of them name one revision, everyone belongs to it.
 *
 * A name on a namespace may be a tag, which stands for a revision; on an object it never is (`LabelsInRevision`).
 */
export function revisionsOf(resources: readonly Resource[]): Revisions {
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
  const isOne = named.length === 0 || new Set([...named, ...ofPods, ...ofNamespaces.values()]).size === 1;

  return {
    named,
    isOne,
    candidates(namespace, podLabels) {
      if (isOne) return [named[0] ?? null];
      const own = podLabels[REVISION_LABEL] ?? ofNamespaces.get(namespace);
      return own !== undefined && ofObjects.has(own) ? [own] : [null, ...named];
    },
    readBy: revision =>
      isOne
        ? resources
        : resources.filter(
            resource => !isReadByRevision(resource) || (resource.labels[REVISION_LABEL] ?? revision) === revision,
          ),
  };
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
