import type { Protocol } from '../istio/protocol.js';
import type { Labels, Service, ServiceEntry } from '../resources/resource.js';

/**
 * Istio's own notion of a service (`model.Service`): one for each hostname and address, whatever declared it.
 * Made once for an unchanged resource, so identity tells base and head apart.
 */
export interface MeshService {
  readonly host: string;
  /** `Attributes.Name`, which breaks ties: the object's name, for a ServiceEntry the host (CV-10). */
  readonly name: string;
  readonly namespace: string;
  readonly registry: 'Kubernetes' | 'External';
  readonly resolution: 'ClientSideLB' | 'DNSLB' | 'DNSRoundRobinLB' | 'Passthrough' | 'DynamicDNS' | 'Alias';
  /** An address, a prefix, or `0.0.0.0` for none. */
  readonly address: string;
  /** The cluster addresses of a Kubernetes Service, of either family; empty for a ServiceEntry. */
  readonly clusterAddresses: readonly string[];
  /** Addresses that istiod allocated to an entry that has none, of either family (CV-19). */
  readonly automaticAddresses: readonly string[];
  readonly ports: readonly MeshPort[];
  /** null where the resource leaves it to MeshConfig. */
  readonly exportTo: readonly string[] | null;
  /** Hosts of ExternalName Services that stand for this one (CV-5). */
  readonly aliases: readonly string[];
  /** What an ExternalName Service resolves or, as an alias, stands for; null for every other service. */
  readonly externalName: string | null;
  /** Of all that shares this host and namespace (LI-10); of others than ServiceEntries only what a proxy's listeners and clusters depend on. */
  readonly endpoints: readonly ServiceEndpoint[];
  readonly selector: Labels | null;
  readonly resource: Service | ServiceEntry;
}

export interface MeshPort {
  readonly name: string;
  readonly number: number;
  readonly protocol: Protocol;
}

/** Where one port of a service is served: an address, a hostname, or a Unix socket. */
export interface ServiceEndpoint {
  readonly address: string;
  /** The service's port, not the endpoint's own. */
  readonly port: number;
  readonly labels: Labels;
}

/** The address of a service that has none. */
export const UNSPECIFIED = '0.0.0.0';
