import { startSidecar, type RunningSidecar } from '../envoy/sidecar.js';
import { ambientDataPlane, oneOfSidecars } from '../envoy/unsimulated-sidecars.js';
import { dataPlaneOf, type DataPlane } from '../mesh/data-plane.js';
import type { Mesh } from '../mesh/mesh.js';
import { whyRevisionsDiffer, type Revision, type Revisions } from '../mesh/revisions.js';
import { configureProxy } from '../proxy/configuration.js';
import { selects } from '../resources/label.js';
import type { Labels, Resource } from '../resources/resource.js';
import { createScopes, type Scope } from '../scope/scope.js';
import { selectSidecar, type SidecarChoice } from '../scope/select-sidecar.js';
import { sourceLabelsOf } from './callers.js';
import { numbering } from './numbering.js';

/** A workload group: the pods of a namespace that carry these labels. */
export interface Group {
  readonly namespace: string;
  readonly labels: Labels;
  /** Whose pods they are where head labels them anew: each side asks them by the labels that they have there. */
  readonly workload?: WorkloadName;
}

/** A workload of the group's namespace, its kind as written. */
export interface WorkloadName {
  readonly kind: string;
  readonly name: string;
}

/** One mesh, running: what any group's sidecar is told and does. Everything is computed when first asked for. */
export interface Simulation {
  /** All that is there, whichever revision reads it, under the control plane of the default one. */
  readonly mesh: Mesh;
  /** What each revision knows, as far as they differ. */
  meshes(): readonly Mesh[];
  /** What istiod of the group's revision knows, or the first that it may be of. */
  meshOf(group: Group): Mesh;
  choice(group: Group): SidecarChoice;
  readonly revisions: Revisions;
  /** The labels by which this side knows the group's pods. */
  labelsOf(group: Group): Labels;
  /** What carries the group's calls. */
  carrier(group: Group): DataPlane;
  /** Groups that see the same share one sidecar. */
  sidecar(group: Group): RunningSidecar;
}

/** An address of a pod; proxies are IPv4 unless configured otherwise. */
export const POD_ADDRESS = '192.0.0.8';

/**
 * Starts a mesh: one istiod for each of its revisions, each group's sidecar told by its own.
 *
 * `areNamesQualified`: whether every configured host has a dot, at both sides of a review.
 */
export function startMesh(
  resources: readonly Resource[],
  build: (resources: readonly Resource[], revision: Revision) => Mesh,
  revisions: Revisions,
  areNamesQualified: boolean,
): Simulation {
  const mesh = build(resources, null);
  const running = new Map<Revision, RunningRevision>();
  const undecided = new Map<string, RunningSidecar>();
  const ambient = new Map<RunningSidecar, RunningSidecar>();
  const numberOf = numbering<RunningSidecar>();

  const runningOf = (revision: Revision) => {
    const read = revisions.readBy(revision);
    const isWhole = read === resources && (revision === null || revisions.isOne);
    const started = running.get(revision) ?? startRevision(isWhole ? mesh : build(read, revision), areNamesQualified);
    running.set(revision, started);
    return started;
  };
  const labelsOf = labelled(mesh);
  const candidates = (group: Group) => revisions.candidates(group.namespace, labelsOf(group));
  const carrier = (group: Group) => dataPlaneOf(mesh.namespaces.get(group.namespace), labelsOf(group));
  const here = (group: Group): Group => ({ namespace: group.namespace, labels: labelsOf(group) });

  return {
    mesh,
    meshes: () => revisions.distinct.map(revision => runningOf(revision).mesh),
    meshOf: group => runningOf(candidates(group)[0]).mesh,
    choice: group => runningOf(candidates(group)[0]).choice(here(group)),
    revisions,
    labelsOf,
    carrier,
    sidecar(group) {
      const [first, ...others] = candidates(group);
      let sidecar = runningOf(first).sidecar(here(group));
      if (others.length > 0) {
        const rivals = others.map(revision => runningOf(revision).sidecar(here(group)));
        const key = [sidecar, ...rivals].map(numberOf).join(' ');
        sidecar = undecided.get(key) ?? oneOfSidecars(sidecar, rivals, unknownRevision(revisions));
        undecided.set(key, sidecar);
      }
      if (carrier(group) !== 'ambient') return sidecar;
      const carried = ambient.get(sidecar) ?? ambientDataPlane(sidecar);
      ambient.set(sidecar, carried);
      return carried;
    },
  };
}

