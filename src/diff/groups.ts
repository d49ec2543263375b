import type { Mesh } from '../mesh/mesh.js';
import { whyRevisionsDiffer } from '../mesh/revisions.js';
import { outboundPatches } from '../proxy/outbound-patches.js';
import type { EnvoyFilter } from '../resources/patches.js';
import type { Labels, Namespace, Sidecar, Workload } from '../resources/resource.js';
import { selects } from '../resources/label.js';
import { callerLabels, namedNamespaces, type CallerLabels } from './callers.js';
import { groupLifetimes } from './group-lifetimes.js';
import { lifetimeRemarks, unmetRemarks, unselectedRemarks } from './group-remarks.js';
import { groupKey, type Group, type Simulation } from './simulation.js';

/** Who is asked, and what has to be said about those who are not. */
export interface Groups {
  /** Sorted by namespace, then labels. */
  readonly groups: readonly Group[];
  /** Whether nobody was of it at base, as head creates its namespace or adds all its workloads. */
  isCreated(group: Group): boolean;
  /** Sentences for the report. */
  readonly remarks: readonly string[];
}

/**
 * Decides the workload groups of both sides together (`rules.md`): in each namespace one without labels, one for each
 * workloadSelector, one for each set of labels by which rules tell callers apart there, one for each known pod label set
 * that some other Sidecar governs, or for which other rules hold. A namespace in which nothing stands is one if it is
 * named by a rule and told something else than others are. Those are not asked whose workloads head labels anew.
 */
export function workloadGroups(base: Simulation, head: Simulation): Groups {
  const unselected: string[] = [];
  const found: Group[] = [];
  const labelsIn = callerLabels([base.mesh, head.mesh]);
  for (const namespace of [...namespacesOf(base.mesh, head.mesh), ...onlyNamed(base, head)].sort()) {
    const isDiscovered = head.meshes().some(({ discovery }) => discovery.includes(namespace));
    if (!isDiscovered || !isAsked(namespace, base.mesh, head.mesh)) continue;
    found.push(...groupsOf(namespace, labelsIn(namespace), base, head, unselected));
  }
  const lifetimes = groupLifetimes(found, base.mesh, head.mesh);
  const ended = found.filter(lifetimes.isEnded);
  const isNew = new Set(found.filter(lifetimes.isCreated).map(groupKey));
  const isInNew = ({ namespace }: Group) => isCreatedNamespace(namespace, base.mesh, head.mesh);
  const isCreated = (group: Group) => isNew.has(groupKey(group)) || isInNew(group);
  const remaining = found.filter(group => !ended.includes(group));
  const groups = remaining.filter(group => hasSidecarAtEither(group, isCreated, base, head));
  return {
    groups,
    isCreated,
    remarks: [
      ...remaining.flatMap(group => ambientRemark(group, head)),
      ...unselectedRemarks(unselected),
      ...unmetRemarks(groups, labelsIn, carriedLabels(base.mesh, head.mesh)),
      ...lifetimeRemarks(
        groups.filter(group => isNew.has(groupKey(group)) && !isInNew(group)),
        ended,
      ),
      ...discoveryRemarks(base.mesh, head.mesh),
      ...revisionRemarks(groups, head),
    ],
  };
}

/** What `discoverySelectors` leave to say: who left, and of whom it is not known. */
function discoveryRemarks(base: Mesh, head: Mesh): readonly string[] {
  const names = namespacesOf(base, head);
  const left = names.filter(name => base.discovery.includes(name) && !head.discovery.includes(name));
  const unlabelled = [...new Set([...base.discovery.unlabelled, ...head.discovery.unlabelled])];
  return [
    ...left.map(name => `namespace ${name} is no longer among discoverySelectors: its pods are not asked`),
    ...(unlabelled.length === 0
      ? []
      : [
          `discoverySelectors choose by labels, and no Namespace tells those of ${unlabelled.join(', ')}: istiod is taken to look there`,
        ]),
  ];
}

/** Whether head creates a namespace: its Namespace object is new, and base holds nothing that stands in it. */
function isCreatedNamespace(namespace: string, base: Mesh, head: Mesh): boolean {
  return head.namespaces.has(namespace) && !base.namespaces.has(namespace) && !standsIn(base).has(namespace);
}

/** Any workload of a namespace that no manifest knows and that has no Sidecar of its own. */
export const outsideGroup: Group = { namespace: '(outside this repository)', labels: {} };

function namespacesOf(base: Mesh, head: Mesh): readonly string[] {
  return [...new Set([base, head].flatMap(mesh => [...standsIn(mesh), ...mesh.namespaces.keys()]))].sort();
}

