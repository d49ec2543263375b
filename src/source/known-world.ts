import { objectKey } from './object-key.js';
import type { Snapshot } from './snapshot.js';

/** Of what nothing more can be in the cluster than the repository and the snapshot hold. */
export interface KnownWorld {
  /** Every Service and entry, so that a host that none declares is not there. */
  readonly hosts: boolean;
  readonly namespaces: boolean;
}

/** A repository alone is rarely all there is. */
export const openWorld: KnownWorld = { hosts: false, namespaces: false };

/**
 * Every cluster has the Service `default/kubernetes` and the Namespace `kube-system`, which the API server makes: a
 * snapshot without them is of some namespaces, or was not asked for the kind.
 */
export function knownWorld({ documents }: Snapshot): KnownWorld {
  const held = new Set(documents.map(objectKey));
  return { hosts: held.has('/Service/default/kubernetes'), namespaces: held.has('/Namespace/default/kube-system') };
}
