import type { Manifests, SourceDocument } from './document.js';
import { objectKey } from './object-key.js';

/**
 * The documents of base that stay in force at head because head breaks the file that holds them: what cannot be read
 * is nothing that anyone deploys, and no deletion either. One whose resource head holds, there or elsewhere, is not
 * among them.
 */
export function keptDocuments(base: Manifests, head: Manifests): readonly SourceDocument[] {
  const broken = new Set(head.problems.flatMap(({ at }) => at?.file ?? []));
  if (broken.size === 0) return [];
  const held = new Set(head.documents.map(objectKey));
  return base.documents.filter(document => broken.has(document.path) && !held.has(objectKey(document)));
}

/** What head leaves in the cluster, as far as its files tell. */
export function documentsInForce(base: Manifests, head: Manifests): readonly SourceDocument[] {
  const kept = keptDocuments(base, head);
  return kept.length === 0 ? head.documents : [...head.documents, ...kept];
}
