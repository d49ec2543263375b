import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../src/envoy/call.js';
import { entry, envoyFilter, service, type PatchFields } from '../manifests.js';
import { sidecarOf } from '../meshes.js';

const manifests = [
  service({ name: 'shop/cart', clusterIP: '10.0.0.5', ports: 'http/80' }),
  service({ name: 'shop/stock', clusterIP: '10.0.0.6', ports: 'http/80, tcp/9000' }),
  entry({ hosts: 'a.example' }),
  entry({ hosts: 'b.example' }),
];

const calls = {
  'http cart': { kind: 'http', address: '10.0.0.5', port: 80, host: 'cart.shop', speaksFirst: 'client' },
  'http stock': { kind: 'http', address: '10.0.0.6', port: 80, host: 'stock.shop', speaksFirst: 'client' },
  'http other': { kind: 'http', address: '192.0.2.1', port: 80, host: 'other.example', speaksFirst: 'client' },
  'tcp stock': { kind: 'tcp', address: '10.0.0.6', port: 9000, host: null, speaksFirst: 'client' },
  'tls a': { kind: 'tls', address: '192.0.2.1', port: 443, host: 'a.example', speaksFirst: 'client' },
  'tls b': { kind: 'tls', address: '192.0.2.1', port: 443, host: 'b.example', speaksFirst: 'client' },
  'tls other': { kind: 'tls', address: '192.0.2.1', port: 443, host: 'other.example', speaksFirst: 'client' },
  'tcp other': { kind: 'tcp', address: '192.0.2.1', port: 7000, host: null, speaksFirst: 'client' },
} as const satisfies Record<string, Call>;

const everything = Object.keys(calls);

/** The calls that a patch makes unknown. */
function unknownUnder(...patches: readonly PatchFields[]): readonly string[] {
  const sidecar = sidecarOf([...manifests, envoyFilter({ patches })]);
  return Object.entries(calls)
    .filter(([, call]) => sidecar.answer(call).kind === 'unknown')
    .map(([name]) => name);
}

const lua = { name: 'envoy.filters.http.lua' };
const rbac = { name: 'envoy.filters.network.rbac' };
const hcm = 'envoy.filters.network.http_connection_manager';
const insert = { operation: 'INSERT_BEFORE' };
const remove = { operation: 'REMOVE' };
const on = (portNumber: number, filterChain?: unknown) => ({ match: { listener: { portNumber, filterChain } } });
const chain = (filterChain: unknown) => ({ match: { listener: { filterChain } } });
const address = (own: string, portValue: number) => ({ address: { socket_address: { address: own, portValue } } });
const table = (routeConfiguration: unknown) => ({ match: { routeConfiguration } });
const cluster = (match: unknown) => ({ match: { cluster: match } });

type Row = [what: string, patch: PatchFields, calls: readonly string[]];

