import type { MeshService } from '../mesh/service.js';
import { isSubsetOf } from '../resources/hostname.js';
import type { VirtualService } from '../resources/route-rules.js';
import type { OutboundTrafficPolicy } from '../resources/resource.js';
import type { Scope } from '../scope/scope.js';

/** The ports on which two scopes may differ: none, some, or every port. */
export type TouchedPorts = ReadonlySet<number> | 'every';

/**
 * Decides which ports a change of scope can touch, without building either configuration.
 *
 * A listener, its route table and its clusters depend on the services that have the port; whether a service has a
 * cluster depends on the others of its host too (SC-14). Anything else in a scope touches every port.
 *
 * `changedPolicies`: the hosts, in full, of DestinationRules that the sides do not share.
 */
export function touchedPorts(base: Scope, head: Scope, changedPolicies: readonly string[] = []): TouchedPorts {
  if (base === head && changedPolicies.length === 0) return new Set();
  if (!samePolicy(base.policy, head.policy) || !sameShape(base, head) || !sameRoutes(base, head)) return 'every';
  if (changedPolicies.some(host => hasServiceOf(host, base) || hasServiceOf(host, head))) return 'every';

  const hosts = new Set<string>();
  base.listeners.forEach((listener, index) => {
    const before = new Set(listener.services);
    const after = new Set(head.listeners[index]?.services ?? []);
    for (const service of before) if (!after.has(service)) hosts.add(service.host);
    for (const service of after) if (!before.has(service)) hosts.add(service.host);
  });

  const ports = new Set<number>();
  const touch = ({ host, ports: declared }: MeshService) => {
    if (hosts.has(host)) for (const { number } of declared) ports.add(number);
  };
  for (const scope of [base, head]) for (const { services } of scope.listeners) services.forEach(touch);
  return ports;
}

/** A policy makes and unmakes the clusters of its host, which rules lead to from any port. */
function hasServiceOf(host: string, { listeners }: Scope): boolean {
  return listeners.some(({ services, destinations }) =>
    [...services, ...destinations].some(service => isSubsetOf(service.host, host)),
  );
}

/** A rule can lead any port anywhere, so a changed one touches every port. */
function sameRoutes(a: Scope, b: Scope): boolean {
  return a.listeners.every(({ routes, destinations }, index) => {
    const other = b.listeners[index];
    return (
      routes.length === other?.routes.length &&
      routes.every((route, at) => sameRoute(route, other.routes[at])) &&
      destinations.length === other.destinations.length &&
      destinations.every((service, at) => service === other.destinations[at])
    );
  });
}

/** A root whose delegates are merged in, and what is made of Gateway API routes, is made anew for each side. */
function sameRoute(a: VirtualService, b: VirtualService | undefined): boolean {
  return a === b || (a.document === b?.document && rulesText(a) === rulesText(b));
}

function rulesText({ hosts, http, tls, tcp }: VirtualService): string {
  return JSON.stringify([hosts, http, tls, tcp], (field, value: unknown) => (field === 'origin' ? undefined : value));
}

function samePolicy(a: OutboundTrafficPolicy, b: OutboundTrafficPolicy): boolean {
  return a.mode === b.mode && JSON.stringify(a.egressProxy) === JSON.stringify(b.egressProxy);
}

/** Whether the egress listeners are alike but for what they import. A port of its own renumbers the services', so it counts. */
function sameShape(a: Scope, b: Scope): boolean {
  const shape = ({ listeners }: Scope) =>
    JSON.stringify(listeners.map(({ port, bind, bindToPort }) => [port, bind, bindToPort]));
  return shape(a) === shape(b);
}
