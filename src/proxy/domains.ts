import type { MeshService } from '../mesh/service.js';
import { parseAddress } from '../resources/ip-address.js';
import { domainAddress } from './listen-address.js';
import type { Recipient } from './proxy.js';

/** The names by which HTTP clients of a namespace reach a service. */
export interface Domains {
  readonly all: readonly string[];
  /** Those of `all` that only expand a host: a host that is really called so goes first (RT-11). */
  readonly expanded: ReadonlySet<string>;
}

/**
 * RT-10: host and aliases with a final dot and in short form, pods of a headless Service, addresses.
 *
 * `port`: every name also with that port behind it; null where the table serves one port only.
 *
 * Mirrors `generateVirtualHostDomains`.
 */
export function virtualHostDomains(
  service: MeshService,
  host: string,
  port: number | null,
  recipient: Recipient,
): Domains {
  const withPort = (name: string) => (port === null ? [name] : [name, `${name}:${port}`]);
  const all: string[] = [];
  const expanded = new Set<string>();
  for (const name of [host, ...service.aliases]) {
    const others = otherNames(name, recipient).flatMap(withPort);
    all.push(...withPort(name), ...others);
    for (const other of others) expanded.add(other);
  }
  if (service.resolution === 'Passthrough' && service.registry === 'Kubernetes') {
    all.push(...all.map(domain => `*.${domain}`));
  }
  const address = domainAddress(service, recipient);
  // Brackets even around an IPv6 prefix, which no Host can name (`IPv6Compliant`).
  if (address !== null) all.push(...withPort(address.includes(':') ? `[${address}]` : address));
  return { all, expanded };
}

/** Names that mean the same host to clients of the recipient's namespace (`GenerateAltVirtualHosts`). */
export function otherNames(host: string, { namespace, behaves, config }: Recipient): readonly string[] {
  const absolute = behaves('final-dot-names') && parseAddress(host) === null ? [`${host}.`] : [];
  return [...absolute, ...shortNames(host, namespace, config.domain)];
}

/**
 * The short forms of a Service's hostname that resolve in `namespace` of a cluster with this DNS domain
 * (`generateAltVirtualHostsForKubernetesService`).
 */
export function shortNames(host: string, namespace: string, domain: string): readonly string[] {
  const dot = host.indexOf('.');
  const end = host.indexOf('.svc.');
  // Of `redis.svc.cluster.local` nothing is left to shorten: it names no namespace.
  if (end <= dot || !host.endsWith(`.svc.${domain}`)) return [];
  const qualified = host.slice(0, end);
  const isOwn = host.slice(dot + 1, end) === namespace;
  return isOwn ? [host.slice(0, dot), `${qualified}.svc`, qualified] : [qualified, `${qualified}.svc`];
}
