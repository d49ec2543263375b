import type { ProxyAnswer } from '../recorded-answers.js';

/** JSON as a dump is made of. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A proxy of the recordings. */
export interface RecordedProxy extends ProxyAnswer {
  readonly rejectedListeners?: readonly { readonly name: string; readonly error: string }[];
}

/** The pod that a recorded proxy stands for. */
export interface RecordedPod {
  readonly id: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ips: readonly string[];
  readonly dnsCapture?: boolean;
  readonly dnsAutoAllocate?: boolean;
}

const type = (name: string) => `type.googleapis.com/envoy.${name}`;

/** What Envoy's `/config_dump` would show of a recorded proxy, with all that a real one has beside outbound traffic. */
export function recordedDump(expected: RecordedProxy, pod: RecordedPod, release = '1.30.3'): { [key: string]: Json } {
  return {
    configs: [
      { '@type': type('admin.v3.BootstrapConfigDump'), bootstrap: bootstrap(pod, release), last_updated: when },
      {
        '@type': type('admin.v3.ClustersConfigDump'),
        version_info: '2026-11-22T10:00:00Z/42',
        static_clusters: ['prometheus_stats', 'agent', 'sds-grpc', 'xds-grpc', 'zipkin'].map(name =>
          wrapped('cluster', { '@type': type('config.cluster.v3.Cluster'), name, type: 'STATIC' }),
        ),
        dynamic_active_clusters: clusterMessages(expected).map(cluster => wrapped('cluster', cluster)),
      },
      { '@type': type('admin.v3.EndpointsConfigDump'), dynamic_endpoint_configs: [] },
      {
        '@type': type('admin.v3.ListenersConfigDump'),
        version_info: '2026-11-22T10:00:00Z/42',
        static_listeners: ownListeners().map(listener => wrapped('listener', listener)),
        dynamic_listeners: [
          ...listenerMessages(expected).map(listener => dynamicListener(listener, expected)),
          { name: 'virtualInbound', active_state: { version_info: '42', listener: inboundListener() } },
          { name: '0.0.0.0_1', draining_state: { listener: { '@type': type('config.listener.v3.Listener') } } },
        ],
      },
      { '@type': type('admin.v3.ScopedRoutesConfigDump') },
      {
        '@type': type('admin.v3.RoutesConfigDump'),
        static_route_configs: [
          wrapped('route_config', { name: 'inbound|8080||', virtual_hosts: [] }),
          wrapped('route_config', { virtual_hosts: [{ name: 'backend', domains: ['*'], routes: [] }] }),
        ],
        dynamic_route_configs: tableMessages(expected).map(table => wrapped('route_config', table)),
      },
      { '@type': type('admin.v3.SecretsConfigDump'), dynamic_active_secrets: [{ name: 'default' }] },
    ],
  };
}

/** What `istioctl proxy-config listeners|routes|clusters|bootstrap -o json` would print of it, one text each; istioctl fails where there is none. */
export function recordedListings(expected: RecordedProxy, pod: RecordedPod, release = '1.30.3'): readonly Json[] {
  return [
    [...listenerMessages(expected), ...ownListeners(), inboundListener()],
    tableMessages(expected),
    clusterMessages(expected),
    { bootstrap: bootstrap(pod, release) },
  ]
    .filter(listing => !Array.isArray(listing) || listing.length > 0)
    .map(camelCased);
}

const when = '2026-11-22T10:00:00.000Z';

function wrapped(name: string, message: Json): { [key: string]: Json } {
  return { version_info: '2026-11-22T10:00:00Z/42', [name]: message, last_updated: when };
}

function bootstrap(
  { id, namespace, labels, ips, dnsCapture, dnsAutoAllocate }: RecordedPod,
  release: string,
): { [key: string]: Json } {
  return {
    node: {
      id: `sidecar~${ips[0] ?? ''}~${id}.${namespace}~${namespace}.svc.cluster.local`,
      cluster: `${id}.${namespace}`,
      metadata: {
        NAME: id,
        NAMESPACE: namespace,
        LABELS: { ...labels },
        INSTANCE_IPS: ips.join(','),
        ISTIO_VERSION: release,
        INTERCEPTION_MODE: 'REDIRECT',
        CLUSTER_ID: 'Kubernetes',
        ENVOY_STATUS_PORT: 15021,
        PROXY_CONFIG: { proxyMetadata: { A: 'b' }, statusPort: 15020 },
        ...(dnsCapture === true ? { DNS_CAPTURE: 'true' } : {}),
        ...(dnsAutoAllocate === true ? { DNS_AUTO_ALLOCATE: 'true' } : {}),
      },
    },
  };
}

