import type { ResourceChange } from '../diff/resource-changes.js';
import { nodeAt } from '../source/node.js';
import { causeAt, type CauseSource } from './cause-source.js';

const POLICIES = [
  ['spec', 'outboundTrafficPolicy', 'mode'],
  ['spec', 'outboundTrafficPolicy'],
  ['spec', 'outbound_traffic_policy', 'mode'],
  ['spec', 'outbound_traffic_policy'],
];

/**
 * Where a Sidecar that comes or goes says what becomes of unknown traffic, rather than what it imports; null where it
 * leaves that to MeshConfig. One that was edited is cited where it was edited.
 */
export function policyPlace({ base, head }: ResourceChange): CauseSource | null {
  const resource = base === null ? head : head === null ? base : null;
  if (resource?.kind !== 'Sidecar') return null;
  const [node] = POLICIES.flatMap(path => nodeAt(resource.document.root, path) ?? []);
  if (node === undefined) return null;
  return causeAt(resource, head === null ? 'removed' : 'added', head === null ? 'base' : 'head', node);
}
