import { matchText } from '../envoy/match-text.js';
import { BLACKHOLE } from '../proxy/cluster-name.js';
import type { FilterChain } from '../proxy/filter-chain.js';
import type { Listener } from '../proxy/listener.js';
import type { Service, ServiceEntry } from '../resources/resource.js';
import { inert, visible } from './escape.js';
import { namePlain } from './names.js';

/** What stands behind the rows of a listener that no new pod has. */
const REFUSED = ' (refused by Envoy)';

/**
 * The listeners as `istioctl proxy-config listeners` prints them, a row for each chain. What is closed leads to
 * BlackHoleCluster here; istioctl hides it as `Non-HTTP/Non-TCP`. Rows of `refused` listeners are marked.
 *
 * Mirrors istioctl's `ConfigWriter.PrintListenerSummary`.
 */
export function listenerTable(
  listeners: readonly Listener[],
  refused: ReadonlyMap<Listener, unknown> = new Map(),
): string {
  const rows = listeners
    .toSorted(byPortAndAddress)
    .flatMap(listener => (refused.has(listener) ? rowsOf(listener).map(marked) : rowsOf(listener)));
  return inert(aligned([['ADDRESS', 'PORT', 'MATCH', 'DESTINATION'], ...rows]));
}

/** A sentence on the addresses of the table that no manifest names; null where all are from manifests. */
export function inventedAddressNote(listeners: readonly Listener[]): string | null {
  const services = new Set(
    listeners.flatMap(({ address, chains, defaultChain }) =>
      [...chains, ...(defaultChain === null ? [] : [defaultChain])].flatMap(({ service }) =>
        service !== null && service.address === address && hasNoAddress(service.resource) ? [service.resource] : [],
      ),
    ),
  );
  const [first] = services;
  if (first === undefined) return null;
  const whose =
    services.size === 1 ? `Service ${namePlain(`${first.namespace}/${first.name}`)}` : `${services.size} Services`;
  return `invented addresses stand for ${whose} without a clusterIP in the manifests`;
}

function hasNoAddress(resource: Service | ServiceEntry): boolean {
  return resource.kind === 'Service' && resource.clusterIP === null && resource.clusterIPs.length === 0;
}

type Row = readonly [address: string, port: string, match: string, destination: string];

function rowsOf(listener: Listener): readonly Row[] {
  const { port, chains, defaultChain } = listener;
  const address = [socketPath(listener.address), ...listener.additionalAddresses].join(',');
  return (defaultChain === null ? chains : [...chains, defaultChain])
    .map((chain): Row => [address, String(port), matchText(chain), destinationText(chain)])
    .sort((one, other) => -compare(sortKey(one), sortKey(other)));
}

function marked([address, port, match, destination]: Row): Row {
  return [address, port, match, destination + REFUSED];
}

function destinationText({ destination }: FilterChain): string {
  if (destination.kind === 'routes') return `Route: ${destination.name}`;
  if (destination.kind === 'weighted') return `Cluster: ${Object.keys(destination.clusters).join(', ')}`;
  // BlackHoleCluster and PassthroughCluster say themselves what they are.
  return destination.cluster.includes('Cluster') ? destination.cluster : `Cluster: ${destination.cluster}`;
}

/** By the destination as istioctl words it. */
function sortKey([, , , destination]: Row): string {
  return destination === BLACKHOLE ? 'Non-HTTP/Non-TCP' : destination;
}

function byPortAndAddress(one: Listener, other: Listener): number {
  return one.port - other.port || compare(one.address, other.address);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function socketPath(address: string): string {
  return address.replace(/^unix:\/\//, '');
}

function aligned(rows: readonly Row[]): string {
  const shown = rows.map(row => row.map(visible));
  const widths = [0, 1, 2].map(column => shown.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0));
  return shown.map(row => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' ')).join('\n');
}