function listenerMessages({ listeners }: RecordedProxy): Json[] {
  return listeners.map(listener => ({
    '@type': type('config.listener.v3.Listener'),
    ...(listener.name === undefined ? {} : { name: listener.name }),
    address: addressMessage(listener.address, listener.port),
    ...(listener.additionalAddresses === undefined
      ? {}
      : {
          additional_addresses: listener.additionalAddresses.map(address => ({
            address: addressMessage(address.slice(0, address.lastIndexOf(':')), listener.port),
          })),
        }),
    filter_chains: listener.chains.map(chainMessage),
    ...(listener.default === undefined ? {} : { default_filter_chain: chainMessage(listener.default) }),
    ...(listener.useOriginalDst === true ? { use_original_dst: true } : {}),
    listener_filters: (listener.listenerFilters ?? []).map(name => ({
      name: `envoy.filters.listener.${name}`,
      typed_config: { '@type': type(`extensions.filters.listener.${name}.v3.Filter`) },
    })),
    ...(listener.bindToPort === false ? { bind_to_port: false } : {}),
    traffic_direction: 'OUTBOUND',
    continue_on_listener_filters_timeout: true,
    access_log: [{ name: 'envoy.access_loggers.file', typed_config: { path: '/dev/stdout' } }],
  }));
}

function addressMessage(address: string, port: number): Json {
  return address.startsWith('pipe:')
    ? { pipe: { path: address.slice('pipe:'.length) } }
    : { socket_address: { address, port_value: port } };
}

type Recorded = RecordedProxy['listeners'][number]['chains'][number];

function chainMessage({ match, tcp, http, network = [] }: Recorded): Json {
  const stats: Json = {
    name: 'istio.stats',
    typed_config: { '@type': type('extensions.filters.network.wasm.v3.Wasm') },
  };
  const before = network.map((name): Json => ({ name, typed_config: { '@type': type('extensions.x.v3.MongoProxy') } }));
  return {
    ...(match === undefined ? {} : { filter_chain_match: matchMessage(match) }),
    filters: [stats, ...before, tcp === undefined ? httpFilter(http) : tcpFilter(tcp)],
    metadata: { filter_metadata: { istio: { services: [{ host: 'a', name: 'a', namespace: 'a' }] } } },
  };
}

function matchMessage(match: NonNullable<Recorded['match']>): Json {
  const names: Readonly<Record<string, string>> = {
    destinationPort: 'destination_port',
    prefixRanges: 'prefix_ranges',
    serverNames: 'server_names',
    transportProtocol: 'transport_protocol',
    applicationProtocols: 'application_protocols',
  };
  return Object.fromEntries(
    Object.entries(match).map(([key, value]) => [
      names[key] ?? key,
      key === 'prefixRanges' ? (value as string[]).map(prefixMessage) : (value as Json),
    ]),
  );
}

function prefixMessage(range: string): Json {
  const [address = '', bits = ''] = range.split('/');
  return { address_prefix: address, prefix_len: Number(bits) };
}

function tcpFilter(target: Recorded['tcp']): Json {
  return {
    name: 'envoy.filters.network.tcp_proxy',
    typed_config: {
      '@type': type('extensions.filters.network.tcp_proxy.v3.TcpProxy'),
      stat_prefix: 'outbound',
      ...targetFields(target),
      idle_timeout: '3600s',
    },
  };
}

function httpFilter(http: Recorded['http']): Json {
  return {
    name: 'envoy.filters.network.http_connection_manager',
    typed_config: {
      '@type': type('extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'),
      stat_prefix: 'outbound',
      rds: { config_source: { ads: {}, resource_api_version: 'V3' }, route_config_name: http?.rds ?? '' },
      http_filters: [{ name: 'envoy.filters.http.fault' }, { name: 'envoy.filters.http.router' }],
    },
  };
}

function targetFields(target: Recorded['tcp']): { [key: string]: Json } {
  if (target === undefined) return {};
  if (typeof target === 'string') return { cluster: target };
  return { weighted_clusters: { clusters: Object.entries(target).map(([name, weight]) => ({ name, weight })) } };
}

function tableMessages({ listeners, routes }: RecordedProxy): Json[] {
  const asked = listeners.flatMap(({ chains }) => chains.flatMap(({ http }) => http?.rds ?? []));
  const isAskedAgain = (name: string) => name.includes(':') && asked.indexOf(name) !== asked.lastIndexOf(name);
  return Object.entries(routes).map(([name, { virtualHosts, ignorePortInHostMatching = false }]) => ({
    '@type': type('config.route.v3.RouteConfiguration'),
    name,
    virtual_hosts: (isAskedAgain(name) ? [askedOnce(name)] : virtualHosts).map(host => ({
      name: host.name,
      domains: [...host.domains],
      routes: host.routes.map(routeMessage),
      include_request_attempt_count: true,
    })),
    validate_clusters: false,
    ...(ignorePortInHostMatching ? { ignore_port_in_host_matching: true } : {}),
  }));
}

