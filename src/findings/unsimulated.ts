import type { Comparison } from '../diff/comparison.js';
import { sameOwner } from '../envoy/verdict.js';
import type { Behaves } from '../istio/behaviours.js';
import { isGatewayRoute, isRead } from '../mesh/gateway-routes.js';
import type { GatewayRoute } from '../resources/gateway-api/gateway-route.js';
import type { EnvoyFilter } from '../resources/patches.js';
import type { Resource } from '../resources/resource.js';
import { list, resourceText } from './wording.js';

/** Sentences on the EnvoyFilters of head for which what becomes of calls is unknown, and whose calls those are. */
export function patchRemarks({ head, classes }: Comparison): readonly string[] {
  const namespaces = new Map<EnvoyFilter, Set<string>>();
  const ways = new Map<EnvoyFilter, Set<string>>();
  for (const { asked, groups } of classes) {
    for (const { filter, how } of head.sidecar(asked).configuration.patches) {
      namespaces.set(filter, new Set([...(namespaces.get(filter) ?? []), ...groups.map(({ namespace }) => namespace)]));
      ways.set(filter, (ways.get(filter) ?? new Set<string>()).add(how));
    }
  }
  const all = [...namespaces].map(([filter, reached]) => {
    const names = reached.size === 0 ? 'others than those here' : list([...reached].sort());
    return `EnvoyFilter ${filter.namespace}/${filter.name} (${list([...(ways.get(filter) ?? [])])}) may send calls elsewhere or answer them: what becomes of those that meet it is unknown, in ${names}`;
  });
  return all.length <= MOST ? all : [...all.slice(0, MOST), `${all.length - MOST} more EnvoyFilters may do so`];
}

const MOST = 10;

/** Sentences on the Gateway API routes of head: that they are thought to be read, and which of them have no effect. */
export function routeRemarks({ head }: Comparison, resources: readonly Resource[]): readonly string[] {
  const { routes, behaves } = head.simulation.mesh;
  const all = resources.filter(isGatewayRoute);
  if (all.length === 0) return [];
  const felt = routes.all.flatMap(({ madeOf }) => madeOf);
  const idle = all
    .filter(route => !felt.some(other => sameOwner(other, route)))
    .map(route => `${resourceText(route)} has no effect on sidecars: ${whyIdle(route, behaves)}`);
  return [
    'Gateway API is taken as installed, and as enabled in istiod as it is by default',
    ...idle.slice(0, MOST),
    ...(idle.length > MOST ? [`${idle.length - MOST} more routes have none`] : []),
  ];
}

function whyIdle(route: GatewayRoute, behaves: Behaves): string {
  if (!isRead(route.kind, behaves))
    return `istiod of this release reads no ${route.kind}s unless a feature flag says so`;
  if (route.isBroken) return 'Istio can make nothing of one of its filters, matches or backends';
  return 'it has no rules, or no manifest declares what it is for';
}
