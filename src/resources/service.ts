import type { SourceDocument } from '../source/document.js';
import { nodeAt } from '../source/node.js';
import { integer, list, object, oneOf, optional, readNode, string } from './fields.js';
import type { Report } from './fault.js';
import { readIdentity } from './metadata.js';
import type { Service } from './resource.js';

const spec = object({
  type: oneOf('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'),
  clusterIP: string,
  clusterIPs: list(string),
  externalName: string,
  ports: list(object({ name: string, port: integer(1, 65535), protocol: string, appProtocol: optional(string) })),
});

/** Decodes a Kubernetes Service; its exportTo stays the annotation that it is. */
export function decodeService(document: SourceDocument, report: Report): Service {
  const identity = readIdentity(document, report);
  const found = readNode(spec, nodeAt(document.root, ['spec']), ['spec'], report);
  found.ports.forEach(({ port }, index) => {
    if (nodeAt(document.root, ['spec', 'ports', index, 'port']) === null && port === 0) {
      report(['spec', 'ports', index, 'port'], 'a port number from 1 to 65535');
    }
  });
  return {
    kind: 'Service',
    ...identity,
    type: found.type,
    clusterIP: found.clusterIP || null,
    clusterIPs: found.clusterIPs,
    externalName: found.externalName,
    ports: found.ports.map(({ name, port, protocol, appProtocol }) => ({
      name,
      port,
      protocol: protocol || 'TCP',
      appProtocol,
    })),
  };
}