/** Finds the pods of a relabelled workload by what the mesh says of it. */
function labelled({ workloads }: Mesh): (group: Group) => Labels {
  let known: ReadonlyMap<string, Labels> | null = null;
  return group => {
    const [key] = workloadOf(group);
    if (key === undefined) return group.labels;
    known ??= new Map(
      workloads.map(({ workloadKind, namespace, name, podLabels }) => [
        `${workloadKind}/${namespace}/${name}`,
        podLabels,
      ]),
    );
    return known.get(key) ?? group.labels;
  };
}

function unknownRevision(revisions: Revisions): string {
  return `${whyRevisionsDiffer(revisions)}, the manifests do not tell the workload's, and it makes a difference here`;
}

/** What one istiod tells the groups of the mesh. */
type RunningRevision = Pick<Simulation, 'mesh' | 'choice' | 'sidecar'>;

/**
 * Sidecars of one scope differ by namespace in the short names of Services, which no call of ours uses as long as
 * every configured host has a dot (RT-10): `areNamesQualified` says so. Beyond that, rules for some namespaces tell them
 * apart, and rules that look at labels, by which of those a group has.
 */
function startRevision(mesh: Mesh, areNamesQualified: boolean): RunningRevision {
  const scopes = createScopes(mesh);
  const choices = new Map<string, SidecarChoice>();
  const sidecars = new Map<Scope, Map<string, RunningSidecar>>();
  const lookedAt = new Map<Scope, readonly Labels[]>();

  const choice = ({ namespace, labels }: Group) => {
    const key = groupKey({ namespace, labels });
    const made = choices.get(key) ?? selectSidecar(mesh, namespace, labels);
    choices.set(key, made);
    return made;
  };

  const { capturesDns, allocatesAddresses } = mesh.config;
  return {
    mesh,
    choice,
    sidecar(group) {
      const scope = scopes.scopeOf(group.namespace, choice(group).chosen);
      const byNamespace = sidecars.get(scope) ?? new Map<string, RunningSidecar>();
      sidecars.set(scope, byNamespace);

      const labels = lookedAt.get(scope) ?? labelsLookedAt(scope);
      lookedAt.set(scope, labels);
      const key = distinction(labels, mesh, group, areNamesQualified);
      const made =
        byNamespace.get(key) ??
        startSidecar(configureProxy(scope, { ...group, ips: [POD_ADDRESS], capturesDns, allocatesAddresses }, mesh));
      byNamespace.set(key, made);
      return made;
    },
  };
}

/** One text for groups that a scope tells the same; `lookedAt`: the labels by which its rules tell callers apart. */
function distinction(
  lookedAt: readonly Labels[],
  { policies, envoyFilters }: Mesh,
  { namespace, labels }: Group,
  areNamesQualified: boolean,
): string {
  const hasOwnNamespace = !areNamesQualified || policies.concerns(namespace);
  const met = [...lookedAt, ...policies.selectorsIn(namespace)].map(looked => (selects(looked, labels) ? 1 : 0));
  const filters = envoyFilters.find(namespace, labels).map(filter => `${filter.namespace}/${filter.name}`);
  return [hasOwnNamespace ? namespace : '', met.join(''), ...filters].join(' ');
}

function labelsLookedAt({ listeners }: Scope): readonly Labels[] {
  const rules = new Set(listeners.flatMap(({ routes }) => routes));
  return [...rules].flatMap(sourceLabelsOf);
}

/** The workload that a group names, as the key of its resource; none for a group that pods of any workload are of. */
export function workloadOf({ namespace, workload }: Group): readonly string[] {
  return workload === undefined ? [] : [`${workload.kind}/${namespace}/${workload.name}`];
}

/** One text for equal groups. */
export function groupKey({ namespace, labels, workload }: Group): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const whose = workload === undefined ? '' : ` ${workload.kind}/${workload.name}`;
  return `${namespace} ${pairs.sort().join(',')}${whose}`;
}
