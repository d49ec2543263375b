import type { Identity } from '../resource.js';
import type { HttpMatch } from '../route-rules.js';

/** A route of Gateway API, as far as it is for calls within the mesh: bound to Services or ServiceEntries, not to Gateways. */
export interface GatewayRoute extends Identity {
  readonly kind: 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute';
  readonly parents: readonly RouteParent[];
  /** Of a TLSRoute the server names; the others' are for Gateways only. */
  readonly hostnames: readonly string[];
  readonly rules: readonly GatewayRule[];
  /** Whether Istio can make nothing of some rule, and so of the whole route. */
  readonly isBroken: boolean;
}

/** A Service or ServiceEntry whose calls a route is for. */
export interface RouteParent {
  readonly kind: 'Service' | 'ServiceEntry';
  readonly namespace: string;
  readonly name: string;
  readonly sectionName: string;
  /** null where it is for every port. */
  readonly port: number | null;
}

export interface GatewayRule {
  readonly name: string;
  /** Empty for a rule that takes whatever comes. */
  readonly matches: readonly HttpMatch[];
  readonly backends: readonly Backend[];
  readonly mirrors: readonly Backend[];
  readonly redirects: boolean;
}

/** Where a rule sends. */
export interface Backend {
  /** `other`: nothing that Istio sends to. */
  readonly kind: 'Service' | 'ServiceImport' | 'Hostname' | 'other';
  readonly namespace: string;
  readonly name: string;
  readonly port: number;
  readonly weight: number;
}
