import { describe, expect, test } from '@jest/globals';
import { howItMoves } from '../../src/proxy/moving-patches.js';
import type { EnvoyPatch } from '../../src/resources/patches.js';
import { envoyFilter, type PatchFields } from '../manifests.js';
import { resourcesOf } from '../meshes.js';

function patchOf(fields: PatchFields): EnvoyPatch {
  const [found] = resourcesOf(envoyFilter({ patches: [fields] }));
  if (found?.kind !== 'EnvoyFilter' || found.patches[0] === undefined) throw new Error('no EnvoyFilter was read');
  return found.patches[0];
}

const type = (name: string) => ({ '@type': `type.googleapis.com/envoy.extensions.filters.${name}` });
const network = (name: string) => ({
  listener: { filterChain: { filter: { name: `envoy.filters.network.${name}` } } },
});
const http = (name: string) => ({
  listener: {
    filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager', subFilter: { name } } },
  },
});
const wasm = type('http.wasm.v3.Wasm');
const nullVm = { ...wasm, config: { vm_config: { runtime: 'envoy.wasm.runtime.null' } } };

// prettier-ignore
const harmless: [what: string, patch: PatchFields][] = [
  ['a limit by load',                       { applyTo: 'HTTP_FILTER', operation: 'INSERT_BEFORE', value: { name: 'limit', typed_config: type('http.local_ratelimit.v3.LocalRateLimit') } }],
  ['… named, its configuration elsewhere',  { applyTo: 'HTTP_FILTER', operation: 'ADD', value: { name: 'envoy.filters.http.ratelimit' } }],
  ['… found out later',                     { applyTo: 'HTTP_FILTER', operation: 'ADD', value: { name: 'x', configDiscovery: { typeUrls: ['type.googleapis.com/envoy.extensions.filters.http.ratelimit.v3.RateLimit'] } } }],
  ['Istio’s telemetry of old',              { applyTo: 'HTTP_FILTER', operation: 'INSERT_BEFORE', value: { name: 'istio.stats', typed_config: nullVm } }],
  ['… as a struct of a type',               { applyTo: 'HTTP_FILTER', operation: 'INSERT_BEFORE', value: { name: 'istio.stats', typed_config: { '@type': 'type.googleapis.com/udpa.type.v1.TypedStruct', type_url: 'type.googleapis.com/envoy.extensions.filters.http.wasm.v3.Wasm', value: { config: { vm_config: { runtime: 'envoy.wasm.runtime.null' } } } } } }],
  ['Istio’s telemetry',                     { applyTo: 'NETWORK_FILTER', operation: 'INSERT_BEFORE', value: { name: 'x', typed_config: { '@type': 'type.googleapis.com/stats.PluginConfig' } } }],
  ['a timeout of TCP connections',          { applyTo: 'NETWORK_FILTER', match: network('tcp_proxy'), value: { typed_config: { '@type': 'x', idle_timeout: '10s' } } }],
  ['an access log, under an old name',      { applyTo: 'NETWORK_FILTER', match: { listener: { filterChain: { filter: { name: 'envoy.http_connection_manager' } } } }, value: { typed_config: { access_log: [] } } }],
  ['more for the router to say',            { applyTo: 'HTTP_FILTER', match: http('envoy.filters.http.router'), value: { typed_config: { start_child_span: true } } }],
  ['no fault injection any more',           { applyTo: 'HTTP_FILTER', operation: 'REMOVE', match: http('envoy.filters.http.fault') }],
  ['a circuit breaker',                     { applyTo: 'CLUSTER', value: { circuit_breakers: {}, lb_policy: 'RANDOM' } }],
  ['a timeout of a route',                  { applyTo: 'HTTP_ROUTE', value: { route: { timeout: '1s' } } }],
  ['a limit of a route',                    { applyTo: 'HTTP_ROUTE', value: { typed_per_filter_config: { 'envoy.filters.http.local_ratelimit': {} } } }],
  ['a retry policy of a host',              { applyTo: 'VIRTUAL_HOST', value: { retry_policy: {} } }],
  ['headers of answers',                    { applyTo: 'ROUTE_CONFIGURATION', value: { response_headers_to_add: [] } }],
  ['a route table that cannot be added',    { applyTo: 'ROUTE_CONFIGURATION', operation: 'ADD', value: { virtual_hosts: [] } }],
  ['a buffer',                              { applyTo: 'LISTENER', value: { per_connection_buffer_limit_bytes: 1 } }],
  ['a name of a chain',                     { applyTo: 'FILTER_CHAIN', value: { name: 'x' } }],
  ['an extension that others use',          { applyTo: 'EXTENSION_CONFIG', operation: 'ADD', value: { name: 'x' } }],
  ['tracing for the whole proxy',           { applyTo: 'BOOTSTRAP', value: { tracing: {} } }],
];

