import type { Behaves } from '../istio/behaviours.js';
import type { Resource, Service, ServiceEntry } from '../resources/resource.js';
import { oldestFirst, type AgeOf, type Dated } from './age.js';
import { compareText } from '../resources/text-order.js';
import { aliasesByHost } from './aliases.js';
import { allocateAddresses } from './automatic-addresses.js';
import type { Conversion } from './conversion.js';
import { withEndpoints } from './endpoints.js';
import type { MeshService } from './service.js';

function isServiceLike(resource: Resource): resource is Service | ServiceEntry {
  return resource.kind === 'Service' || resource.kind === 'ServiceEntry';
}

/** A service with what decides its order. */
interface DatedService extends Dated {
  readonly service: MeshService;
}

/** The services of a mesh, oldest first, each with its automatic addresses, endpoints and aliases. */
export function sortServices(
  resources: readonly Resource[],
  ageOf: AgeOf,
  conversion: Conversion,
  behaves: Behaves,
): readonly MeshService[] {
  const dated: DatedService[] = [];
  for (const resource of resources) {
    if (!isServiceLike(resource)) continue;
    const age = ageOf(resource);
    for (const service of conversion.convert(resource)) {
      dated.push({ service, age, name: service.name, namespace: service.namespace });
    }
  }
  const sorted = inOrder(dated, behaves).map(({ service }) => service);
  const automatic = allocateAddresses(sorted, behaves);
  const addressed = sorted.map(service => conversion.withAutomaticAddresses(service, automatic.get(service) ?? null));
  const services = withEndpoints(addressed, resources, conversion, behaves);

  const aliases = aliasesByHost(services);
  if (aliases.size === 0) return services;
  return services.map(service => {
    const standIns = aliases.get(service.host);
    return standIns === undefined ? service : conversion.withAliases(service, standIns);
  });
}

/**
 * VI-7, VI-8: by age; what is of equal age, name and namespace as its registries come, which keep entries by their own names. Without a rule for ties that
 * order decides all of them: entries by their own names, Services by host.
 */
function inOrder(dated: readonly DatedService[], behaves: Behaves): readonly DatedService[] {
  const registryFirst = behaves('kubernetes-registry-first') ? 'Kubernetes' : 'External';
  const byRegistry = dated.toSorted(
    (a, b) =>
      isOf(registryFirst, b) - isOf(registryFirst, a) || compareText(a.service.resource.name, b.service.resource.name),
  );
  if (!behaves('ties-in-registry-order')) return byRegistry.sort(oldestFirst(behaves));
  const ownName = ({ age, service }: DatedService): Dated =>
    service.registry === 'External'
      ? { age, name: service.resource.name, namespace: service.namespace }
      : { age, name: service.host, namespace: '' };
  const compare = oldestFirst(behaves);
  return byRegistry.sort((a, b) =>
    a.age.at === b.age.at && a.service.registry !== b.service.registry
      ? isOf(registryFirst, b) - isOf(registryFirst, a)
      : compare(ownName(a), ownName(b)),
  );
}

function isOf(registry: MeshService['registry'], { service }: DatedService): number {
  return service.registry === registry ? 1 : 0;
}
