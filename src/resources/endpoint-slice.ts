import type { SourceDocument } from '../source/document.js';
import { list, object, oneOf, readNode, string } from './fields.js';
import type { Report } from './fault.js';
import { readIdentity } from './metadata.js';
import type { EndpointSlice } from './resource.js';

const slice = object({
  addressType: oneOf('IPv4', 'IPv6', 'FQDN'),
  endpoints: list(object({ addresses: list(string) })),
  ports: list(object({ name: string })),
});

/**
 * Decodes an EndpointSlice. Whether its endpoints are ready is not asked: istiod keeps those that are not, and opens
 * listeners for them too (`endpointUpdateRequiresPush`).
 *
 * Mirrors `updateEndpointCacheForSlice`. Slices of a `targetRef` Pod that no manifest holds count as well:
 * repositories rarely hold pods.
 */
export function decodeEndpointSlice(document: SourceDocument, report: Report): EndpointSlice {
  const identity = readIdentity(document, report);
  const { addressType, endpoints, ports } = readNode(slice, document.root, [], report);
  return {
    kind: 'EndpointSlice',
    ...identity,
    service: addressType === 'FQDN' ? null : serviceOf(identity.labels),
    subsets: [{ addresses: endpoints.flatMap(({ addresses }) => addresses), portNames: ports.map(({ name }) => name) }],
  };
}

/** Slices of a multi-cluster Service are for the clusters that import it. */
function serviceOf(labels: EndpointSlice['labels']): string | null {
  return 'multicluster.kubernetes.io/service-name' in labels ? null : (labels['kubernetes.io/service-name'] ?? null);
}
