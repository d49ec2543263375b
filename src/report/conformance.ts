import { rejectionText } from '../envoy/rejection-text.js';
import type { RunningSidecar } from '../envoy/sidecar.js';
import type { Verdict } from '../envoy/verdict.js';
import type { GroupName } from '../findings/finding.js';
import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { FilterChain } from '../proxy/filter-chain.js';
import type { Listener } from '../proxy/listener.js';
import type { Target } from '../proxy/destination.js';
import type { RouteAction, RouteMatch, RouteTable } from '../proxy/route-table.js';
import type { SidecarChoice } from '../scope/select-sidecar.js';

/** JSON in the shape of the conformance vectors, for whoever compares us with a real istiod. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A workload as one entry of a vector's `expected`; istiod names a scope after the workload's own namespace. */
export function workloadJson(
  { namespace }: GroupName,
  { chosen }: SidecarChoice,
  { configuration, rejections }: RunningSidecar,
): { readonly [key: string]: Json } {
  const sidecar = `${namespace}/${chosen?.name ?? 'default-sidecar'}`;
  const refused = [...rejections].map(([{ name }, rejection]) => ({ name, error: rejectionText(rejection) }));
  return {
    id: namespace,
    sidecar,
    ...configurationJson(configuration),
    ...(refused.length === 0 ? {} : { rejectedListeners: refused }),
  };
}

/** A sidecar's outbound listeners, route tables and clusters. */
export function configurationJson(configuration: ProxyConfiguration): { readonly [key: string]: Json } {
  return {
    listeners: configuration.listeners.map(listenerJson),
    routes: Object.fromEntries(configuration.routeNames.map(name => [name, tableJson(configuration.routeTable(name))])),
    clusters: Object.fromEntries([...configuration.clusters().values()].map(({ name, type }) => [name, { type }])),
  };
}

/** A verdict by what an observer of the connection could tell: one key. */
export function verdictJson({ kind, cluster, weights, status }: Verdict): Json {
  if (kind === 'unknown') return { unknown: true };
  if (kind === 'stalled') return { stalled: true };
  if (status !== null) return { status };
  if (kind === 'blackhole' || kind === 'missing-cluster') return { closed: true };
  return { cluster: weights === null ? cluster : { ...weights } };
}

function listenerJson(listener: Listener): Json {
  return {
    name: listener.name,
    address: listener.address.replace(/^unix:\/\//, 'pipe:'),
    port: listener.port,
    ...(listener.useOriginalDst ? { useOriginalDst: true } : {}),
    ...(listener.bindToPort ? {} : { bindToPort: false }),
    ...(listener.additionalAddresses.length === 0
      ? {}
      : { additionalAddresses: listener.additionalAddresses.map(address => `${address}:${listener.port}`) }),
    listenerFilters: listener.inspectors,
    chains: listener.chains.map(chainJson),
    ...(listener.defaultChain === null ? {} : { default: chainJson(listener.defaultChain) }),
  };
}

function chainJson({ match, destination }: FilterChain): Json {
  const criteria: { readonly [key: string]: Json } = {
    ...(match.destinationPort === null ? {} : { destinationPort: match.destinationPort }),
    ...(match.prefixRanges.length === 0 ? {} : { prefixRanges: match.prefixRanges }),
    ...(match.serverNames.length === 0 ? {} : { serverNames: match.serverNames }),
    ...(match.transportProtocol === null ? {} : { transportProtocol: match.transportProtocol }),
    ...(match.applicationProtocols.length === 0 ? {} : { applicationProtocols: match.applicationProtocols }),
  };
  return {
    ...(Object.keys(criteria).length === 0 ? {} : { match: criteria }),
    ...(destination.kind === 'routes' ? { http: { rds: destination.name } } : { tcp: targetJson(destination) }),
  };
}

function tableJson({ ignoresPort, virtualHosts }: RouteTable): Json {
  return {
    ...(ignoresPort ? { ignorePortInHostMatching: true } : {}),
    virtualHosts: virtualHosts.map(({ name, domains, routes }) => ({
      name,
      domains,
      routes: routes.map(route => ({
        name: route.name,
        match: {
          [route.match.path.kind]: route.match.path.value,
          ...(route.match.headers.length === 0 ? {} : { headers: route.match.headers.map(header => header.name) }),
          ...queryJson(route.match),
        },
        ...actionJson(route.action),
      })),
    })),
  };
}

function queryJson({ queryParams }: RouteMatch): { readonly [key: string]: Json } {
  const count = Object.keys(queryParams).length;
  return count === 0 ? {} : { query: count };
}

function actionJson(action: RouteAction): { readonly [key: string]: Json } {
  if (action.kind === 'redirect') return { redirect: true };
  if (action.kind === 'direct-response') return { directResponse: action.status };
  return { cluster: targetJson(action) };
}

function targetJson(target: Target): Json {
  return target.kind === 'cluster' ? target.cluster : target.clusters;
}
