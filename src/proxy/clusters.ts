import { isWildcard } from '../resources/hostname.js';
import type { MeshService } from '../mesh/service.js';
import { clusterServices } from '../scope/cluster-services.js';
import type { Scope } from '../scope/scope.js';
import { BLACKHOLE, PASSTHROUGH, clusterName } from './cluster-name.js';

/** How Envoy finds a cluster's endpoints. */
export type ClusterType = 'EDS' | 'STRICT_DNS' | 'LOGICAL_DNS' | 'ORIGINAL_DST' | 'STATIC';

export interface Cluster {
  readonly name: string;
  readonly type: ClusterType;
  /** Whose traffic it takes; null for the policy's clusters. */
  readonly service: MeshService | null;
}

/** The clusters that a scope makes, by name (SC-14, CV-11). Mirrors Istio 1.30 `buildOutboundClusters`. */
export function buildClusters(scope: Scope): ReadonlyMap<string, Cluster> {
  const clusters = new Map<string, Cluster>();
  const add = (cluster: Cluster) => clusters.set(cluster.name, cluster);

  for (const service of clusterServices(scope)) {
    const type = clusterType(service);
    if (type === null) continue;
    for (const { number, protocol } of service.ports) {
      const isServed = !needsEndpoints.has(type) || service.endpoints.some(({ port }) => port === number);
      if (protocol !== 'UDP' && isServed) add({ name: clusterName(service.host, number), type, service });
    }
  }
  add({ name: BLACKHOLE, type: 'STATIC', service: null });
  add({ name: PASSTHROUGH, type: 'ORIGINAL_DST', service: null });
  return clusters;
}

/** A DNS cluster that has nothing to resolve is not made (`buildCluster`). */
const needsEndpoints: ReadonlySet<ClusterType> = new Set<ClusterType>(['STRICT_DNS', 'LOGICAL_DNS']);

function clusterType(service: MeshService): ClusterType | null {
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
      return isWildcard(service.host) ? 'STATIC' : 'EDS';
    case 'Passthrough':
      return 'ORIGINAL_DST';
  }
}
