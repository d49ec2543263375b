import type { ChainMatch, Destination } from '../proxy/filter-chain.js';
import type { Listener } from '../proxy/listener.js';
import type { Target } from '../proxy/destination.js';
import type { Labels } from '../resources/resource.js';

/** What a dump tells of a running sidecar's outbound half. A part that the dump does not hold is null. */
export interface LiveSidecar {
  readonly node: LiveNode | null;
  readonly listeners: readonly LiveListener[] | null;
  /** By name; those that outbound listeners may ask for. */
  readonly tables: ReadonlyMap<string, LiveTable> | null;
  /** By name; those of outbound traffic. */
  readonly clusters: ReadonlyMap<string, LiveCluster> | null;
  readonly leftOut: readonly LeftOut[];
  /** Listeners that Envoy refused, or is still to take over; what istiod sent is compared. */
  readonly pending: readonly PendingListener[];
}

/** What Envoy was told about itself (`node` of its bootstrap). Whatever is missing there is null. */
export interface LiveNode {
  readonly type: string | null;
  /** `pod.namespace` of its id. */
  readonly name: string | null;
  readonly namespace: string | null;
  readonly labels: Labels | null;
  /** The revision of the istiod that injected it. */
  readonly revision: string | null;
  readonly ips: readonly string[];
  readonly capturesDns: boolean;
  readonly allocatesAddresses: boolean;
  /** As its `ISTIO_VERSION` has it. */
  readonly release: string | null;
  readonly clusterDomain: string | null;
  readonly interceptionMode: string | null;
}

/** A listener by what decides where connections go; one of ours is one of these. */
export interface ListenerShape extends Omit<Listener, 'inspectors' | 'inspectionTimeout' | 'chains' | 'defaultChain'> {
  readonly inspectors: readonly string[];
  readonly chains: readonly ChainShape[];
  readonly defaultChain: ChainShape | null;
}

export interface ChainShape {
  readonly match: MatchShape;
  readonly destination: DestinationShape;
}

export interface MatchShape extends Omit<ChainMatch, 'transportProtocol'> {
  readonly transportProtocol: string | null;
  /** Criteria that istiod gives no outbound chain, by name. */
  readonly others?: readonly string[];
}

export type DestinationShape = Destination | { readonly kind: 'other'; readonly text: string };

export interface LiveListener extends ListenerShape {
  readonly chains: readonly LiveChain[];
  readonly defaultChain: LiveChain | null;
}

export interface LiveChain extends ChainShape {
  readonly config: ConfigName | null;
}

export interface LiveTable {
  readonly name: string;
  /** A Host matches with any port behind it (`ignore_port_in_host_matching`). */
  readonly ignoresPort: boolean;
  readonly virtualHosts: readonly LiveVirtualHost[];
}

export interface LiveVirtualHost {
  readonly name: string;
  readonly domains: readonly string[];
  readonly routes: readonly LiveRoute[];
}

export interface LiveRoute {
  /** What a request must look like, in one text (`route-text.ts`). */
  readonly match: string;
  readonly action: Target | { readonly kind: 'other'; readonly text: string };
  readonly config: ConfigName | null;
}

export interface LiveCluster {
  readonly name: string;
  readonly type: string;
  /** The namespace of the service that it is for, where istiod says so (`filter_metadata.istio.services`). */
  readonly namespace: string | null;
  /** The DestinationRule that shaped it. */
  readonly config: ConfigName | null;
}

/** The resource that istiod says it made something for (`filter_metadata.istio.config`). */
export interface ConfigName {
  readonly kind: 'VirtualService' | 'DestinationRule';
  readonly namespace: string;
  readonly name: string;
}

/** Something of the dump that is not compared, and why. */
export interface LeftOut {
  readonly what: 'listener' | 'route table' | 'cluster';
  readonly name: string;
  readonly reason: string;
}

export interface PendingListener {
  readonly name: string;
  readonly state: 'refused' | 'warming';
  /** Envoy's words on why it refused; empty for one that is warming. */
  readonly error: string;
}