/**
 * The recorder asked for a private table once for each listener, and istiod answers only the first time; a sidecar asks
 * once (`src/as-recorded.ts`), and gets the one virtual host of the service.
 */
function askedOnce(name: string): RecordedProxy['routes'][string]['virtualHosts'][number] {
  const [host = '', port = ''] = name.split(':');
  const route = { match: { prefix: '/' }, cluster: `outbound|${port}||${host}` };
  return { name, domains: ['*'], routes: [route] };
}

type RecordedRoute = RecordedProxy['routes'][string]['virtualHosts'][number]['routes'][number];

function routeMessage(route: RecordedRoute): Json {
  const { match, cluster, directResponse, redirect, name } = route as {
    readonly match: Readonly<Record<string, Json>>;
    readonly cluster?: string | Record<string, number>;
    readonly directResponse?: number;
    readonly redirect?: boolean;
    readonly name?: string;
  };
  const { regex, headers, ...path } = match;
  return {
    ...(name === undefined ? {} : { name }),
    match: {
      ...path,
      case_sensitive: true,
      ...(regex === undefined ? {} : { safe_regex: { regex } }),
      ...(headers === undefined
        ? {}
        : { headers: (headers as string[]).map(header => ({ name: header, string_match: { exact: 'v' } })) }),
    },
    ...(cluster === undefined
      ? {}
      : {
          route: { ...targetFields(cluster), timeout: '0s', retry_policy: { num_retries: 2 }, max_grpc_timeout: '0s' },
        }),
    ...(directResponse === undefined ? {} : { direct_response: { status: directResponse } }),
    ...(redirect === true ? { redirect: { host_redirect: 'a' } } : {}),
    decorator: { operation: 'any/*' },
  };
}

function clusterMessages({ clusters }: RecordedProxy): Json[] {
  return [
    ...Object.entries(clusters).map(([name, { type: kind }]): Json => ({
      '@type': type('config.cluster.v3.Cluster'),
      name,
      ...(kind === 'STATIC' ? {} : { type: kind }),
      connect_timeout: '10s',
      metadata: { filter_metadata: { istio: { default_original_port: 80 } } },
    })),
    { '@type': type('config.cluster.v3.Cluster'), name: 'inbound|8080||', type: 'ORIGINAL_DST' },
    { '@type': type('config.cluster.v3.Cluster'), name: 'InboundPassthroughCluster', type: 'ORIGINAL_DST' },
  ];
}

function dynamicListener(listener: Json, { rejectedListeners = [] }: RecordedProxy): Json {
  const name = (listener as { name: string }).name;
  const error = rejectedListeners.find(rejected => rejected.name === name)?.error;
  return error === undefined
    ? { name, active_state: wrapped('listener', listener) }
    : { name, error_state: { failed_configuration: listener, last_update_attempt: when, details: error } };
}

/** Status and Prometheus: in the bootstrap, without a name. */
function ownListeners(): Json[] {
  return [15090, 15021].map(port => ({
    '@type': type('config.listener.v3.Listener'),
    address: { socket_address: { address: '0.0.0.0', port_value: port } },
    filter_chains: [
      {
        filters: [
          {
            name: 'envoy.filters.network.http_connection_manager',
            typed_config: {
              '@type': type('extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'),
              route_config: { virtual_hosts: [{ name: 'backend', domains: ['*'], routes: [] }] },
            },
          },
        ],
      },
    ],
  }));
}

function inboundListener(): Json {
  return {
    '@type': type('config.listener.v3.Listener'),
    name: 'virtualInbound',
    address: { socket_address: { address: '0.0.0.0', port_value: 15006 } },
    filter_chains: [{ filter_chain_match: { destination_port: 15006 }, filters: [tcpFilter('BlackHoleCluster')] }],
    traffic_direction: 'INBOUND',
  };
}

/** protojson's names; keys of maps, such as metadata, are data and stay. */
function camelCased(json: Json): Json {
  if (Array.isArray(json)) return json.map(camelCased);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase()),
      key === 'metadata' && isNodeMetadata(value) ? value : camelCased(value),
    ]),
  );
}

function isNodeMetadata(value: Json): boolean {
  return typeof value === 'object' && value !== null && 'NAMESPACE' in value;
}
