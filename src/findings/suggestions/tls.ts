import type { ServiceEntry } from '../../resources/resource.js';
import type { Candidate, EditedResource } from './candidate.js';
import { withValue } from './lists.js';
import { writtenNode } from './written.js';

/** Lets a port be TLS that is named so and says TCP. */
export function tlsCandidates(
  { head }: EditedResource<ServiceEntry>,
  number: number | undefined,
): readonly Candidate[] {
  const index = head.ports.findIndex(port => port.number === number && port.protocol.toUpperCase() === 'TCP');
  const port = head.ports[index];
  const node = writtenNode(head.document, ['spec', 'ports', index, 'protocol']);
  if (port === undefined || node === null || !saysTls(port.name)) return [];
  const caveat =
    `The suggestion says TLS, as the port's name ${port.name} does: ` +
    'then the entry takes only connections that name its host.';
  return [{ edit: withValue(head.document, node, 'TLS'), resource: head, caveat }];
}

/** As Istio reads the names of ports of Services: the protocol, then a dash and whatever. */
function saysTls(name: string): boolean {
  return /^(?:https|tls)(?:-|$)/i.test(name);
}
