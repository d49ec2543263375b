import type { MeshService } from '../mesh/service.js';
import { familyOf } from '../resources/ip-address.js';
import { domainAddress, isPrefix } from './listen-address.js';
import type { Family } from './proxy.js';

/** The names by which HTTP clients of a namespace reach a service. */
export interface Domains {
  readonly all: readonly string[];
  /** Those of `all` that only expand a host: a host that is really called so goes first (RT-11). */
  readonly expanded: ReadonlySet<string>;
}

/**
 * RT-10: host and aliases with a final dot and in short form, pods of a headless Service, addresses.
 *
 * Mirrors Istio 1.30 `generateVirtualHostDomains`.
 */
export function virtualHostDomains(service: MeshService, host: string, family: Family, namespace: string): Domains {
  const all: string[] = [];
  const expanded = new Set<string>();
  for (const name of [host, ...service.aliases]) {
    const others = [`${name}.`, ...shortNames(name, namespace)];
    all.push(name, ...others);
    for (const other of others) expanded.add(other);
  }
  if (service.resolution === 'Passthrough' && service.registry === 'Kubernetes') {
    all.push(...all.map(domain => `*.${domain}`));
  }
  const address = domainAddress(service, family);
  if (address !== null) all.push(familyOf(address) === 6 && !isPrefix(address) ? `[${address}]` : address);
  return { all, expanded };
}

/** The short forms of a Service's hostname that resolve in `namespace` (`generateAltVirtualHostsForKubernetesService`). */
export function shortNames(host: string, namespace: string): readonly string[] {
  const [name, owner, svc] = host.split('.');
  const end = host.indexOf('.svc.');
  if (end <= 0 || !host.endsWith(SERVICE_SUFFIX)) return [];
  const qualified = host.slice(0, end);
  const isOwn = svc === 'svc' && owner === namespace;
  return isOwn && name !== undefined ? [name, `${qualified}.svc`, qualified] : [qualified, `${qualified}.svc`];
}

/** `.svc.` and the proxy's DNS domain; istiod's default domain is the only one simulated. */
const SERVICE_SUFFIX = '.svc.cluster.local';
