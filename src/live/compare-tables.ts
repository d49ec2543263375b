import { isAddressDomain } from './address-domain.js';
import type { RouteTable, VirtualHost } from '../proxy/route-table.js';
import type { Resource } from '../resources/resource.js';
import { differ, type Comparison } from './comparison.js';
import { liveHosts } from './explained-chains.js';
import type { ListenerShape, LiveTable, LiveVirtualHost } from './live-sidecar.js';
import { hasUnknownPods } from './pods.js';
import { liveAction, routeMatchText } from './route-text.js';
import { destinationText } from './shape-text.js';
import { hostOfName } from './mentions.js';

/**
 * Compares the route tables that listeners of both sides ask for: virtual hosts by name, with their domains and with
 * their routes in order. Timeouts, retries and header changes are not compared: they decide no destination.
 */
export function compareTables(comparison: Comparison): void {
  const { live, expected } = comparison;
  if (live.tables === null) return;
  const asked = live.listeners === null ? null : namesAsked(live.listeners);
  const ours = new Set(expected.configuration.routeNames);
  for (const name of [...new Set([...ours, ...live.tables.keys()])].sort()) {
    // A table for which one side has no listener is told of with the listener.
    if (asked !== null && !(asked.has(name) && ours.has(name))) continue;
    const own = ours.has(name) ? expected.configuration.routeTable(name) : null;
    const seen = live.tables.get(name) ?? null;
    if (own !== null && seen !== null) compareTable(comparison, own, seen);
    else if (own !== null) onlyOurs(comparison, own);
    else onlyLive(comparison, name);
  }
}

function namesAsked(listeners: readonly ListenerShape[]): ReadonlySet<string> {
  return new Set(
    listeners
      .flatMap(({ chains, defaultChain }) => (defaultChain === null ? chains : [...chains, defaultChain]))
      .flatMap(({ destination }) => (destination.kind === 'routes' ? [destination.name] : [])),
  );
}

function onlyOurs(comparison: Comparison, { name, virtualHosts }: RouteTable): void {
  const hosts = virtualHosts.flatMap(virtualHost => hostOfName(virtualHost.name) ?? []);
  if (hosts.length > 0 && hosts.every(host => comparison.strangers.absent.has(host))) return;
  differ(comparison, [`route table ${name}`], { live: [], expected: virtualHosts.map(host => host.name) });
}

function onlyLive(comparison: Comparison, name: string): void {
  const { strangers, expected, found } = comparison;
  const hosts = liveHosts(comparison, name);
  if (hosts.length > 0 && hosts.every(host => strangers.undeclared.has(host))) return;
  const services = hosts.flatMap(host => expected.services.get(host) ?? []);
  if (services.length > 0 && services.every(hasUnknownPods)) {
    found.ofPods.push(`route table ${name}`);
    return;
  }
  differ(comparison, [`route table ${name}`], { live: hosts, expected: [] }, services[0]?.resource ?? null);
}

function compareTable(comparison: Comparison, own: RouteTable, seen: LiveTable): void {
  const { strangers } = comparison;
  const ours = new Map(own.virtualHosts.map(host => [host.name, host]));
  const live = new Map(seen.virtualHosts.map(host => [host.name, host]));
  const table = `route table ${own.name}`;
  const strange = strangeDomains(comparison, own, seen);
  if (own.ignoresPort !== seen.ignoresPort) {
    const sides = { live: [String(seen.ignoresPort)], expected: [String(own.ignoresPort)] };
    differ(comparison, [table, 'ignorePortInHostMatching'], sides);
  }
  for (const name of [...new Set([...ours.keys(), ...live.keys()])].sort()) {
    const one = ours.get(name) ?? null;
    const other = live.get(name) ?? null;
    const where = [table, `virtual host ${name}`];
    const host = hostOfName(name) ?? '';
    const owner = ownerOf(comparison, name, one);
    if (strangers.absent.has(host) || (other !== null && strangers.isUndeclaredName(name))) continue;
    if (one !== null && other !== null) compareVirtualHost(comparison, where, [one, other], strange, owner);
    else if (one !== null) {
      differ(comparison, where, { live: [], expected: one.domains }, owner);
    } else if (other !== null) {
      if (isOfUndeclaredRule(comparison, other)) continue;
      differ(comparison, where, { live: other.domains, expected: [] }, owner);
    }
  }
  compareAddresses(comparison, table, own, seen, strange);
}

