import type { SourceDocument } from './document.js';
import { objectKey } from './object-key.js';
import type { Snapshot } from './snapshot.js';

/** What a snapshot adds to each side of a change. */
export interface AddedBySnapshot {
  readonly base: readonly SourceDocument[];
  readonly head: readonly SourceDocument[];
}

/**
 * The objects of the cluster that the repository does not hold; where it does, its word counts.
 *
 * What only head holds is in the cluster already, so base has it as the cluster does. What only base holds is deleted by
 * the change, so head has it no more: whoever deploys the repository prunes it.
 */
export function addedBySnapshot(
  { documents }: Snapshot,
  base: readonly SourceDocument[],
  head: readonly SourceDocument[],
): AddedBySnapshot {
  if (documents.length === 0) return { base: [], head: [] };
  const atBase = keysOf(base);
  const atHead = keysOf(head);
  const foreign = documents.map(document => ({ document, key: objectKey(document) }));
  const added = (isHeld: (key: string) => boolean) =>
    foreign.filter(({ key }) => !isHeld(key)).map(({ document }) => document);
  return { base: added(key => atBase.has(key)), head: added(key => atBase.has(key) || atHead.has(key)) };
}

/** The same for the only side of a command. */
export function withSnapshot(snapshot: Snapshot, held: readonly SourceDocument[]): readonly SourceDocument[] {
  const { base } = addedBySnapshot(snapshot, held, held);
  return base.length === 0 ? held : [...held, ...base];
}

function keysOf(documents: readonly SourceDocument[]): ReadonlySet<string> {
  return new Set(documents.map(objectKey));
}