test.each(harmless)('no call ends elsewhere for %s', (_what, patch) => {
  expect(howItMoves(patchOf(patch))).toBeNull();
});

// prettier-ignore
const moving: [what: string, patch: PatchFields, how: string][] = [
  ['a script',                     { applyTo: 'HTTP_FILTER', operation: 'INSERT_BEFORE', value: { name: 'envoy.filters.http.lua', typed_config: type('http.lua.v3.Lua') } }, 'INSERT_BEFORE of HTTP_FILTER envoy.filters.http.lua'],
  ['… under the name of a limit',  { applyTo: 'HTTP_FILTER', operation: 'ADD', value: { name: 'envoy.filters.http.ratelimit', typed_config: type('http.lua.v3.Lua') } }, 'ADD of HTTP_FILTER envoy.filters.http.ratelimit'],
  ['a plugin',                     { applyTo: 'HTTP_FILTER', operation: 'ADD', value: { name: 'mine', typed_config: wasm } }, 'ADD of HTTP_FILTER mine'],
  ['a filter that nobody knows',   { applyTo: 'NETWORK_FILTER', operation: 'INSERT_FIRST', value: { name: 'mine' } }, 'INSERT_FIRST of NETWORK_FILTER mine'],
  ['another router',               { applyTo: 'HTTP_FILTER', operation: 'REPLACE', match: http('envoy.filters.http.router'), value: { name: 'mine' } }, 'REPLACE of HTTP_FILTER mine'],
  ['no router',                    { applyTo: 'HTTP_FILTER', operation: 'REMOVE', match: http('envoy.filters.http.router') }, 'REMOVE of HTTP_FILTER envoy.filters.http.router'],
  ['another cluster for TCP',      { applyTo: 'NETWORK_FILTER', match: network('tcp_proxy'), value: { typed_config: { cluster: 'mine' } } }, 'MERGE of NETWORK_FILTER envoy.filters.network.tcp_proxy'],
  ['other HTTP filters',           { applyTo: 'NETWORK_FILTER', match: network('http_connection_manager'), value: { typed_config: { http_filters: [] } } }, 'MERGE of NETWORK_FILTER envoy.filters.network.http_connection_manager'],
  ['an inspector',                 { applyTo: 'LISTENER_FILTER', operation: 'ADD', value: { name: 'envoy.filters.listener.tls_inspector' } }, 'ADD of LISTENER_FILTER envoy.filters.listener.tls_inspector'],
  ['a listener',                   { applyTo: 'LISTENER', operation: 'ADD', value: { name: 'mine' } }, 'ADD of LISTENER mine'],
  ['another match of a chain',     { applyTo: 'FILTER_CHAIN', value: { filter_chain_match: {} } }, 'MERGE of FILTER_CHAIN'],
  ['another cluster of a route',   { applyTo: 'HTTP_ROUTE', value: { route: { cluster: 'mine' } } }, 'MERGE of HTTP_ROUTE'],
  ['an answer by a route',         { applyTo: 'HTTP_ROUTE', value: { direct_response: {} } }, 'MERGE of HTTP_ROUTE'],
  ['a route',                      { applyTo: 'HTTP_ROUTE', operation: 'INSERT_FIRST', value: { name: 'mine' } }, 'INSERT_FIRST of HTTP_ROUTE mine'],
  ['a script for one host',        { applyTo: 'VIRTUAL_HOST', value: { typed_per_filter_config: { 'envoy.filters.http.lua': {} } } }, 'MERGE of VIRTUAL_HOST'],
  ['virtual hosts',                { applyTo: 'ROUTE_CONFIGURATION', value: { virtual_hosts: [] } }, 'MERGE of ROUTE_CONFIGURATION'],
  ['another kind of cluster',      { applyTo: 'CLUSTER', value: { type: 'STATIC' } }, 'MERGE of CLUSTER'],
  ['balancing by the cluster',     { applyTo: 'CLUSTER', value: { lb_policy: 'CLUSTER_PROVIDED' } }, 'MERGE of CLUSTER'],
  ['no cluster',                   { applyTo: 'CLUSTER', operation: 'REMOVE' }, 'REMOVE of CLUSTER'],
  ['listeners from the start',     { applyTo: 'BOOTSTRAP', value: { static_resources: { listeners: [] } } }, 'MERGE of BOOTSTRAP'],
];

describe('calls may end elsewhere for', () => {
  test.each(moving)('%s', (_what, patch, how) => {
    expect(howItMoves(patchOf(patch))).toBe(how);
  });
});