function compareVirtualHost(
  comparison: Comparison,
  where: readonly string[],
  [own, seen]: readonly [VirtualHost, LiveVirtualHost],
  strange: StrangeDomains,
  owner: Resource | null,
): void {
  const { strangers } = comparison;
  const lacking = without(names(own.domains), seen.domains).filter(domain => !strange.there.has(domain));
  const added = without(names(seen.domains), own.domains).filter(domain => !strange.here.has(domain));
  if (lacking.length + added.length > 0) {
    differ(comparison, [...where, 'domains'], { live: added, expected: lacking }, owner);
  }

  const clusterText = (name: string) => strangers.clusterText(name);
  for (let at = 0; at < Math.max(own.routes.length, seen.routes.length); at += 1) {
    const [one, other] = [own.routes[at], seen.routes[at]];
    const expected = one === undefined ? null : { match: routeMatchText(one.match), action: liveAction(one.action) };
    const text = (route: typeof expected, of?: (name: string) => string) =>
      route === null ? [] : [`${route.match} → ${destinationText(route.action, of)}`];
    if (text(expected, clusterText).join() === text(other ?? null, clusterText).join()) continue;
    const sides = { live: text(other ?? null), expected: text(expected) };
    if (!isOfUndeclaredRule(comparison, seen))
      differ(comparison, [...where, `route ${at + 1}`], sides, one?.via ?? owner);
    // What follows is only moved by it.
    return;
  }
}

/** Which of several virtual hosts keeps an address is a coin toss in istiod: addresses are compared by table. */
function compareAddresses(
  comparison: Comparison,
  table: string,
  own: RouteTable,
  seen: LiveTable,
  { there, here }: StrangeDomains,
): void {
  const { unconfirmed } = comparison.expected;
  const live = addresses(seen.virtualHosts).filter(domain => !there.has(domain));
  const ours = addresses(own.virtualHosts).filter(domain => !here.has(domain) && !unconfirmed.has(domain));
  const lacking = without(ours, live).filter(domain => !there.has(domain));
  const added = without(live, ours).filter(domain => !here.has(domain));
  if (lacking.length + added.length === 0) return;
  differ(comparison, [table, 'addresses as domains'], { live: added, expected: lacking });
}

/** Domains of hosts that only one side knows: a domain belongs to the first who wants it, whoever that is. */
interface StrangeDomains {
  /** The sidecar's, of hosts that no manifest declares. */
  readonly there: ReadonlySet<string>;
  /** Ours, of hosts of which the sidecar knows nothing. */
  readonly here: ReadonlySet<string>;
}

function strangeDomains({ strangers }: Comparison, own: RouteTable, seen: LiveTable): StrangeDomains {
  const undeclared = seen.virtualHosts.filter(({ name }) => strangers.isUndeclaredName(name));
  const absent = own.virtualHosts.filter(({ name }) => strangers.absent.has(hostOfName(name) ?? ''));
  return {
    there: new Set(undeclared.flatMap(({ domains }) => domains)),
    here: new Set(absent.flatMap(({ domains }) => domains)),
  };
}

function names(domains: readonly string[]): readonly string[] {
  return domains.filter(domain => !isAddressDomain(domain));
}

function addresses(hosts: readonly { readonly domains: readonly string[] }[]): readonly string[] {
  return hosts.flatMap(({ domains }) => domains.filter(isAddressDomain));
}

function without(domains: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return domains.filter(domain => !known.has(domain));
}

function isOfUndeclaredRule({ strangers, found }: Comparison, { routes }: LiveVirtualHost): boolean {
  const config = routes.map(route => route.config).find(one => strangers.isUndeclaredResource(one)) ?? null;
  if (config === null) return false;
  found.undeclaredResources.set(`${config.kind} ${config.namespace}/${config.name}`, config);
  return true;
}

function ownerOf({ expected }: Comparison, name: string, own: VirtualHost | null): Resource | null {
  const via = own?.routes.find(route => route.via !== null)?.via ?? null;
  return via ?? expected.services.get(hostOfName(name) ?? '')?.resource ?? null;
}