/** The namespaces in which a resource stands; what says how Istio is installed need not stand in the mesh. */
function standsIn({ declared }: Mesh): ReadonlySet<string> {
  const standing = declared.filter(({ kind }) => kind !== 'Installation' && kind !== 'Namespace');
  return new Set(standing.map(({ namespace }) => namespace));
}

/** Namespaces that nothing stands in, and that are told something else than any outside the repository is. */
function onlyNamed(base: Simulation, head: Simulation): readonly string[] {
  const known = new Set(namespacesOf(base.mesh, head.mesh));
  const named = new Set([base, head].flatMap(({ mesh }) => [...namedNamespaces(mesh)]));
  return [...named].filter(
    namespace => !known.has(namespace) && areToldApart({ namespace, labels: {} }, outsideGroup, base, head),
  );
}

/** Whether a side tells the one something else than the other. */
function areToldApart(a: Group, b: Group, base: Simulation, head: Simulation): boolean {
  return [base, head].some(side => side.sidecar(a) !== side.sidecar(b));
}

function isAsked(name: string, base: Mesh, head: Mesh): boolean {
  const namespace = head.namespaces.get(name);
  if (namespace === undefined && base.namespaces.has(name)) return false;
  if (name.startsWith('kube-')) return false;
  if (namespace?.labels['istio-injection'] === 'disabled') return false;
  const isSpecial = name === head.config.rootNamespace || isGatewayNamespace(name, head);
  return !isSpecial || hasInjectedPod(name, namespace, head);
}

/** Whether a sidecar carries the group's calls at a side, so that there is something to ask. */
function hasSidecarAtEither(
  group: Group,
  isCreated: (group: Group) => boolean,
  base: Simulation,
  head: Simulation,
): boolean {
  if (head.carrier(group) === 'sidecar') return true;
  return base.carrier(group) === 'sidecar' && !isCreated(group);
}

/** A namespace by whose name or pods one can tell that gateways live there, and no applications. */
function isGatewayNamespace(name: string, { workloads }: Mesh): boolean {
  const pods = workloads.filter(({ namespace }) => namespace === name);
  return /^istio-(ingress|egress|gateway)/.test(name) || (pods.length > 0 && pods.every(isGateway));
}

function isGateway({ podLabels, podAnnotations }: Workload): boolean {
  return (
    podAnnotations['inject.istio.io/templates'] === 'gateway' ||
    /gateway/.test(podLabels['istio'] ?? '') ||
    'gateway.networking.k8s.io/gateway-name' in podLabels
  );
}

function hasInjectedPod(name: string, namespace: Namespace | undefined, { workloads }: Mesh): boolean {
  const isDefault = namespace?.labels['istio-injection'] === 'enabled' || 'istio.io/rev' in (namespace?.labels ?? {});
  return workloads.some(pod => {
    if (pod.namespace !== name || isGateway(pod) || !hasSidecar(pod)) return false;
    return isDefault || wishOf(pod) === 'true';
  });
}

function hasSidecar(pod: Workload): boolean {
  return !pod.hostNetwork && wishOf(pod) !== 'false';
}

function wishOf({ podLabels, podAnnotations }: Workload): string | undefined {
  return podLabels['sidecar.istio.io/inject'] ?? podAnnotations['sidecar.istio.io/inject'];
}

function ambientRemark(group: Group, head: Simulation): readonly string[] {
  if (head.carrier(group) !== 'ambient') return [];
  const { namespace, labels } = group;
  const pods = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const who = pods.length === 0 ? `namespace ${namespace} is` : `pods ${pods.join(',')} of namespace ${namespace} are`;
  return [
    `${who} ambient, which is not simulated: what becomes of ${pods.length === 0 ? 'its' : 'their'} calls is unknown`,
  ];
}

/** What is said of the revisions of Istio that resources are for (IN-11). */
function revisionRemarks(groups: readonly Group[], { revisions, labelsOf }: Simulation): readonly string[] {
  const found = groups.map(group => revisions.candidates(group.namespace, labelsOf(group)));
  const undecided = found.filter(candidates => candidates.length > 1).length;
  if (undecided > 0) {
    return [
      `${whyRevisionsDiffer(revisions)}, and the manifests do not tell whose ` +
        `${undecided === 1 ? '1 workload group is' : `${undecided} workload groups are`}: where that makes a difference, what becomes of the calls is unknown`,
    ];
  }
  const { isOne, named } = revisions;
  const isAssumed = isOne && named.length > 0;
  return isAssumed
    ? [`objects are for revision ${named.join()} of Istio alone: every workload is taken for one of that`]
    : [];
}

