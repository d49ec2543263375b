import { parseProtocol, type Protocol } from '../istio/protocol.js';
import type { Mesh } from '../mesh/mesh.js';
import type { MeshService } from '../mesh/service.js';
import type { VirtualService } from '../resources/route-rules.js';
import type { EgressListener, OutboundTrafficPolicy, Sidecar } from '../resources/resource.js';
import { defaultListener } from './default-scope.js';
import { knownServices } from './known-services.js';
import { namespacesThatMatter, routeDestinations } from './route-destinations.js';
import { selectServices, type HostContest } from './select-services.js';
import { selectVirtualServices } from './select-virtual-services.js';

/** What one Sidecar, or its absence, lets the workloads of a namespace see (`SidecarScope`). */
export interface Scope {
  readonly sidecar: Sidecar | null;
  /** In declaration order (LI-1). */
  readonly listeners: readonly ScopedListener[];
  readonly policy: OutboundTrafficPolicy;
  /** The services that get clusters; of several clusters of one name the first is made (SC-14). */
  clusterServices(): readonly MeshService[];
  /** The service that rules and policies mean by a host (`ServiceForHostname`). */
  serviceNamed(host: string): MeshService | null;
}

/** One egress listener with the services that it imports. */
export interface ScopedListener {
  /** null: one listener for every port of the services (LI-5). */
  readonly port: { readonly number: number; readonly protocol: Protocol } | null;
  /** Empty where the Sidecar leaves it open. */
  readonly bind: string;
  /** captureMode NONE, or a Unix socket: a real port rather than captured traffic (LI-2). */
  readonly bindToPort: boolean;
  readonly services: readonly MeshService[];
  readonly contests: readonly HostContest[];
  /** VirtualServices that apply to calls through this listener, in order of precedence (SC-15). */
  readonly routes: readonly VirtualService[];
  /** Services that only those lead to: they get clusters and nothing else (SC-16). */
  readonly destinations: readonly MeshService[];
}

/** Answers which scope a workload has; workloads that see the same get the same object. */
export interface Scopes {
  scopeOf(namespace: string, sidecar: Sidecar | null): Scope;
}

const everything: readonly EgressListener[] = [{ port: null, bind: '', captureMode: 'DEFAULT', hosts: ['*/*'] }];

/**
 * Scopes of one mesh, computed once for all who share them.
 *
 * A scope depends on the namespace only through what is visible to it, through `.` in a host, and through the
 * preference for its own services (SC-13). Mirrors `convertToSidecarScope`.
 */
export function createScopes(mesh: Mesh): Scopes {
  const families = new Map<string, Map<Sidecar | null, Family>>();
  const ruling = new Set(mesh.routes.all.map(({ namespace }) => namespace));
  const hasOwn = (namespace: string) => mesh.declares(namespace) || ruling.has(namespace);

  return {
    scopeOf(namespace, sidecar) {
      const view = mesh.viewOf(namespace);
      const bySidecar = families.get(view) ?? new Map<Sidecar | null, Family>();
      families.set(view, bySidecar);

      const family =
        bySidecar.get(sidecar) ?? startFamily(mesh, buildScope(mesh, namespace, sidecar), namespace, hasOwn);
      bySidecar.set(sidecar, family);

      const key = family.keyOf(namespace);
      const scope = family.scopes.get(key) ?? buildScope(mesh, namespace, sidecar);
      family.scopes.set(key, scope);
      return scope;
    },
  };
}

/**
 * Scopes of one Sidecar over one visible list: one for all namespaces, but for those that are preferred in it, or that
 * have something of their own where it imports that.
 */
interface Family {
  keyOf(namespace: string): string;
  readonly scopes: Map<string, Scope>;
}

function startFamily(mesh: Mesh, first: Scope, namespace: string, hasOwn: (namespace: string) => boolean): Family {
  const usesOwn = (first.sidecar?.egress ?? []).some(({ hosts }) => hosts.some(host => host.startsWith('./')));
  const contenders = new Set(
    first.listeners.flatMap(({ contests }) =>
      contests.flatMap(({ winner, losers }) => [winner, ...losers].map(service => service.namespace)),
    ),
  );
  for (const { routes } of first.listeners) {
    for (const name of namespacesThatMatter(routes, mesh)) contenders.add(name);
  }
  const keyOf = (other: string) => ((usesOwn && hasOwn(other)) || contenders.has(other) ? other : '');
  return { keyOf, scopes: new Map([[keyOf(namespace), first]]) };
}

function buildScope(mesh: Mesh, namespace: string, sidecar: Sidecar | null): Scope {
  const isLikeSidecar = sidecar !== null || mesh.behaves('default-scope-like-sidecar');
  const listeners = isLikeSidecar ? listenersOf(mesh, namespace, sidecar) : [defaultListener(mesh, namespace)];
  return {
    sidecar,
    listeners,
    ...knownServices(listeners, isLikeSidecar, mesh.behaves),
    // SC-7: nothing is inherited, a Sidecar without a policy of its own has that of the mesh.
    policy: sidecar?.outboundTrafficPolicy ?? mesh.config.outboundTrafficPolicy,
  };
}

/** What the egress listeners of a Sidecar import in a namespace; without a Sidecar, one that imports everything. */
export function listenersOf(mesh: Mesh, namespace: string, sidecar: Sidecar | null): readonly ScopedListener[] {
  const egress = sidecar === null || sidecar.egress.length === 0 ? everything : sidecar.egress;
  return egress.map(listener => scopedListener(mesh, namespace, listener));
}

function scopedListener(
  mesh: Mesh,
  namespace: string,
  { port, bind, captureMode, hosts }: EgressListener,
): ScopedListener {
  const protocol = port === null ? null : parseProtocol(port.protocol, mesh.behaves);
  const onlyPort = port === null || port.number === 0 || protocol === 'HTTP_PROXY' ? null : port.number;
  const routes = selectVirtualServices(mesh.routes.visibleTo(namespace), hosts, namespace, mesh.behaves);
  return {
    port: port === null || protocol === null ? null : { number: port.number, protocol },
    bind,
    bindToPort: captureMode === 'NONE' || bind.startsWith('unix://'),
    ...selectServices(mesh.visibleTo(namespace), hosts, namespace, onlyPort, mesh),
    routes,
    destinations: routeDestinations(routes, namespace, onlyPort, mesh),
  };
}
