import type { GatewayRoute } from './gateway-api/gateway-route.js';
import type { Identity, Labels } from './resource.js';

/** Rules for calls to its hosts, as far as they decide where a call ends. */
export interface VirtualService extends Identity {
  readonly kind: 'VirtualService';
  /** Empty for a delegate. */
  readonly hosts: readonly string[];
  /** Empty means `mesh` (VI-14). */
  readonly gateways: readonly string[];
  /** null where absent: MeshConfig decides. */
  readonly exportTo: readonly string[] | null;
  readonly http: readonly HttpRule[];
  readonly tls: readonly TlsRule[];
  readonly tcp: readonly TcpRule[];
  /** The Gateway API routes of which Istio made it, oldest first; empty for one that somebody wrote. */
  readonly madeOf: readonly GatewayRoute[];
}

export interface HttpRule {
  readonly name: string;
  /** Empty matches every request. */
  readonly match: readonly HttpMatch[];
  readonly route: readonly WeightedDestination[];
  /** Get copies of the requests, so they need clusters too. */
  readonly mirrors: readonly Destination[];
  readonly redirect: boolean;
  /** The status that the sidecar answers itself; null where it does not. */
  readonly directResponse: number | null;
  readonly delegate: { readonly name: string; readonly namespace: string } | null;
  /** The Gateway API route whose rule it is; null for one of a VirtualService. */
  readonly origin: GatewayRoute | null;
}

export interface HttpMatch extends SourceMatch {
  readonly uri: StringMatch | null;
  readonly scheme: StringMatch | null;
  readonly method: StringMatch | null;
  readonly authority: StringMatch | null;
  readonly headers: Readonly<Record<string, StringMatch>>;
  readonly withoutHeaders: Readonly<Record<string, StringMatch>>;
  readonly queryParams: Readonly<Record<string, StringMatch>>;
  readonly ignoreUriCase: boolean;
}

/** `present` is a match without a value: the header or parameter is there. */
export type StringMatch =
  { readonly kind: 'exact' | 'prefix' | 'regex'; readonly value: string } | { readonly kind: 'present' };

/** What is known of a caller before it calls. */
export interface SourceMatch {
  /** 0 where absent. */
  readonly port: number;
  readonly sourceLabels: Labels;
  /** Empty where absent. */
  readonly sourceNamespace: string;
  readonly gateways: readonly string[];
}

export interface TlsRule {
  readonly match: readonly TlsMatch[];
  readonly route: readonly WeightedDestination[];
}

export interface TlsMatch extends SourceMatch {
  readonly sniHosts: readonly string[];
  readonly destinationSubnets: readonly string[];
}

export interface TcpRule {
  /** Empty matches every connection. */
  readonly match: readonly TcpMatch[];
  readonly route: readonly WeightedDestination[];
}

export interface TcpMatch extends SourceMatch {
  readonly destinationSubnets: readonly string[];
}

export interface Destination {
  readonly host: string;
  readonly subset: string;
  /** null where absent. */
  readonly port: number | null;
}

export interface WeightedDestination extends Destination {
  /** 0 where absent. */
  readonly weight: number;
}

/** Policies for a host, as far as they decide which clusters there are and of what type. */
export interface DestinationRule extends Identity {
  readonly kind: 'DestinationRule';
  readonly host: string;
  readonly exportTo: readonly string[] | null;
  /** null where absent: it holds for every workload. */
  readonly workloadSelector: Labels | null;
  readonly trafficPolicy: TrafficPolicy | null;
  readonly subsets: readonly Subset[];
}

export interface Subset {
  readonly name: string;
  readonly labels: Labels;
  readonly trafficPolicy: TrafficPolicy | null;
}

export interface TrafficPolicy {
  /** `loadBalancer.simple`; empty where absent. PASSTHROUGH connects to the address that was dialled. */
  readonly loadBalancer: string;
  readonly portLevel: readonly { readonly port: number; readonly loadBalancer: string }[];
}
