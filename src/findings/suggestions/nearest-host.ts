import type { Side } from '../../diff/side.js';
import type { Sidecar } from '../../resources/resource.js';
import { parseEgressHost } from '../../scope/egress-host.js';
import { nearestHost } from '../nearest-host.js';
import type { Candidate, EditedResource } from './candidate.js';
import { withValue } from './lists.js';
import { writtenNode } from './written.js';

/** Corrects an egress host that is one or two letters away from a visible one. */
export function nearestHostCandidates(
  { head }: EditedResource<Sidecar>,
  entry: string,
  after: Side,
): readonly Candidate[] {
  const meant = parseEgressHost(entry, head.namespace);
  const nearest = meant === null ? null : nearestHost(meant, head.namespace, after);
  const index = head.egress.findIndex(({ hosts }) => hosts.includes(entry));
  const at = head.egress[index]?.hosts.indexOf(entry) ?? -1;
  const node = writtenNode(head.document, ['spec', 'egress', index, 'hosts', at]);
  if (nearest === null || node === null) return [];
  const corrected = `${entry.slice(0, entry.indexOf('/'))}/${nearest}`;
  return [{ edit: withValue(head.document, node, corrected), resource: head, caveat: null }];
}
