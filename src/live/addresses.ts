import { namedAddresses, needsAddress } from '../mesh/free-addresses.js';
import type { Listener } from '../proxy/listener.js';
import { familyOf } from '../resources/ip-address.js';
import type { Resource } from '../resources/resource.js';
import { addressOfDomain } from './address-domain.js';
import type { LiveListener, LiveSidecar } from './live-sidecar.js';
import { allChains, linesOf } from './shape-text.js';
import { hostOfName, hostsOfChain } from './mentions.js';

/** Addresses that only the cluster knows, by host: the more of a dump speaks for one, the further in front it stands. */
export interface Evidence {
  readonly byHost: ReadonlyMap<string, readonly string[]>;
  /** What some manifest names: the address of a Service perhaps, but no automatic one. */
  readonly named: ReadonlySet<string>;
}

/**
 * Which addresses a dump shows for hosts: a domain of the virtual host is the host's own, a listener that leads to
 * the host's own route table has its address; one that leads to its cluster, or asks for it as SNI, most often has.
 */
export function addressEvidence(live: LiveSidecar, resources: readonly Resource[]): Evidence {
  const named = new Set(resources.flatMap(namedAddresses));
  const weights = new Map<string, Map<string, number>>();
  const count = (host: string, address: string, weight: number) => {
    const byAddress = weights.get(host) ?? new Map<string, number>();
    weights.set(host, byAddress.set(address, (byAddress.get(address) ?? 0) + weight));
  };
  for (const { virtualHosts } of live.tables?.values() ?? []) {
    for (const { name, domains } of virtualHosts) {
      const host = hostOfName(name);
      for (const address of host === null ? [] : domains.flatMap(domain => addressOfDomain(domain) ?? [])) {
        count(host ?? '', address, 1000);
      }
    }
  }
  for (const listener of live.listeners ?? []) {
    if (isWildcard(listener.address) || named.has(listener.address)) continue;
    for (const { destination } of allChains(listener)) {
      const host = destination.kind === 'routes' ? hostOfName(destination.name) : null;
      if (host !== null) count(host, listener.address, 10);
    }
    for (const host of new Set(
      allChains(listener).flatMap(chain => [...hostsOfChain(chain), ...chain.match.serverNames]),
    )) {
      for (const address of [listener.address, ...listener.additionalAddresses]) count(host.toLowerCase(), address, 1);
    }
  }
  const byHost = new Map([...weights].map(([host, of]) => [host, [...of].sort(heaviest).map(([address]) => address)]));
  return { byHost, named };
}

function heaviest([one, weight]: readonly [string, number], [other, otherWeight]: readonly [string, number]): number {
  return otherWeight - weight || (one < other ? -1 : 1);
}

/** The manifests with the addresses that the evidence gives them: as the API server and istiod would have completed them. */
export function withLearnedAddresses(
  resources: readonly Resource[],
  evidence: Evidence,
  proxy: { readonly usesAutomaticAddresses: boolean; readonly readsStatus: boolean; readonly domain: string },
): readonly Resource[] {
  const taken = new Set<string>();
  return resources.map(resource => {
    if (needsAddress(resource)) {
      const candidates =
        evidence.byHost.get(`${resource.name}.${resource.namespace}.svc.${proxy.domain}`.toLowerCase()) ?? [];
      const address = candidates.find(candidate => !taken.has(candidate));
      if (address === undefined) return resource;
      taken.add(address);
      return { ...resource, clusterIP: address, clusterIPs: [address] };
    }
    if (
      resource.kind !== 'ServiceEntry' ||
      !proxy.usesAutomaticAddresses ||
      (proxy.readsStatus && resource.automaticAddresses.length > 0)
    )
      return resource;
    const automaticAddresses = resource.hosts.flatMap(host => {
      const found = (evidence.byHost.get(host.toLowerCase()) ?? []).filter(address => !evidence.named.has(address));
      const ofFamilies = [4, 6].flatMap(family => found.find(address => familyOf(address) === family) ?? []);
      return ofFamilies.map(value => ({ host, value }));
    });
    return { ...resource, automaticAddresses };
  });
}

/**
 * Which live address stands for one that was invented, where a VirtualService leads all calls of the Service elsewhere:
 * the one whose listeners, which nothing else explains, have the same ports and chains.
 */
export function listenersAlike(
  ours: readonly Listener[],
  live: readonly LiveListener[],
  invented: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const expected = new Set(ours.map(({ address, port }) => `${address} ${port}`));
  const free = new Map<string, LiveListener[]>();
  for (const listener of live.filter(({ address, port }) => !expected.has(`${address} ${port}`))) {
    free.set(alike(listener), [...(free.get(alike(listener)) ?? []), listener]);
  }
  const found = new Map<string, string>();
  for (const listener of ours) {
    if (!invented.has(listener.address) || found.has(listener.address)) continue;
    const taken = new Set(found.values());
    const match = free.get(alike(listener))?.find(({ address }) => !taken.has(address));
    if (match !== undefined) found.set(listener.address, match.address);
  }
  return found;
}

function alike(listener: Listener | LiveListener): string {
  return `${listener.port} ${linesOf(listener).join()}`;
}

function isWildcard(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address.startsWith('unix://');
}