// prettier-ignore
const listeners: Row[] = [
  ['an HTTP filter everywhere',                    { applyTo: 'HTTP_FILTER', ...insert, value: lua }, ['http cart', 'http stock', 'http other']],
  ['… in any context',                             { applyTo: 'HTTP_FILTER', ...insert, value: lua, match: { context: 'ANY' } }, ['http cart', 'http stock', 'http other']],
  ['… for inbound calls',                          { applyTo: 'HTTP_FILTER', ...insert, value: lua, match: { context: 'SIDECAR_INBOUND' } }, []],
  ['… of gateways',                                { applyTo: 'HTTP_FILTER', ...insert, value: lua, match: { context: 'GATEWAY' } }, []],
  ['… of another version of the proxy',            { applyTo: 'HTTP_FILTER', ...insert, value: lua, match: { proxy: { proxyVersion: '^1\\.2[0-9].*' } } }, []],
  ['… of this version',                            { applyTo: 'HTTP_FILTER', ...insert, value: lua, match: { proxy: { proxyVersion: '^1\\.30.*' } } }, ['http cart', 'http stock', 'http other']],
  ['… of versions in a pattern that we do not try', { applyTo: 'HTTP_FILTER', ...insert, value: lua, match: { proxy: { proxyVersion: '(1)+(2)+.*' } } }, ['http cart', 'http stock', 'http other']],
  ['an HTTP filter on another port',               { applyTo: 'HTTP_FILTER', ...insert, value: lua, ...on(8080) }, []],
  ['an HTTP filter beside a TCP one',              { applyTo: 'HTTP_FILTER', ...insert, value: lua, ...chain({ filter: { name: 'envoy.filters.network.tcp_proxy' } }) }, []],
  ['an HTTP filter in every connection manager',   { applyTo: 'HTTP_FILTER', ...insert, value: lua, ...on(80, { filter: { name: hcm } }) }, ['http cart', 'http stock', 'http other']],
  ['a network filter everywhere',                  { applyTo: 'NETWORK_FILTER', ...insert, value: rbac }, everything],
  ['… on a port',                                  { applyTo: 'NETWORK_FILTER', ...insert, value: rbac, ...on(443) }, ['tls a', 'tls b', 'tls other']],
  ['… on a listener',                              { applyTo: 'NETWORK_FILTER', ...insert, value: rbac, match: { listener: { name: '10.0.0.6_9000' } } }, ['tcp stock']],
  ['… where a server name is',                     { applyTo: 'NETWORK_FILTER', ...insert, value: rbac, ...chain({ sni: 'a.example' }) }, ['tls a']],
  ['… in chains without a name of their own',      { applyTo: 'NETWORK_FILTER', ...insert, value: rbac, ...chain({ name: 'PassthroughFilterChain' }) }, ['tls other']],
  ['… in what no listener takes',                  { applyTo: 'NETWORK_FILTER', ...insert, value: rbac, ...chain({ name: 'virtualOutbound-catchall-tcp' }) }, ['tcp other']],
  ['… beside TCP proxies',                         { applyTo: 'NETWORK_FILTER', ...insert, value: rbac, ...chain({ filter: { name: 'envoy.tcp_proxy' } }) }, ['tcp stock', 'tls a', 'tls b', 'tls other', 'tcp other']],
  ['… of plaintext',                               { applyTo: 'NETWORK_FILTER', ...insert, value: rbac, ...chain({ transportProtocol: 'raw_buffer', applicationProtocols: 'http/1.1,h2c' }) }, ['http cart', 'http stock', 'http other']],
  ['… of a port that chains ask for',              { applyTo: 'NETWORK_FILTER', ...insert, value: rbac, ...chain({ destinationPort: 15001 }) }, []],
  ['a chain more on a port, and on virtualOutbound', { applyTo: 'FILTER_CHAIN', operation: 'ADD', value: {}, ...on(443) }, ['tls a', 'tls b', 'tls other', 'tcp other']],
  ['a chain less',                                 { applyTo: 'FILTER_CHAIN', ...remove, ...chain({ sni: 'a.example' }) }, ['tls a']],
  ['another match of one chain',                   { applyTo: 'FILTER_CHAIN', value: { filter_chain_match: {} }, ...on(443, { sni: 'a.example' }) }, ['tls a', 'tls b', 'tls other']],
  ['a listener less',                              { applyTo: 'LISTENER', ...remove, ...on(9000) }, ['tcp stock']],
  ['virtualOutbound, where all calls pass',        { applyTo: 'LISTENER', value: { filter_chains: [] }, match: { listener: { name: 'virtualOutbound' } } }, everything],
  ['an inspector of virtualOutbound',              { applyTo: 'LISTENER_FILTER', operation: 'ADD', value: { name: 'mine' }, match: { listener: { name: 'virtualOutbound' } } }, everything],
  ['an inspector of one port, and of virtualOutbound', { applyTo: 'LISTENER_FILTER', operation: 'ADD', value: { name: 'mine' }, ...on(443) }, everything],
  ['an inspector of a listener by name',           { applyTo: 'LISTENER_FILTER', operation: 'ADD', value: { name: 'mine' }, match: { listener: { name: '0.0.0.0_443' } } }, ['tls a', 'tls b', 'tls other']],
  ['a listener that moves to another address',     { applyTo: 'LISTENER', value: address('0.0.0.0', 1), ...on(9000) }, everything],
  ['a listener more',                              { applyTo: 'LISTENER', operation: 'ADD', value: address('0.0.0.0', 443) }, ['tls a', 'tls b', 'tls other']],
  ['… of one address',                             { applyTo: 'LISTENER', operation: 'ADD', value: address('10.0.0.6', 80) }, ['http stock']],
  ['… of no address that we read',                 { applyTo: 'LISTENER', operation: 'ADD', value: {} }, everything],
  ['listeners from the start',                     { applyTo: 'BOOTSTRAP', value: { static_resources: { listeners: [address('127.0.0.1', 9999), address('10.0.0.6', 9000)] } } }, ['tcp stock']],
];

