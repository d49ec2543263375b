import type { SourceDocument } from '../source/document.js';
import { list, object, readNode, string } from './fields.js';
import type { Report } from './fault.js';
import { readIdentity } from './metadata.js';
import type { EndpointSlice } from './resource.js';

const addresses = list(object({ ip: string }));

const endpoints = object({
  subsets: list(object({ addresses, notReadyAddresses: addresses, ports: list(object({ name: string })) })),
});

/**
 * Decodes Endpoints. Istio does not read them; Kubernetes makes slices of them, for the Service of their name, and
 * whether an address is ready is not asked there either (EndpointSliceMirroring).
 */
export function decodeEndpoints(document: SourceDocument, report: Report): EndpointSlice {
  const identity = readIdentity(document, report);
  const { subsets } = readNode(endpoints, document.root, [], report);
  return {
    kind: 'Endpoints',
    ...identity,
    service: identity.labels['endpointslice.kubernetes.io/skip-mirror'] === 'true' ? null : identity.name,
    subsets: subsets.map(({ addresses: ready, notReadyAddresses, ports }) => ({
      addresses: [...ready, ...notReadyAddresses].map(({ ip }) => ip),
      portNames: ports.map(({ name }) => name),
    })),
  };
}
