import type { Target } from '../proxy/destination.js';
import { readConfigName } from './config-name.js';
import type { DestinationShape, LiveChain, LiveListener, MatchShape } from './live-sidecar.js';
import { entriesOf, field, flagOf, isSet, itemsOf, numberOf, portOf, textOf, type ProtoValue } from './proto-json.js';

/** `envoy.config.listener.v3.Listener`, by what decides where a connection goes; null where it has no address. */
export function readListener(listener: ProtoValue): LiveListener | null {
  const place = placeOf(field(listener, 'address'));
  if (place === null) return null;
  const defaultChain = field(listener, 'default_filter_chain');
  return {
    name: textOf(field(listener, 'name')),
    ...place,
    additionalAddresses: itemsOf(field(listener, 'additional_addresses')).flatMap(
      additional => placeOf(field(additional, 'address'))?.address ?? [],
    ),
    bindToPort: flagOf(
      field(listener, 'bind_to_port'),
      flagOf(field(field(listener, 'deprecated_v1'), 'bind_to_port'), true),
    ),
    inspectors: itemsOf(field(listener, 'listener_filters')).flatMap(inspectorOf),
    useOriginalDst: flagOf(field(listener, 'use_original_dst'), false),
    chains: itemsOf(field(listener, 'filter_chains')).map(readChain),
    defaultChain: isSet(defaultChain) ? readChain(defaultChain) : null,
  };
}

/** Sockets as addresses, Unix sockets as Sidecars write them. */
function placeOf(address: ProtoValue): { readonly address: string; readonly port: number } | null {
  const pipe = field(address, 'pipe');
  if (isSet(pipe)) return { address: `unix://${textOf(field(pipe, 'path'))}`, port: 0 };
  const socket = field(address, 'socket_address');
  if (!isSet(socket)) return null;
  return { address: textOf(field(socket, 'address')), port: portOf(field(socket, 'port_value')) };
}

/** Other listener filters, such as `original_src`, do not choose the chain. */
function inspectorOf(filter: ProtoValue): readonly string[] {
  const name = textOf(field(filter, 'name')).split('.').at(-1) ?? '';
  return name === 'tls_inspector' || name === 'http_inspector' || name === 'original_dst' ? [name] : [];
}

function readChain(chain: ProtoValue): LiveChain {
  return {
    match: readMatch(field(chain, 'filter_chain_match')),
    destination: destinationOf(itemsOf(field(chain, 'filters'))),
    config: readConfigName(chain),
  };
}

const known = [
  'destination_port',
  'prefix_ranges',
  'server_names',
  'transport_protocol',
  'application_protocols',
] as const;

function readMatch(match: ProtoValue): MatchShape {
  const port = field(match, 'destination_port');
  const transport = textOf(field(match, 'transport_protocol'));
  const names = new Set<string>(known);
  return {
    destinationPort: isSet(port) ? portOf(port) : null,
    prefixRanges: itemsOf(field(match, 'prefix_ranges')).map(
      range => `${textOf(field(range, 'address_prefix'))}/${numberOf(field(range, 'prefix_len'))}`,
    ),
    serverNames: itemsOf(field(match, 'server_names')).map(textOf),
    transportProtocol: transport === '' ? null : transport,
    applicationProtocols: itemsOf(field(match, 'application_protocols')).map(textOf),
    others: entriesOf(match)
      .map(([key]) => key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`))
      .filter(key => !names.has(key)),
  };
}

/** The last filter is the one that sends a connection on; all before it, telemetry and EnvoyFilters' among them, look on. */
function destinationOf(filters: readonly ProtoValue[]): DestinationShape {
  const last = filters.at(-1);
  if (last === undefined) return { kind: 'other', text: 'no filter' };
  const config = field(last, 'typed_config');
  const type = textOf(field(config, '@type')).split('.').at(-1);
  if (type === 'TcpProxy') return targetOf(config);
  if (type === 'HttpConnectionManager') {
    const rds = field(config, 'rds');
    const inline = textOf(field(field(config, 'route_config'), 'name'));
    return isSet(rds)
      ? { kind: 'routes', name: textOf(field(rds, 'route_config_name')) }
      : { kind: 'other', text: `routes of its own (${inline})` };
  }
  return { kind: 'other', text: `filter ${textOf(field(last, 'name'))}` };
}

/** `cluster` or `weighted_clusters`, which TCP proxies and routes write alike. */
export function targetOf(message: ProtoValue): Target | { readonly kind: 'other'; readonly text: string } {
  const weighted = field(message, 'weighted_clusters');
  if (isSet(weighted)) {
    const clusters = new Map<string, number>();
    for (const one of itemsOf(field(weighted, 'clusters'))) {
      const name = textOf(field(one, 'name'));
      clusters.set(name, (clusters.get(name) ?? 0) + numberOf(field(one, 'weight')));
    }
    return { kind: 'weighted', clusters: Object.fromEntries(clusters) };
  }
  const cluster = field(message, 'cluster');
  if (isSet(cluster)) return { kind: 'cluster', cluster: textOf(cluster) };
  const header = textOf(field(message, 'cluster_header'));
  return { kind: 'other', text: header === '' ? 'no cluster' : `the cluster that header ${header} names` };
}
