import { isSubsetOf, isWildcard } from '../resources/hostname.js';
import { mostSpecific } from '../mesh/most-specific.js';
import { hasGatewaySemantics } from '../mesh/virtual-services.js';
import type { MeshService } from '../mesh/service.js';
import type { Recipient } from './proxy.js';
import type { VirtualService } from '../resources/route-rules.js';

/** What a VirtualService takes over of a route table. */
export interface Claim {
  readonly service: VirtualService;
  /** Services whose own route gives way (RT-5). */
  readonly services: readonly MeshService[];
  /** Hosts that are no service: they are domains as they stand. */
  readonly otherHosts: readonly string[];
}

/**
 * Which services and other hosts each VirtualService claims on a port, in order of precedence (RT-3, RT-5, RT-8).
 *
 * Of several that cover a service by wildcard the most specific has it. Mirrors `selectVirtualServices` and `separateVSHostsAndServices`.
 */
export function claims(
  routes: readonly VirtualService[],
  byHost: ReadonlyMap<string, MeshService>,
  port: number,
  recipient: Recipient,
): readonly Claim[] {
  const isOwned = !recipient.behaves('oldest-wildcard-route');
  const owner = mostSpecific(firstByHost(routes));
  const relevant = port === 80 ? routes : routes.filter(({ hosts }) => hosts.some(host => meansSome(host, byHost)));

  return relevant.flatMap(service => {
    const services: MeshService[] = [];
    const otherHosts: string[] = [];
    for (const host of service.hosts.filter(name => !isWildcard(name))) {
      const named = byHost.get(tableName(host, recipient));
      if (named === undefined) otherHosts.push(host);
      else services.push(named);
    }
    for (const host of service.hosts.map(name => tableName(name, recipient)).filter(isWildcard)) {
      const covered = hasGatewaySemantics(service, recipient.behaves)
        ? []
        : [...byHost].filter(([name]) => overlaps(name, host));
      if (covered.length === 0) otherHosts.push(host);
      for (const [, candidate] of covered) {
        if (!isOwned || owner.find(candidate.host) === service) services.push(candidate);
      }
    }
    const isAllowed = ({ namespace: own }: MeshService) =>
      own === service.namespace || recipient.namespace === service.namespace;
    const isRestricted =
      hasGatewaySemantics(service, recipient.behaves) && recipient.behaves('gateway-routes-by-namespace');
    return isRestricted && !services.some(isAllowed) ? [] : [{ service, services, otherHosts }];
  });
}

/** The first VirtualService of each host. */
function firstByHost(routes: readonly VirtualService[]): ReadonlyMap<string, VirtualService> {
  const first = new Map<string, VirtualService>();
  for (const service of routes) for (const host of service.hosts) if (!first.has(host)) first.set(host, service);
  return first;
}

function meansSome(host: string, byHost: ReadonlyMap<string, MeshService>): boolean {
  return byHost.has(host) || (isWildcard(host) && [...byHost.keys()].some(name => overlaps(name, host)));
}

function overlaps(a: string, b: string): boolean {
  return isSubsetOf(a, b) || isSubsetOf(b, a);
}

/** A host as the route tables of the release name it. */
export function tableName(host: string, { behaves }: Recipient): string {
  return behaves('lower-case-hosts') ? host.toLowerCase() : host;
}
