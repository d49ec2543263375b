import type { ChangedCall } from '../diff/changed-calls.js';
import type { Question } from '../diff/calls.js';
import type { Side } from '../diff/side.js';
import type { Verdict } from '../envoy/verdict.js';
import { isSubsetOf, isWildcard } from '../resources/hostname.js';
import type { ServiceEntry } from '../resources/resource.js';
import type { MeshService } from '../mesh/service.js';
import { covers, parseAddress, parsePrefix } from '../resources/ip-address.js';

/** Whether the call was delivered to a resource that declares its host or its address, or led on by its own rules. */
export function reachesItsOwn(side: Side, { groupClass, question }: ChangedCall, verdict: Verdict): boolean {
  const rule = side.ruleBehind(verdict);
  if (rule !== null && question.host !== null && rule.hosts.some(host => isSubsetOf(question.host ?? '', host)))
    return true;
  const service = side.serviceBehind(groupClass.asked, verdict);
  if (verdict.kind !== 'delivered' || service === null) return false;
  return declaresHost(service, question) || declaresAddress(service, side.call(groupClass.asked, question).address);
}

/** Whether the resource behind the service is the called host's. */
export function declaresHost(service: MeshService, { host, configured }: Question): boolean {
  const { resource } = service;
  const isOwn = (own: string) => own === configured || (host !== null && isSubsetOf(host, own));
  if ([service.host, ...service.aliases].some(isOwn)) return true;
  if (resource.kind !== 'ServiceEntry') return false;
  const { names, patterns } = hostsOf(resource);
  return (configured !== null && names.has(configured)) || (host !== null && names.has(host)) || patterns.some(isOwn);
}

/** The hosts of an entry, of which there may be thousands, asked about for each call. */
interface EntryHosts {
  readonly names: ReadonlySet<string>;
  /** Those with a wildcard, which names lie within. */
  readonly patterns: readonly string[];
}

const hostsOfEntries = new WeakMap<ServiceEntry, EntryHosts>();

function hostsOf(entry: ServiceEntry): EntryHosts {
  const known = hostsOfEntries.get(entry);
  if (known !== undefined) return known;
  const hosts = { names: new Set(entry.hosts), patterns: entry.hosts.filter(isWildcard) };
  hostsOfEntries.set(entry, hosts);
  return hosts;
}

function declaresAddress({ address, clusterAddresses, resource }: MeshService, dialled: string): boolean {
  const own = [address, ...clusterAddresses, ...(resource.kind === 'ServiceEntry' ? resource.addresses : [])];
  const parsed = parseAddress(dialled);
  return own.some(text => {
    const prefix = parsePrefix(text);
    return prefix === null || parsed === null ? text === dialled : covers(prefix, parsed);
  });
}

/** Whether the call is answered by somebody, if only by the sidecar as it was told. */
export function arrives({ kind }: Verdict): boolean {
  return kind === 'delivered' || kind === 'passthrough' || kind === 'redirect' || kind === 'direct-response';
}

/** Whether the host and port are configured for the call's groups on that side. */
export function isConfigured(side: Side, { groupClass, question }: ChangedCall): boolean {
  return question.configured !== null && side.configured(groupClass.asked).has(question.configured, question.port);
}

/** Whether two services send the caller to the same place, under whatever resource and namespace. */
export function isSameDestination(a: MeshService, b: MeshService): boolean {
  if (isRenamed(a, b)) return true;
  return (
    a.host === b.host && a.resolution === b.resolution && JSON.stringify(a.endpoints) === JSON.stringify(b.endpoints)
  );
}

/**
 * Whether one is an ExternalName Service that connects to the other Service by name, and on the other side is nothing
 * but a name of it (VD-29): calls arrive there either way.
 */
export function isRenamed(a: MeshService, b: MeshService): boolean {
  return a.registry === b.registry && (isOnlyNameOf(a, b) || isOnlyNameOf(b, a));
}

/** Whether the first is an ExternalName Service of one side, and only a name of the second on the other. */
export function isOnlyNameOf({ host, externalName }: MeshService, real: MeshService): boolean {
  return externalName !== null && real.aliases.includes(host);
}
