import type { Behaves } from '../istio/behaviours.js';
import { policyFor, type PolicyIndex } from '../mesh/destination-rules.js';
import { isWildcard } from '../resources/hostname.js';
import type { MeshService } from '../mesh/service.js';
import type { Labels } from '../resources/resource.js';
import type { TrafficPolicy } from '../resources/route-rules.js';
import { selects } from '../resources/label.js';
import type { Scope } from '../scope/scope.js';
import type { Recipient } from './proxy.js';
import { BLACKHOLE, PASSTHROUGH, clusterName } from './cluster-name.js';

/** How Envoy finds a cluster's endpoints. */
export type ClusterType = 'EDS' | 'STRICT_DNS' | 'LOGICAL_DNS' | 'ORIGINAL_DST' | 'STATIC';

export interface Cluster {
  readonly name: string;
  readonly type: ClusterType;
  /** Whose traffic it takes; null for the policy's clusters. */
  readonly service: MeshService | null;
}

/** The clusters that a scope makes, by name (SC-14, CV-11). Mirrors `buildOutboundClusters`. */
export function buildClusters(scope: Scope, recipient: Recipient, policies: PolicyIndex): ReadonlyMap<string, Cluster> {
  const clusters = new Map<string, Cluster>();
  const add = (cluster: Cluster) => {
    if (!clusters.has(cluster.name)) clusters.set(cluster.name, cluster);
  };

  for (const service of scope.clusterServices()) {
    const type = clusterType(service, recipient.behaves);
    if (type === null) continue;
    const policy = policyFor(
      policies.find(recipient.namespace, service.host, (scope.serviceNamed(service.host) ?? service).namespace),
      recipient.namespace,
      recipient.labels,
    );
    for (const { number, protocol } of service.ports) {
      if (protocol === 'UDP') continue;
      const endpoints = service.endpoints.filter(({ port }) => port === number);
      const served = (labels: Labels) =>
        !needsEndpoints.has(type) || endpoints.some(endpoint => selects(labels, endpoint.labels));
      const passes = (own: TrafficPolicy | null) =>
        isPassthrough(own, number) ?? isPassthrough(policy?.trafficPolicy ?? null, number) ?? false;
      if (!served({})) continue;
      add({ name: clusterName(service.host, number), type: passes(null) ? 'ORIGINAL_DST' : type, service });
      for (const subset of hasSubsets(service) ? (policy?.subsets ?? []) : []) {
        const isDialled = passes(subset.trafficPolicy);
        if (!isDialled && !served(subset.labels)) continue;
        add({ name: clusterName(service.host, number, subset.name), type: isDialled ? 'ORIGINAL_DST' : type, service });
      }
    }
  }
  add({ name: BLACKHOLE, type: 'STATIC', service: null });
  add({ name: PASSTHROUGH, type: 'ORIGINAL_DST', service: null });
  return clusters;
}

/** `loadBalancer.simple: PASSTHROUGH` connects to the address that was dialled (IN-6); null where nothing is said. */
function isPassthrough(policy: TrafficPolicy | null, port: number): boolean | null {
  const stated = policy?.portLevel.find(setting => setting.port === port)?.loadBalancer ?? policy?.loadBalancer ?? '';
  return stated === '' ? null : stated === 'PASSTHROUGH';
}

/** A dynamic forward proxy has none. */
function hasSubsets({ resolution, host }: MeshService): boolean {
  return !(resolution === 'DynamicDNS' && isWildcard(host));
}

/** A DNS cluster that has nothing to resolve is not made (`buildCluster`). */
const needsEndpoints: ReadonlySet<ClusterType> = new Set<ClusterType>(['STRICT_DNS', 'LOGICAL_DNS']);

function clusterType(service: MeshService, behaves: Behaves): ClusterType | null {
  switch (service.resolution) {
    case 'Alias':
      return null;
    case 'ClientSideLB':
      return 'EDS';
    case 'DNSLB':
      return 'STRICT_DNS';
    case 'DNSRoundRobinLB':
      return 'LOGICAL_DNS';
    case 'DynamicDNS':
      // A dynamic forward proxy, which Envoy knows as a cluster type of its own; istiod leaves the plain one unset.
      return !isWildcard(service.host) ? 'EDS' : behaves('sidecar-dynamic-dns') ? 'STATIC' : null;
    case 'Passthrough':
      return 'ORIGINAL_DST';
  }
}
