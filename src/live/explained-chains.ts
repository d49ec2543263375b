import type { FilterChain } from '../proxy/filter-chain.js';
import { parseClusterName } from '../proxy/cluster-name.js';
import type { Comparison } from './comparison.js';
import type { LiveChain } from './live-sidecar.js';
import { hostOfName, hostsOfChain } from './strangers.js';

/** Decides whether a chain of the sidecar is there for what no manifest declares: its hosts, or the rule behind it. */
export function isUndeclaredChain(comparison: Comparison, chain: LiveChain): boolean {
  const { strangers, found } = comparison;
  const hosts =
    chain.destination.kind === 'routes' ? liveHosts(comparison, chain.destination.name) : hostsOfChain(chain);
  if (hosts.length > 0 && hosts.every(host => strangers.undeclared.has(host))) return true;
  if (!strangers.isUndeclaredResource(chain.config)) return false;
  const { kind, namespace, name } = chain.config;
  found.undeclaredResources.set(`${kind} ${namespace}/${name}`, chain.config);
  return true;
}

/** Decides whether one of our chains is there for hosts only that the sidecar knows nothing of. */
export function isAbsentChain({ strangers, expected }: Comparison, chain: FilterChain): boolean {
  const { destination } = chain;
  const hosts =
    destination.kind === 'routes'
      ? expected.configuration.routeTable(destination.name).virtualHosts.flatMap(({ name }) => hostOfName(name) ?? [])
      : hostsOfChain(chain);
  return hosts.length > 0 && hosts.every(host => strangers.absent.has(host));
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
