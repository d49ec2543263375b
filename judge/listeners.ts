import type { Destination } from '../src/proxy/filter-chain.js';
import type { FilterChain } from '../src/proxy/filter-chain.js';
import type { Listener } from '../src/proxy/listener.js';
import { parsePrefix } from '../src/resources/ip-address.js';
import type { Json } from '../src/report/conformance.js';

/** Where a sidecar's own files and sockets are. */
export interface Places {
  /** The socket of the entry listener, in place of virtualOutbound's address. */
  readonly entry: string;
  /** The socket of a listener on a Unix socket. */
  unix(address: string): string;
  /** The file of a route table. */
  table(name: string): string;
}

/**
 * A listener as istiod sends it, but for the way in: no listener binds an IP address. virtualOutbound is a Unix socket,
 * and where iptables would have left the address that was dialled, the client says it (proxy_protocol instead of
 * original_dst); real sockets of the sidecar are reached the same way.
 */
export function envoyListener(listener: Listener, places: Places): Json {
  const isUnix = listener.address.startsWith('unix://');
  const pipe = listener.useOriginalDst ? places.entry : isUnix ? places.unix(listener.address) : null;
  return {
    '@type': type('config.listener.v3.Listener'),
    name: listener.name,
    address: pipe === null ? socketAddress(listener.address, listener.port) : { pipe: { path: pipe } },
    ...(pipe === null ? { bind_to_port: false } : {}),
    ...(listener.useOriginalDst ? { use_original_dst: true } : {}),
    additional_addresses: listener.additionalAddresses.map(address => ({
      address: socketAddress(address, listener.port),
    })),
    listener_filters: [
      ...(listener.useOriginalDst ? [listenerFilter('proxy_protocol', 'ProxyProtocol')] : []),
      ...(listener.inspectors.includes('tls_inspector') ? [listenerFilter('tls_inspector', 'TlsInspector')] : []),
      ...(listener.inspectors.includes('http_inspector') ? [listenerFilter('http_inspector', 'HttpInspector')] : []),
    ],
    listener_filters_timeout: '0s',
    continue_on_listener_filters_timeout: true,
    filter_chains: listener.chains.map(chain => envoyChain(chain, places)),
    ...(listener.defaultChain === null ? {} : { default_filter_chain: envoyChain(listener.defaultChain, places) }),
  };
}

function envoyChain({ match, destination }: FilterChain, places: Places): Json {
  const { destinationPort, transportProtocol } = match;
  const criteria = {
    ...(destinationPort === null ? {} : { destination_port: destinationPort }),
    ...(match.prefixRanges.length === 0 ? {} : { prefix_ranges: match.prefixRanges.map(prefixRange) }),
    ...(match.serverNames.length === 0 ? {} : { server_names: match.serverNames }),
    ...(transportProtocol === null ? {} : { transport_protocol: transportProtocol }),
    ...(match.applicationProtocols.length === 0 ? {} : { application_protocols: match.applicationProtocols }),
  };
  return {
    ...(Object.keys(criteria).length === 0 ? {} : { filter_chain_match: criteria }),
    filters: [destination.kind === 'routes' ? httpManager(destination.name, places) : tcpProxy(destination)],
  };
}

function tcpProxy(target: Exclude<Destination, { kind: 'routes' }>): Json {
  const clusters = target.kind === 'weighted' ? Object.entries(target.clusters) : [];
  return networkFilter('tcp_proxy', 'tcp_proxy.v3.TcpProxy', {
    stat_prefix: 'tcp',
    ...(target.kind === 'cluster'
      ? { cluster: target.cluster }
      : { weighted_clusters: { clusters: clusters.map(([name, weight]) => ({ name, weight })) } }),
  });
}

function httpManager(table: string, places: Places): Json {
  return networkFilter('http_connection_manager', 'http_connection_manager.v3.HttpConnectionManager', {
    stat_prefix: 'http',
    rds: {
      route_config_name: table,
      config_source: { path_config_source: { path: places.table(table) }, resource_api_version: 'V3' },
    },
    http_filters: [
      {
        name: 'envoy.filters.http.router',
        typed_config: { '@type': type('extensions.filters.http.router.v3.Router') },
      },
    ],
  });
}

function listenerFilter(name: string, message: string): Json {
  return {
    name: `envoy.filters.listener.${name}`,
    typed_config: { '@type': type(`extensions.filters.listener.${name}.v3.${message}`) },
  };
}

function networkFilter(name: string, message: string, fields: { readonly [key: string]: Json }): Json {
  return {
    name: `envoy.filters.network.${name}`,
    typed_config: { '@type': type(`extensions.filters.network.${message}`), ...fields },
  };
}

function socketAddress(address: string, port: number): Json {
  return { socket_address: { address, port_value: port } };
}

function prefixRange(text: string): Json {
  const prefix = parsePrefix(text);
  if (prefix === null) throw new Error(`a chain asks for '${text}', which is no prefix`);
  return { address_prefix: prefix.address.text, prefix_len: prefix.bits };
}

/** The URL of a message of Envoy's API. */
export function type(message: string): string {
  return `type.googleapis.com/envoy.${message}`;
}
