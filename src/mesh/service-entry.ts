import type { ControlPlane } from '../istio/control-plane.js';
import { parseProtocol } from '../istio/protocol.js';
import { parseAddress, parsePrefix } from '../resources/ip-address.js';
import type { Labels, Resolution, ServiceEntry } from '../resources/resource.js';
import { mayHaveAutomaticAddresses } from './automatic-addresses.js';
import { UNSPECIFIED, type MeshService, type ServiceEndpoint } from './service.js';

const resolutions = {
  NONE: 'Passthrough',
  STATIC: 'ClientSideLB',
  DNS: 'DNSLB',
  DNS_ROUND_ROBIN: 'DNSRoundRobinLB',
  DYNAMIC_DNS: 'DynamicDNS',
} as const satisfies Record<Resolution, MeshService['resolution']>;

/**
 * A ServiceEntry as Istio sees it: one service for each host and address (CV-9 to CV-14).
 *
 * `automaticAddress` stands in for what istiod writes into the status of an entry, or is null.
 *
 * Mirrors `serviceentry.convertServices`.
 */
export function fromServiceEntry(
  entry: ServiceEntry,
  { behaves }: ControlPlane,
  automaticAddress: (entry: ServiceEntry, host: string) => string | null,
): readonly MeshService[] {
  const addresses = entry.addresses.length === 0 ? [UNSPECIFIED] : entry.addresses.flatMap(listenAddress);
  const ports = entry.ports.map(port => ({
    name: port.name,
    number: port.number,
    protocol: parseProtocol(port.protocol, behaves),
  }));

  return entry.hosts.flatMap(host => {
    const endpoints = serviceEndpoints(entry, host);
    const stated = behaves('addresses-in-status') ? automaticAddresses(entry, host) : [];
    const standIn = stated.length > 0 ? null : automaticAddress(entry, host);
    const automatic = standIn === null ? stated : [standIn];
    return addresses.map((address): MeshService => ({
      host,
      name: host,
      namespace: entry.namespace,
      registry: 'External',
      resolution: resolutions[entry.resolution],
      address,
      clusterAddresses: [],
      automaticAddresses: automatic,
      ports,
      exportTo: entry.exportTo === null || entry.exportTo.length === 0 ? null : entry.exportTo,
      aliases: [],
      externalName: null,
      endpoints,
      selector: selectorOf(entry),
      resource: entry,
    }));
  });
}

/** A selector without labels is none to the model (`LabelSelectors` is the label map alone). */
function selectorOf({ workloadSelector }: ServiceEntry): Labels | null {
  return workloadSelector === null || Object.keys(workloadSelector).length === 0 ? null : workloadSelector;
}

/** CV-19: what istiod wrote into the status, of an entry that may have automatic addresses at all. */
function automaticAddresses(entry: ServiceEntry, host: string): readonly string[] {
  if (!mayHaveAutomaticAddresses(entry)) return [];
  return entry.automaticAddresses.filter(automatic => automatic.host === host).map(({ value }) => value);
}

/** CV-14: an entry that has neither endpoints nor selector is served, for DNS, by its own host. */
function serviceEndpoints(entry: ServiceEntry, host: string): readonly ServiceEndpoint[] {
  const isDns = entry.resolution === 'DNS' || entry.resolution === 'DNS_ROUND_ROBIN';
  const isOwnHost = isDns && entry.endpoints.length === 0 && entry.workloadSelector === null;
  const found = isOwnHost ? [{ address: host, labels: {} }] : entry.endpoints;
  return found.flatMap(({ address, labels }) => entry.ports.map(({ number }) => ({ address, port: number, labels })));
}

/** CV-9: a prefix that holds one address is that address; what is neither is dropped. */
function listenAddress(text: string): readonly string[] {
  if (parseAddress(text) !== null) return [text];
  const prefix = parsePrefix(text);
  if (prefix === null) return [];
  return [prefix.isSingle ? prefix.address.text : text];
}
