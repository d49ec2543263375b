import type { Manifests, SourceDocument } from './document.js';
import { objectKey } from './object-key.js';

/**
 * The documents of base that stay in force at head because head breaks the file that holds them, or has a template or a
 * link in its place: what cannot be read is no deletion. One whose resource head holds, there or elsewhere, is not among
 * them.
 */
export function keptDocuments(base: Manifests, head: Manifests): readonly SourceDocument[] {
  const broken = head.problems.flatMap(({ at }) => at?.file ?? []);
  const unread = new Set([...broken, ...head.unrendered, ...head.unfollowed.map(({ path }) => path)]);
  if (unread.size === 0) return [];
  const held = new Set(head.documents.map(objectKey));
  return base.documents.filter(document => unread.has(document.path) && !held.has(objectKey(document)));
}

/** What head leaves in the cluster, as far as its files tell. */
export function documentsInForce(base: Manifests, head: Manifests): readonly SourceDocument[] {
  const kept = keptDocuments(base, head);
  return kept.length === 0 ? head.documents : [...head.documents, ...kept];
}
