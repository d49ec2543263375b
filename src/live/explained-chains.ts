import type { FilterChain } from '../proxy/filter-chain.js';
import { parseClusterName } from '../proxy/cluster-name.js';
import type { Comparison } from './comparison.js';
import type { LiveChain } from './live-sidecar.js';
import { hostOfName, hostsOfChain } from './mentions.js';

/**
 * Decides whether a chain of the sidecar is there for what no manifest declares: the hosts that it leads to, or the rule
 * behind it. A route table, which many share, needs only one such host to be there.
 */
export function isUndeclaredChain(comparison: Comparison, chain: LiveChain): boolean {
  const { strangers, found } = comparison;
  const isUndeclared = (host: string) => strangers.undeclared.has(host);
  const { destination } = chain;
  const hosts = hostsOfChain(chain);
  const isExplained =
    destination.kind === 'routes'
      ? liveHosts(comparison, destination.name).some(isUndeclared)
      : hosts.length > 0 && hosts.every(isUndeclared) && !asksForDeclared(comparison, chain);
  if (isExplained) return true;
  if (!strangers.isUndeclaredResource(chain.config)) return false;
  const { kind, namespace, name } = chain.config;
  found.undeclaredResources.set(`${kind} ${namespace}/${name}`, chain.config);
  return true;
}

/** An undeclared service is asked for by its own name: only a rule, which would be named, leads a declared one to it. */
function asksForDeclared({ expected }: Comparison, { match }: LiveChain): boolean {
  return match.serverNames.some(name => expected.services.has(name.toLowerCase()));
}

/** Decides whether one of our chains is there for hosts of which the sidecar knows nothing. */
export function isAbsentChain({ strangers, expected }: Comparison, chain: FilterChain): boolean {
  const isAbsent = (host: string) => strangers.absent.has(host);
  const { destination } = chain;
  if (destination.kind !== 'routes') {
    const hosts = hostsOfChain(chain);
    return hosts.length > 0 && hosts.every(isAbsent);
  }
  const { virtualHosts } = expected.configuration.routeTable(destination.name);
  return virtualHosts.flatMap(({ name }) => hostOfName(name) ?? []).some(isAbsent);
}

/** The hosts of a live route table; where the dump has no routes, those that may be in it. */
export function liveHosts({ live }: Comparison, table: string): readonly string[] {
  const own = live.tables?.get(table);
  if (own !== undefined) return own.virtualHosts.flatMap(({ name }) => hostOfName(name) ?? []);
  const colon = table.lastIndexOf(':');
  if (colon >= 0) return [table.slice(0, colon).toLowerCase()];
  return [...(live.clusters?.keys() ?? [])].flatMap(name => {
    const cluster = parseClusterName(name);
    return cluster !== null && String(cluster.port) === table ? [cluster.host.toLowerCase()] : [];
  });
}
