import type { ControlPlane } from '../istio/control-plane.js';
import type { Service, ServiceEntry } from '../resources/resource.js';
import type { VirtualService } from '../resources/route-rules.js';
import { usesAutomaticAddresses } from './automatic-addresses.js';
import { withFullNames } from './full-names.js';
import { fromKubernetesService } from './kubernetes-service.js';
import { fromServiceEntry } from './service-entry.js';
import type { MeshPort, MeshService, ServiceEndpoint } from './service.js';

/**
 * Turns resources into services and remembers them, so that base, head and every counterfactual share the
 * services of what they have in common.
 */
export interface Conversion {
  convert(resource: Service | ServiceEntry): readonly MeshService[];
  /** The same VirtualService with every short name in full (VI-12). */
  qualify(service: VirtualService): VirtualService;
  /** The same service with those automatic addresses; null leaves it as it is. */
  withAutomaticAddresses(service: MeshService, addresses: readonly string[] | null): MeshService;
  /** The same service carrying those aliases. */
  withAliases(service: MeshService, aliases: readonly string[]): MeshService;
  /** The same service with these endpoints, its own or those of others (LI-10). */
  withEndpoints(service: MeshService, endpoints: readonly ServiceEndpoint[]): MeshService;
  /** The copy of a service that is made for the one port of an egress listener; null if it has no such port (SC-12). */
  forPort(service: MeshService, port: number): MeshService | null;
  /** The same service with further ports, at which it has no endpoints (VD-24). */
  withJoinedPorts(service: MeshService, ports: readonly MeshPort[]): MeshService;
  /** The same service with these ports alone (SC-16). */
  withPorts(service: MeshService, ports: readonly MeshPort[]): MeshService;
}

/**
 * `inventedAddress` gives a Service without an address the one that it shall have at every side, or null;
 * `automaticAddress` does so for a host of an entry whose status has none, where sidecars use what stands there.
 */
export function createConversion(
  controlPlane: ControlPlane,
  inventedAddress: (service: Service) => string | null,
  automaticAddress: (entry: ServiceEntry, host: string) => string | null = () => null,
): Conversion {
  const { behaves, config } = controlPlane;
  const readsStatus = behaves('addresses-in-status') && usesAutomaticAddresses(config, behaves);
  const converted = new Map<Service | ServiceEntry, readonly MeshService[]>();
  const qualified = new Map<VirtualService, VirtualService>();
  const variants = new Map<MeshService, Map<string, MeshService>>();
  const keepsEndpoints = controlPlane.behaves('copies-keep-endpoints');
  const keepsAddresses = controlPlane.behaves('copies-keep-automatic-addresses');

  function variant(service: MeshService, key: string, change: Partial<MeshService>): MeshService {
    const known = variants.get(service) ?? new Map<string, MeshService>();
    variants.set(service, known);
    const made = known.get(key) ?? { ...service, ...change };
    known.set(key, made);
    return made;
  }

  return {
    convert(resource) {
      let services = converted.get(resource);
      if (services === undefined) {
        services =
          resource.kind === 'Service'
            ? [fromKubernetesService(resource, controlPlane, inventedAddress(resource))]
            : fromServiceEntry(resource, controlPlane, readsStatus ? automaticAddress : () => null);
        converted.set(resource, services);
      }
      return services;
    },

    qualify(service) {
      const full = qualified.get(service) ?? withFullNames(service, controlPlane.config.domain);
      qualified.set(service, full);
      return full;
    },

    withAutomaticAddresses: (service, addresses) =>
      addresses === null
        ? service
        : variant(service, `automatic ${addresses.join(' ')}`, { automaticAddresses: addresses }),
    withAliases: (service, aliases) => variant(service, `aliases ${aliases.join(' ')}`, { aliases }),
    withEndpoints(service, endpoints) {
      const key = endpointsKey(endpoints);
      return key === endpointsKey(service.endpoints) ? service : variant(service, `endpoints ${key}`, { endpoints });
    },
    forPort(service, number) {
      const port = service.ports.find(candidate => candidate.number === number);
      if (port === undefined) return null;
      const isWhole = service.ports.length === 1 && keepsEndpoints && keepsAddresses;
      return isWhole
        ? service
        : variant(service, `port ${number}`, {
            ports: [port],
            endpoints: keepsEndpoints ? service.endpoints : [],
            automaticAddresses: keepsAddresses ? service.automaticAddresses : [],
          });
    },
    withJoinedPorts(service, ports) {
      const own = new Set(service.ports.map(({ number }) => number));
      const endpoints = service.endpoints.filter(({ port }) => own.has(port));
      // Another resource's ports: that resource may change while this service's does not.
      return variant(service, `joined ${JSON.stringify(ports)}`, { ports, endpoints });
    },
    withPorts: (service, ports) => variant(service, `ports ${ports.map(({ number }) => number).join(' ')}`, { ports }),
  };
}

function endpointsKey(endpoints: readonly ServiceEndpoint[]): string {
  return endpoints.map(({ address, port, labels }) => `${address}:${port} ${JSON.stringify(labels)}`).join(' ');
}
