import type { MeshService } from '../mesh/service.js';
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
  return {
    services,
    wildcards: [...byHost.keys()].filter(host => host.startsWith('*')),
    servicesOf: host => byHost.get(host) ?? [],
    has: (host, port) =>
      (byHost.get(host) ?? []).some(({ ports }) =>
        ports.some(({ number, protocol }) => number === port && protocol !== 'UDP'),
      ),
  };
}
