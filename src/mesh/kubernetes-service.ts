import type { Behaves } from '../istio/behaviours.js';
import type { ControlPlane } from '../istio/control-plane.js';
import { kubernetesProtocol } from '../istio/protocol.js';
import type { Service } from '../resources/resource.js';
import { UNSPECIFIED, type MeshService } from './service.js';

/**
 * A Kubernetes Service as Istio sees it (CV-1 to CV-7).
 *
 * `invented` stands for the address that the API server would give; without it a Service that has no clusterIP
 * listens on the wildcard address, as istiod would have it (CV-4).
 *
 * Mirrors `kube.ConvertService`.
 */
export function fromKubernetesService(
  service: Service,
  { behaves, config }: ControlPlane,
  invented: string | null,
): MeshService {
  const isExternalName = service.type === 'ExternalName' && service.externalName !== '';
  const isAlias = isExternalName && behaves('external-name-aliases');
  const hasNoAddress = service.clusterIP === null && invented === null;
  const isHeadless =
    !isExternalName && (service.clusterIP === 'None' || (hasNoAddress && behaves('headless-without-address')));
  const given =
    service.clusterIPs.length > 0 ? service.clusterIPs : service.clusterIP === null ? [] : [service.clusterIP];
  const addresses = isExternalName || isHeadless ? [] : given.length > 0 ? given : invented === null ? [] : [invented];

  return {
    host: `${service.name}.${service.namespace}.svc.${config.domain}`,
    name: service.name,
    namespace: service.namespace,
    registry: 'Kubernetes',
    resolution: isAlias ? 'Alias' : isExternalName ? 'DNSLB' : isHeadless ? 'Passthrough' : 'ClientSideLB',
    address: addresses[0] ?? UNSPECIFIED,
    clusterAddresses: addresses,
    automaticAddresses: [],
    ports: service.ports.map(port => ({
      name: port.name,
      number: port.port,
      protocol: kubernetesProtocol(port, behaves),
    })),
    exportTo: exportToAnnotation(service, behaves),
    aliases: [],
    externalName: isExternalName ? service.externalName : null,
    endpoints: isExternalName
      ? service.ports.map(({ port }) => ({ address: service.externalName, port, labels: {} }))
      : [],
    selector: null,
    resource: service,
  };
}

/** CV-6: a comma list; an empty annotation exports as MeshConfig says. */
function exportToAnnotation({ annotations }: Service, behaves: Behaves): readonly string[] | null {
  const text = annotations['networking.istio.io/exportTo'] ?? '';
  return text === '' ? null : text.split(',').map(entry => (behaves('trimmed-export-to') ? entry.trim() : entry));
}
