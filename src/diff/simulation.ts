import { startSidecar, type RunningSidecar } from '../envoy/sidecar.js';
import type { Mesh } from '../mesh/mesh.js';
import { configureProxy } from '../proxy/configuration.js';
import type { Labels } from '../resources/resource.js';
import type { VirtualService } from '../resources/route-rules.js';
import { createScopes, type Scope } from '../scope/scope.js';
import { selectSidecar, type SidecarChoice } from '../scope/select-sidecar.js';

/** A workload group: the pods of a namespace that carry these labels. */
export interface Group {
  readonly namespace: string;
  readonly labels: Labels;
}

/** One mesh, running: what any group's sidecar is told and does. Everything is computed when first asked for. */
export interface Simulation {
  readonly mesh: Mesh;
  choice(group: Group): SidecarChoice;
  /** Groups that see the same share one sidecar. */
  sidecar(group: Group): RunningSidecar;
}

/** An address of a pod; proxies are IPv4 unless configured otherwise. */
export const POD_ADDRESS = '192.0.0.8';

/**
 * Starts a mesh.
 *
 * Sidecars of one scope differ by namespace in the short names of Services, which no call of ours uses as long as
 * every configured host has a dot (RT-10): `areNamesQualified` says so, of both sides alike. Beyond that, rules for
 * some namespaces or labels tell them apart.
 */
export function startMesh(mesh: Mesh, areNamesQualified: boolean): Simulation {
  const scopes = createScopes(mesh);
  const choices = new Map<string, SidecarChoice>();
  const sidecars = new Map<Scope, Map<string, RunningSidecar>>();

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

      const key = distinction(scope, mesh, group, areNamesQualified);
      const made =
        byNamespace.get(key) ??
        startSidecar(configureProxy(scope, { ...group, ips: [POD_ADDRESS], capturesDns, allocatesAddresses }, mesh));
      byNamespace.set(key, made);
      return made;
    },
  };
}

/** One text for groups that a scope tells the same. */
function distinction(
  scope: Scope,
  { policies }: Mesh,
  { namespace, labels }: Group,
  areNamesQualified: boolean,
): string {
  const hasOwnNamespace = !areNamesQualified || policies.concerns(namespace);
  const hasOwnLabels = policies.select || scope.listeners.some(({ routes }) => routes.some(looksAtLabels));
  const none: Labels = {};
  return groupKey({ namespace: hasOwnNamespace ? namespace : '', labels: hasOwnLabels ? labels : none });
}

function looksAtLabels({ http, tls, tcp }: VirtualService): boolean {
  return [...http, ...tls, ...tcp].some(({ match }) =>
    match.some(({ sourceLabels }) => Object.keys(sourceLabels).length > 0),
  );
}

/** One text for equal groups. */
export function groupKey({ namespace, labels }: Group): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return `${namespace} ${pairs.sort().join(',')}`;
}
