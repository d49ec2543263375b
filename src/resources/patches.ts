import type { Json } from './json-value.js';
import type { Identity, Labels } from './resource.js';

/** Patches of what istiod sends to proxies, after all that Istio's other kinds say. */
export interface EnvoyFilter extends Identity {
  readonly kind: 'EnvoyFilter';
  /** null where absent: it holds for every workload. */
  readonly workloadSelector: Labels | null;
  /** Whether it names what it is for: then it is for gateways and waypoints only. */
  readonly hasTargets: boolean;
  readonly patches: readonly EnvoyPatch[];
}

export const applyTos = [
  'INVALID',
  'LISTENER',
  'FILTER_CHAIN',
  'NETWORK_FILTER',
  'HTTP_FILTER',
  'ROUTE_CONFIGURATION',
  'VIRTUAL_HOST',
  'HTTP_ROUTE',
  'CLUSTER',
  'EXTENSION_CONFIG',
  'BOOTSTRAP',
  'LISTENER_FILTER',
] as const;

export const operations = [
  'INVALID',
  'MERGE',
  'ADD',
  'REMOVE',
  'INSERT_BEFORE',
  'INSERT_AFTER',
  'INSERT_FIRST',
  'REPLACE',
] as const;

export const patchContexts = ['ANY', 'SIDECAR_INBOUND', 'SIDECAR_OUTBOUND', 'GATEWAY', 'WAYPOINT'] as const;

export const routeActions = ['ANY', 'ROUTE', 'REDIRECT', 'DIRECT_RESPONSE'] as const;

/** One of `configPatches`. Of texts and numbers in matches, empty and 0 match everything. */
export interface EnvoyPatch {
  readonly applyTo: (typeof applyTos)[number];
  readonly operation: (typeof operations)[number];
  readonly context: (typeof patchContexts)[number];
  /** A regular expression. */
  readonly proxyVersion: string;
  readonly listener: ListenerMatch | null;
  readonly routes: RoutesMatch | null;
  readonly cluster: ClusterMatch | null;
  readonly value: Json;
}

export interface ListenerMatch {
  readonly name: string;
  readonly portNumber: number;
  readonly listenerFilter: string;
  readonly filterChain: {
    readonly name: string;
    readonly sni: string;
    readonly transportProtocol: string;
    /** Separated by commas. */
    readonly applicationProtocols: string;
    readonly destinationPort: number;
    readonly filter: { readonly name: string; readonly subFilter: { readonly name: string } | null } | null;
  } | null;
}

export interface RoutesMatch {
  readonly name: string;
  readonly portNumber: number;
  readonly vhost: {
    readonly name: string;
    readonly domainName: string;
    readonly route: { readonly name: string; readonly action: (typeof routeActions)[number] } | null;
  } | null;
}

export interface ClusterMatch {
  readonly name: string;
  readonly service: string;
  readonly subset: string;
  readonly portNumber: number;
}
