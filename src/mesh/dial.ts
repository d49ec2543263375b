import { parseAddress, parsePrefix } from '../resources/ip-address.js';
import type { FreeAddresses } from './free-addresses.js';
import { UNSPECIFIED, type MeshService } from './service.js';

/** The address that a call to a host dials, and where it comes from. */
export type Dialled =
  | { readonly from: 'manifest' | 'invented' | 'automatic'; readonly address: string; readonly service: MeshService }
  /** The host has none (a headless Service without endpoints, a host that no manifest names): one that belongs to nobody. */
  | { readonly from: 'nobody'; readonly address: string };

/**
 * Resolves a host as a pod of the namespace would, but that services stand for DNS (EM-18). Of several with an address
 * the first one counts; of a range the first address.
 */
export function dial(
  host: string,
  pod: { readonly namespace: string; readonly domain: string },
  services: readonly MeshService[],
  addresses: FreeAddresses,
  usesAutomatic: (service: MeshService) => boolean = () => false,
): Dialled {
  const addressOf = (service: MeshService) => dialledAddress(service, usesAutomatic(service));
  const service = searchedNames(host, pod)
    .map(name => services.find(candidate => candidate.host === name && addressOf(candidate) !== null))
    .find(found => found !== undefined);
  const address = service === undefined ? null : addressOf(service);
  if (service === undefined || address === null) return { from: 'nobody', address: addresses.foreign };

  const { resource } = service;
  const isInvented = resource.kind === 'Service' && addresses.invented(resource) === address;
  const isAutomatic = service.automaticAddresses.includes(address);
  return { from: isInvented ? 'invented' : isAutomatic ? 'automatic' : 'manifest', address, service };
}

/**
 * The address that a client of the service dials: its own, or the first one of its prefix; of a headless Service that
 * of a pod; the automatic one where the client's sidecar answers its DNS query by that (CV-21). Null where it has none.
 */
export function dialledAddress(
  { address, automaticAddresses, registry, resolution, endpoints }: MeshService,
  usesAutomatic = false,
): string | null {
  const [automatic] = usesAutomatic ? automaticAddresses : [];
  if (automatic !== undefined) return automatic;
  if (address !== UNSPECIFIED) return parsePrefix(address)?.address.text ?? address;
  if (registry !== 'Kubernetes' || resolution !== 'Passthrough') return null;
  return endpoints.find(endpoint => parseAddress(endpoint.address) !== null)?.address ?? null;
}

/** The names that a resolver asks for, in order: the `search` list and `ndots: 5` that Kubernetes gives every pod. */
function searchedNames(host: string, { namespace, domain }: { readonly namespace: string; readonly domain: string }) {
  if (host.endsWith('.')) return [host.slice(0, -1)];
  const searched = [`${namespace}.svc.${domain}`, `svc.${domain}`, domain].map(suffix => `${host}.${suffix}`);
  return host.split('.').length > 5 ? [host, ...searched] : [...searched, host];
}
