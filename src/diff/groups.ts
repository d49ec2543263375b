import type { Mesh } from '../mesh/mesh.js';
import type { Labels, Namespace, Sidecar, Workload } from '../resources/resource.js';
import { selects } from '../resources/label.js';
import { groupKey, type Group, type Simulation } from './simulation.js';

/** Who is asked, and what has to be said about those who are not. */
export interface Groups {
  /** Sorted by namespace, then labels. */
  readonly groups: readonly Group[];
  /** Sentences for the report. */
  readonly remarks: readonly string[];
}

/**
 * Decides the workload groups of both sides together (`rules.md`): in each namespace one without labels, one for each
 * workloadSelector, one for each known pod label set that some other Sidecar governs.
 */
export function workloadGroups(base: Simulation, head: Simulation): Groups {
  const remarks: string[] = [];
  const groups: Group[] = [];
  for (const namespace of namespacesOf(base.mesh, head.mesh)) {
    const reason = whyNotAsked(namespace, base.mesh, head.mesh);
    if (reason === null) groups.push(...groupsOf(namespace, base, head, remarks));
    else if (reason !== '') remarks.push(reason);
  }
  return { groups, remarks: [...remarks, ...discoveryRemarks(base.mesh, head.mesh)] };
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
export function isCreated(namespace: string, base: Mesh, head: Mesh): boolean {
  return (
    head.namespaces.has(namespace) &&
    !base.namespaces.has(namespace) &&
    ![...base.services, ...base.sidecars, ...base.workloads].some(resource => resource.namespace === namespace)
  );
}

/** Any workload of a namespace that no manifest knows and that has no Sidecar of its own. */
export const outsideGroup: Group = { namespace: '(outside this repository)', labels: {} };

function namespacesOf(base: Mesh, head: Mesh): readonly string[] {
  const names = new Set<string>();
  for (const { services, sidecars, workloads, namespaces } of [base, head]) {
    for (const { namespace } of [...services, ...sidecars, ...workloads]) names.add(namespace);
    for (const name of namespaces.keys()) names.add(name);
  }
  return [...names].sort();
}

/** null: it is asked; empty: it is left out without a word; else the sentence that says why. */
function whyNotAsked(name: string, base: Mesh, head: Mesh): string | null {
  const namespace = head.namespaces.get(name);
  if (namespace === undefined && base.namespaces.has(name)) return '';
  if (name.startsWith('kube-') || !head.discovery.includes(name)) return '';
  if (namespace?.labels['istio-injection'] === 'disabled') return '';
  if (namespace?.labels['istio.io/dataplane-mode'] === 'ambient') {
    return `namespace ${name} is ambient, which is not simulated: what becomes of its calls is unknown`;
  }
  const isSpecial = name === head.config.rootNamespace || isGatewayNamespace(name, head);
  return isSpecial && !hasInjectedPod(name, namespace, head) ? '' : null;
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

function groupsOf(namespace: string, base: Simulation, head: Simulation, remarks: string[]): readonly Group[] {
  const pods = [...base.mesh.workloads, ...head.mesh.workloads].filter(
    pod => pod.namespace === namespace && hasSidecar(pod),
  );
  const sidecars = [...base.mesh.sidecars, ...head.mesh.sidecars].filter(sidecar => sidecar.namespace === namespace);

  const found = new Map<string, Group>();
  const governed = new Set<string>();
  const add = (labels: Labels) => {
    const group = { namespace, labels };
    found.set(groupKey(group), group);
    governed.add(governorsOf(group, base, head));
  };

  add({});
  for (const { workloadSelector, name } of sidecars) {
    if (workloadSelector === null || found.has(groupKey({ namespace, labels: workloadSelector }))) continue;
    add(workloadSelector);
    if (!pods.some(({ podLabels }) => selects(workloadSelector, podLabels))) {
      remarks.push(`no pod in the manifests carries the labels that Sidecar ${namespace}/${name} selects`);
    }
  }
  for (const { podLabels } of pods) {
    if (!governed.has(governorsOf({ namespace, labels: podLabels }, base, head))) add(podLabels);
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** The Sidecars that govern at base and at head, or claim to, as one text. */
function governorsOf(group: Group, base: Simulation, head: Simulation): string {
  return [base, head]
    .map(side => side.choice(group))
    .map(({ chosen, rivals }) =>
      [chosen, ...rivals].map(sidecar => (sidecar === null ? '-' : nameOf(sidecar))).join('+'),
    )
    .join(' ');
}

function nameOf({ namespace, name }: Sidecar): string {
  return `${namespace}/${name}`;
}
