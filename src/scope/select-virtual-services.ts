import type { Behaves } from '../istio/behaviours.js';
import { isSubsetOf, isWildcard } from '../resources/hostname.js';
import { hasGatewaySemantics, type VisibleRoutes } from '../mesh/virtual-services.js';
import type { VirtualService } from '../resources/route-rules.js';
import { parseEgressHost } from './egress-host.js';

/**
 * Decides which VirtualServices apply through an egress listener, in order of precedence (SC-15).
 *
 * `hosts: null` asks for all, for a workload without a Sidecar (`VirtualServicesForGateway`).
 *
 * One host that fits an entry of the VirtualService's namespace, or of any, is enough; either side may be the wider.
 * Of those made from Gateway API routes the own namespace's go first, and their hosts must lie within the entry.
 *
 * Mirrors `SelectVirtualServices`.
 */
export function selectVirtualServices(
  visible: VisibleRoutes,
  hosts: readonly string[] | null,
  namespace: string,
  behaves: Behaves,
): readonly VirtualService[] {
  const isOwnGateway = (service: VirtualService) =>
    hasGatewaySemantics(service, behaves) && service.namespace === namespace;
  const ownGatewayFirst = (group: readonly VirtualService[]) => [
    ...group.filter(isOwnGateway),
    ...group.filter(service => !isOwnGateway(service)),
  ];
  if (hosts === null) {
    const isForPublic = (at: number) =>
      at === visible.length - 1 && behaves('own-gateway-routes-first-without-sidecar');
    return visible.flatMap((group, at) => (isForPublic(at) ? ownGatewayFirst(group) : group));
  }
  const names = new Map<string, string[]>();
  for (const text of hosts) {
    const entry = parseEgressHost(text, namespace);
    if (entry !== null) names.set(entry.namespace, [...(names.get(entry.namespace) ?? []), entry.name]);
  }
  const isImported = (service: VirtualService) => {
    const isGateway = hasGatewaySemantics(service, behaves);
    const patterns = [...(names.get(service.namespace) ?? []), ...(names.get('*') ?? [])];
    return service.hosts.some(host => patterns.some(pattern => fits(host, pattern, isGateway)));
  };
  const isUnified = behaves('unified-sidecar-scope');
  const imported = visible.flatMap(group => (isUnified ? ownGatewayFirst(group) : group).filter(isImported));
  return behaves('routes-by-name') ? firstOfEachName(imported) : imported;
}

/** VD-19: of two in different namespaces too. */
function firstOfEachName(routes: readonly VirtualService[]): readonly VirtualService[] {
  const first = new Map<string, VirtualService>();
  for (const route of routes) if (!first.has(route.name)) first.set(route.name, route);
  return [...first.values()];
}

/** SC-9: *Matches* goes both ways, *SubsetOf* one way. */
function fits(host: string, pattern: string, isOneWay: boolean): boolean {
  return isSubsetOf(host, pattern) || (!isOneWay && isWildcard(host) && isSubsetOf(pattern, host));
}
