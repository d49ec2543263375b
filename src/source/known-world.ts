import { textAt } from './object-key.js';
import type { Snapshot } from './snapshot.js';

/** Of what nothing more can be in the cluster than the repository and the snapshot hold. */
export interface KnownWorld {
  /** Every Service and entry, so that a host that none declares is not there. */
  readonly hosts: boolean;
  readonly namespaces: boolean;
}

/** A repository alone is rarely all there is. */
export const openWorld: KnownWorld = { hosts: false, namespaces: false };

/** No cluster is without a Service or a Namespace: a snapshot that holds none was not asked for them. */
export function knownWorld({ documents }: Snapshot): KnownWorld {
  const holds = (kind: string) =>
    documents.some(({ root }) => textAt(root, ['kind']) === kind && textAt(root, ['apiVersion']) === 'v1');
  return { hosts: holds('Service'), namespaces: holds('Namespace') };
}
