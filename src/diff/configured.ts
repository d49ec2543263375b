import type { MeshService } from '../mesh/service.js';
import { isSubsetOf, isWildcard } from '../resources/hostname.js';
import type { Scope } from '../scope/scope.js';

/** What scopes configure: which services a group sees under a host and port. */
export interface Configured {
  /** The services of that host which a scope imports, oldest first of each. */
  servicesOf(host: string): readonly MeshService[];
  /** Whether one of them declares the port. */
  has(host: string, port: number): boolean;
  /** All services, each once. */
  readonly services: ReadonlySet<MeshService>;
  /** Wildcard hosts that a scope imports. */
  readonly wildcards: readonly string[];
  /** Whether a rule that a scope imports names the host, and so may lead calls to it, whatever the scope sees of it. */
  isRuled(host: string): boolean;
}

/** Indexes scopes by host, those of one sidecar that may have any of them; aliases count as what they stand for. */
export function configuredIn(scopes: readonly Scope[]): Configured {
  const byHost = new Map<string, MeshService[]>();
  const services = new Set(scopes.flatMap(({ listeners }) => listeners.flatMap(listener => listener.services)));
  for (const service of services) {
    for (const host of service.resolution === 'Alias' ? [] : [service.host, ...service.aliases]) {
      const known = byHost.get(host);
      if (known === undefined) byHost.set(host, [service]);
      else known.push(service);
    }
  }
  let ruled: ReturnType<typeof ruledHosts> | null = null;
  return {
    services,
    wildcards: [...byHost.keys()].filter(host => host.startsWith('*')),
    isRuled(host) {
      ruled ??= ruledHosts(scopes);
      return ruled.exact.has(host) || ruled.wildcards.some(wildcard => isSubsetOf(host, wildcard));
    },
    servicesOf: host => byHost.get(host) ?? [],
    has: (host, port) =>
      (byHost.get(host) ?? []).some(({ ports }) =>
        ports.some(({ number, protocol }) => number === port && protocol !== 'UDP'),
      ),
  };
}

function ruledHosts(scopes: readonly Scope[]) {
  const rules = new Set(scopes.flatMap(({ listeners }) => listeners.flatMap(({ routes }) => routes)));
  const hosts = [...rules].flatMap(({ hosts, tls }) => [
    ...hosts,
    ...tls.flatMap(({ match }) => match.flatMap(({ sniHosts }) => sniHosts)),
  ]);
  return { exact: new Set(hosts), wildcards: [...new Set(hosts.filter(isWildcard))] };
}