// prettier-ignore
const routes: Row[] = [
  ['virtual hosts of a table',             { applyTo: 'ROUTE_CONFIGURATION', value: { virtual_hosts: [] }, ...table({ name: '80' }) }, ['http cart', 'http stock', 'http other']],
  ['… of a port',                          { applyTo: 'ROUTE_CONFIGURATION', value: { virtual_hosts: [] }, ...table({ portNumber: 80 }) }, ['http cart', 'http stock', 'http other']],
  ['… of another',                         { applyTo: 'ROUTE_CONFIGURATION', value: { virtual_hosts: [] }, ...table({ portNumber: 81 }) }, []],
  ['a virtual host more',                  { applyTo: 'VIRTUAL_HOST', operation: 'ADD', value: { domains: ['*.example'] } }, ['http other']],
  ['… for whatever host',                  { applyTo: 'VIRTUAL_HOST', operation: 'ADD', value: {} }, ['http cart', 'http stock', 'http other']],
  ['a virtual host less',                  { applyTo: 'VIRTUAL_HOST', ...remove, ...table({ vhost: { name: 'cart.shop.svc.cluster.local:80' } }) }, ['http cart']],
  ['one by a domain',                      { applyTo: 'VIRTUAL_HOST', ...remove, ...table({ vhost: { domainName: 'stock.shop' } }) }, ['http stock']],
  ['other domains of one',                 { applyTo: 'VIRTUAL_HOST', value: { domains: ['x'] }, ...table({ vhost: { domainName: 'stock.shop' } }) }, ['http cart', 'http stock', 'http other']],
  ['a route before the others',            { applyTo: 'HTTP_ROUTE', operation: 'INSERT_FIRST', value: { name: 'x' }, ...table({ vhost: { name: 'allow_any' } }) }, ['http other']],
  ['a route after one that takes all',     { applyTo: 'HTTP_ROUTE', operation: 'ADD', value: { name: 'x' } }, []],
  ['routes by name',                       { applyTo: 'HTTP_ROUTE', value: { redirect: {} }, ...table({ vhost: { route: { name: 'default' } } }) }, ['http cart', 'http stock']],
  ['routes that redirect',                 { applyTo: 'HTTP_ROUTE', value: { redirect: {} }, ...table({ vhost: { route: { action: 'REDIRECT' } } }) }, []],
  ['routes that route',                    { applyTo: 'HTTP_ROUTE', value: { redirect: {} }, ...table({ vhost: { route: { action: 'ROUTE' } } }) }, ['http cart', 'http stock', 'http other']],
];

// prettier-ignore
const clusters: Row[] = [
  ['every cluster',              { applyTo: 'CLUSTER', ...remove }, everything],
  ['one by name',                { applyTo: 'CLUSTER', ...remove, ...cluster({ name: 'PassthroughCluster' }) }, ['http other', 'tls other', 'tcp other']],
  ['those of a service',         { applyTo: 'CLUSTER', ...remove, ...cluster({ service: 'stock.shop.svc.cluster.local' }) }, ['http stock', 'tcp stock']],
  ['… and a port',               { applyTo: 'CLUSTER', ...remove, ...cluster({ service: 'stock.shop.svc.cluster.local', portNumber: 9000 }) }, ['tcp stock']],
  ['those of a subset',          { applyTo: 'CLUSTER', ...remove, ...cluster({ subset: 'v1' }) }, []],
  ['a cluster more',             { applyTo: 'CLUSTER', operation: 'ADD', value: { name: 'PassthroughCluster' } }, []],
];

describe('a patch of listeners makes unknown what meets', () => {
  test.each(listeners)('%s', (_what, patch, unknown) => expect(unknownUnder(patch)).toEqual(unknown));
});

describe('a patch of routes makes unknown what meets', () => {
  test.each(routes)('%s', (_what, patch, unknown) => expect(unknownUnder(patch)).toEqual(unknown));
});

describe('a patch of clusters makes unknown what is sent to', () => {
  test.each(clusters)('%s', (_what, patch, unknown) => expect(unknownUnder(patch)).toEqual(unknown));
});

test('a cluster that a patch adds may be the one that is missing', () => {
  const rule = JSON.stringify({
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { hosts: ['cart'], http: [{ route: [{ destination: { host: 'mine.example' } }] }] },
  });
  const added = envoyFilter({
    patches: [{ applyTo: 'CLUSTER', operation: 'ADD', value: { name: 'outbound|80||mine.example' } }],
  });
  const { kind, otherwise } = sidecarOf([...manifests, rule, added]).answer(calls['http cart']);
  expect([kind, otherwise?.kind]).toEqual(['unknown', 'missing-cluster']);
});

test('an unknown verdict says what would be without the patch, who made it, and how', () => {
  const answer = sidecarOf([
    ...manifests,
    envoyFilter({ patches: [{ applyTo: 'HTTP_FILTER', ...insert, value: lua }] }),
  ]).answer(calls['http other']);

  expect(answer).toMatchObject({
    kind: 'unknown',
    reason: 'EnvoyFilter shop/filter patches what the call passes, and may send it elsewhere or answer it',
    otherwise: { kind: 'passthrough', cluster: 'PassthroughCluster' },
    doubted: [{ kind: 'EnvoyFilter', namespace: 'shop', name: 'filter' }],
  });
  expect(answer.steps.at(-1)).toEqual({
    stage: 'patch',
    name: 'EnvoyFilter shop/filter',
    because: 'INSERT_BEFORE of HTTP_FILTER envoy.filters.http.lua: it may send the call elsewhere or answer it',
  });
});
