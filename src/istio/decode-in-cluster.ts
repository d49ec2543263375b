import type { Resources } from '../resources/decode-all.js';
import { inCluster } from '../resources/in-cluster.js';
import type { Installation } from '../resources/installation/installation.js';
import { withSnapshot } from '../source/added-by-snapshot.js';
import type { SourceDocument } from '../source/document.js';
import type { Snapshot } from '../source/snapshot.js';
import { decodeGoverned } from './governed-resources.js';

/** The resources of the only side of a command, and what the cluster holds besides. */
export function decodeInCluster(
  documents: readonly SourceDocument[],
  given: readonly Installation[],
  snapshot: Snapshot,
): Resources {
  return inCluster(snapshot)(decodeGoverned(withSnapshot(snapshot, documents), given, new Map()));
}
