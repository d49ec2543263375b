import type { LabelSelector } from '../resources/installation/mesh-config-fields.js';
import type { OutboundTrafficPolicy } from '../resources/resource.js';

/** The part of Istio's MeshConfig that decides outbound traffic. */
export interface MeshConfig {
  readonly rootNamespace: string;
  readonly outboundTrafficPolicy: OutboundTrafficPolicy;
  readonly defaultServiceExportTo: readonly string[];
  readonly defaultVirtualServiceExportTo: readonly string[];
  readonly defaultDestinationRuleExportTo: readonly string[];
  readonly proxyListenPort: number;
  readonly proxyInboundListenPort: number;
  /** The port of an extra listener for HTTP proxy requests; 0 for none (LI-31). */
  readonly proxyHttpPort: number;
  /** How long a listener with an HTTP inspector waits for the first bytes, in milliseconds; 0 for ever (MC-7). */
  readonly protocolDetectionTimeout: number;
  /** istiod looks at namespaces that one of these selects; at all of them where there is none (MC-4). */
  readonly discoverySelectors: readonly LabelSelector[];
  /** `ISTIO_META_DNS_CAPTURE`: sidecars answer DNS queries themselves (MC-11). */
  readonly capturesDns: boolean;
  /** `ISTIO_META_DNS_AUTO_ALLOCATE`: they ask for automatic addresses. */
  readonly allocatesAddresses: boolean;
  /** The suffix of Service hostnames; a flag of istiod rather than a field. */
  readonly domain: string;
}

/** What a mesh has that configures nothing (`DefaultMeshConfig`, MC-1 to MC-8). */
export const defaultMeshConfig: MeshConfig = {
  rootNamespace: 'istio-system',
  outboundTrafficPolicy: { mode: 'ALLOW_ANY', egressProxy: null },
  defaultServiceExportTo: ['*'],
  defaultVirtualServiceExportTo: ['*'],
  defaultDestinationRuleExportTo: ['*'],
  proxyListenPort: 15001,
  proxyInboundListenPort: 15006,
  proxyHttpPort: 0,
  protocolDetectionTimeout: 0,
  discoverySelectors: [],
  capturesDns: false,
  allocatesAddresses: false,
  domain: 'cluster.local',
};