function groupsOf(
  namespace: string,
  looked: readonly CallerLabels[],
  base: Simulation,
  head: Simulation,
  unselected: string[],
): readonly Group[] {
  const pods = [...base.mesh.workloads, ...head.mesh.workloads].filter(
    pod => pod.namespace === namespace && hasSidecar(pod),
  );
  const selecting = [base, head]
    .flatMap(({ mesh }) => [...mesh.sidecars, ...mesh.envoyFilters.all.filter(filter => isFelt(filter, mesh))])
    .filter(resource => resource.namespace === namespace);
  const found = new Map<string, Group>();
  const add = (labels: Labels) => {
    const group = { namespace, labels: inOrder(labels) };
    found.set(groupKey(group), group);
  };

  add({});
  for (const { kind, workloadSelector, name } of selecting) {
    if (workloadSelector === null || found.has(groupKey({ namespace, labels: workloadSelector }))) continue;
    add(workloadSelector);
    if (!pods.some(({ podLabels }) => selects(workloadSelector, podLabels))) {
      unselected.push(`${kind} ${namespace}/${name}`);
    }
  }

  const telling: CallerLabels[] = [];
  for (const group of [...found.values()]) {
    for (const caller of looked) {
      const labels = { ...group.labels, ...caller.labels };
      if (!selects(group.labels, labels) || !areToldApart({ namespace, labels }, group, base, head)) continue;
      add(labels);
      telling.push(caller);
    }
  }

  const distinction = (group: Group) => {
    const carried = [base, head].map(side => side.labelsOf(group));
    const isMeant = telling.flatMap(({ labels }) => carried.map(own => selects(labels, own)));
    return [governorsOf(group, base, head), ...isMeant].join(' ');
  };
  const known = new Set([...found.values()].map(distinction));
  for (const { podLabels } of pods) {
    const key = distinction({ namespace, labels: podLabels });
    if (!known.has(key)) add(podLabels);
    known.add(key);
  }
  for (const group of relabelledGroups(namespace, base.mesh, head.mesh)) {
    // What others are told at both sides, they tell of it: no label that matters here changed.
    if (!known.has(distinction(group))) found.set(groupKey(group), group);
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Workloads whose pods carry other labels at head than at base, each a group of its own: a change of its own may move it. */
function relabelledGroups(namespace: string, base: Mesh, head: Mesh): readonly Group[] {
  const isAskable = (pod: Workload) => pod.namespace === namespace && hasSidecar(pod);
  const before = base.workloads.filter(isAskable);
  return head.workloads.filter(isAskable).flatMap(pod => {
    const known = before.find(({ name, workloadKind }) => name === pod.name && workloadKind === pod.workloadKind);
    if (known === undefined || sameLabels(known.podLabels, pod.podLabels)) return [];
    return [{ namespace, labels: inOrder(pod.podLabels), workload: { kind: pod.workloadKind, name: pod.name } }];
  });
}

/** In whatever order a manifest writes them, reports show them in one. */
function inOrder(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sameLabels(a: Labels, b: Labels): boolean {
  return Object.keys(a).length === Object.keys(b).length && selects(a, b);
}

function carriedLabels(base: Mesh, head: Mesh): readonly Labels[] {
  return [...base.workloads, ...head.workloads].filter(hasSidecar).map(({ podLabels }) => podLabels);
}

/** What governs at base and at head, or claims to, as one text: Sidecars, data plane, revision of Istio, EnvoyFilters. */
function governorsOf(group: Group, base: Simulation, head: Simulation): string {
  return [base, head]
    .map(side => {
      const { chosen, rivals } = side.choice(group);
      const sidecars = [chosen, ...rivals].map(sidecar => (sidecar === null ? '-' : nameOf(sidecar)));
      const labels = side.labelsOf(group);
      const revisions = side.revisions.candidates(group.namespace, labels);
      const filters = side.mesh.envoyFilters.find(group.namespace, labels).filter(filter => isFelt(filter, side.mesh));
      return [sidecars.join('+'), side.carrier(group), revisions.join('|'), ...filters.map(nameOf)].join(' ');
    })
    .join(' ');
}

/** Whether an outbound call may end elsewhere for the filter. */
function isFelt(filter: EnvoyFilter, { version }: Mesh): boolean {
  return outboundPatches([filter], version).length > 0;
}

function nameOf({ namespace, name }: Sidecar | EnvoyFilter): string {
  return `${namespace}/${name}`;
}
