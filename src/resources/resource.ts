import type { SourceDocument } from '../source/document.js';
import type { GatewayRoute } from './gateway-api/gateway-route.js';
import type { EnvoyFilter } from './patches.js';
import type { Installation } from './installation/installation.js';
import type { DestinationRule, VirtualService } from './route-rules.js';

/** The kinds that decide outbound traffic, or tell who sends it. */
export type Resource =
  | Service
  | EndpointSlice
  | ServiceEntry
  | WorkloadEntry
  | Sidecar
  | VirtualService
  | DestinationRule
  | EnvoyFilter
  | GatewayRoute
  | Namespace
  | Workload
  | Installation;

/** The kind as people write it. */
export function writtenKind(resource: Resource): string {
  switch (resource.kind) {
    case 'Workload':
      return resource.workloadKind;
    case 'Installation':
      return resource.writtenKind;
    default:
      return resource.kind;
  }
}

/** What every resource has. The same unchanged manifest gives the same object at base and at head. */
export interface Identity {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** `metadata.creationTimestamp` in milliseconds since 1970; null where the manifest carries none. */
  readonly createdAt: number | null;
  /** False where the manifest names no namespace and `default` was assumed. */
  readonly namespaceGiven: boolean;
  /** Set where it is in the cluster by a snapshot, and not in the repository. */
  readonly fromSnapshot?: true;
  readonly document: SourceDocument;
}

export type Labels = Readonly<Record<string, string>>;

export interface Service extends Identity {
  readonly kind: 'Service';
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  /** As written: an address, `None` for a headless Service, null where the API server would fill it. */
  readonly clusterIP: string | null;
  readonly clusterIPs: readonly string[];
  readonly externalName: string;
  readonly ports: readonly ServicePort[];
}

export interface ServicePort {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly appProtocol: string | null;
}

/** Where a Service is served, as an EndpointSlice says it, or as Endpoints do, of which Kubernetes makes slices. */
export interface EndpointSlice extends Identity {
  readonly kind: 'EndpointSlice' | 'Endpoints';
  /** A Service of its namespace; null where it is none that Istio looks at. */
  readonly service: string | null;
  readonly subsets: readonly EndpointSubset[];
}

/** Each address serves each of the Service's ports that have these names. */
export interface EndpointSubset {
  readonly addresses: readonly string[];
  readonly portNames: readonly string[];
}

export interface ServiceEntry extends Identity {
  readonly kind: 'ServiceEntry';
  readonly hosts: readonly string[];
  readonly addresses: readonly string[];
  readonly ports: readonly EntryPort[];
  readonly resolution: Resolution;
  readonly location: 'MESH_EXTERNAL' | 'MESH_INTERNAL';
  readonly endpoints: readonly Endpoint[];
  readonly workloadSelector: Labels | null;
  /** null where absent or empty: MeshConfig decides. */
  readonly exportTo: readonly string[] | null;
  /** `status.addresses`: what istiod allocated to hosts (CV-20). Rarely in a repository. */
  readonly automaticAddresses: readonly { readonly host: string; readonly value: string }[];
}

export type Resolution = 'NONE' | 'STATIC' | 'DNS' | 'DNS_ROUND_ROBIN' | 'DYNAMIC_DNS';

export interface EntryPort {
  readonly name: string;
  readonly number: number;
  /** As written; empty where omitted. */
  readonly protocol: string;
  readonly targetPort: number | null;
}

export interface Endpoint {
  readonly address: string;
  readonly ports: Readonly<Record<string, number>>;
  readonly labels: Labels;
}

export interface WorkloadEntry extends Identity {
  readonly kind: 'WorkloadEntry';
  /** Its labels are those of the spec and of the metadata, of which the latter win. */
  readonly endpoint: Endpoint;
  /** False only where Istio checks its health and has not found it well. */
  readonly isHealthy: boolean;
}

export interface Sidecar extends Identity {
  readonly kind: 'Sidecar';
  /** null where absent; an empty selector is present and matches every workload (SC-2). */
  readonly workloadSelector: Labels | null;
  readonly egress: readonly EgressListener[];
  readonly outboundTrafficPolicy: OutboundTrafficPolicy | null;
}

export interface EgressListener {
  readonly port: { readonly number: number; readonly protocol: string; readonly name: string } | null;
  /** Empty where omitted. */
  readonly bind: string;
  readonly captureMode: 'DEFAULT' | 'IPTABLES' | 'NONE';
  readonly hosts: readonly string[];
}

export interface OutboundTrafficPolicy {
  /** An empty message means REGISTRY_ONLY, the zero value (IN-12). */
  readonly mode: 'REGISTRY_ONLY' | 'ALLOW_ANY';
  readonly egressProxy: { readonly host: string; readonly port: number | null; readonly subset: string } | null;
}

/** Its own `namespace` is empty: it stands in none. */
export interface Namespace extends Identity {
  readonly kind: 'Namespace';
}

/** Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob, Pod, Argo Rollout or Knative Service: the pods that it makes. */
export interface Workload extends Identity {
  readonly kind: 'Workload';
  /** The kind as written, for people; `KnativeService` for one that is written `Service`. */
  readonly workloadKind: string;
  readonly podLabels: Labels;
  readonly podAnnotations: Labels;
  readonly hostNetwork: boolean;
  /** Where a Pod that is ready can be reached, by its status; null for every other workload. */
  readonly address: string | null;
}
