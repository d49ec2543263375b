import type { MeshService } from '../mesh/service.js';
import { domainAddress } from './listen-address.js';
import type { Addressing } from './proxy.js';

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
 * Mirrors Istio 1.30 `generateVirtualHostDomains`.
 */
export function virtualHostDomains(
  service: MeshService,
  host: string,
  port: number | null,
  addressing: Addressing,
  namespace: string,
): Domains {
  const withPort = (name: string) => (port === null ? [name] : [name, `${name}:${port}`]);
  const all: string[] = [];
  const expanded = new Set<string>();
  for (const name of [host, ...service.aliases]) {
    const others = [`${name}.`, ...shortNames(name, namespace)].flatMap(withPort);
    all.push(...withPort(name), ...others);
    for (const other of others) expanded.add(other);
  }
  if (service.resolution === 'Passthrough' && service.registry === 'Kubernetes') {
    all.push(...all.map(domain => `*.${domain}`));
  }
  const address = domainAddress(service, addressing);
  // Brackets even around an IPv6 prefix, which no Host can name (`IPv6Compliant`).
  if (address !== null) all.push(...withPort(address.includes(':') ? `[${address}]` : address));
  return { all, expanded };
}

/** The short forms of a Service's hostname that resolve in `namespace` (`generateAltVirtualHostsForKubernetesService`). */
export function shortNames(host: string, namespace: string): readonly string[] {
  const dot = host.indexOf('.');
  const end = host.indexOf('.svc.');
  // Of `redis.svc.cluster.local` nothing is left to shorten: it names no namespace.
  if (end <= dot || !host.endsWith(SERVICE_SUFFIX)) return [];
  const qualified = host.slice(0, end);
  const isOwn = host.slice(dot + 1, end) === namespace;
  return isOwn ? [host.slice(0, dot), `${qualified}.svc`, qualified] : [qualified, `${qualified}.svc`];
}

/** `.svc.` and the proxy's DNS domain; istiod's default domain is the only one simulated. */
const SERVICE_SUFFIX = '.svc.cluster.local';
