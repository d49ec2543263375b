import type { Manifests, SourceDocument } from './document.js';
import { nodeAt, type Node } from './node.js';

/**
 * The documents of base that stay in force at head because head breaks the file that holds them: what cannot be read
 * is nothing that anyone deploys, and no deletion either. One whose resource head holds, there or elsewhere, is not
 * among them.
 */
export function keptDocuments(base: Manifests, head: Manifests): readonly SourceDocument[] {
  const broken = new Set(head.problems.flatMap(({ at }) => at?.file ?? []));
  if (broken.size === 0) return [];
  const held = new Set(head.documents.map(({ root }) => nameOf(root)));
  return base.documents.filter(({ path, root }) => broken.has(path) && !held.has(nameOf(root)));
}

/** What head leaves in the cluster, as far as its files tell. */
export function documentsInForce(base: Manifests, head: Manifests): readonly SourceDocument[] {
  const kept = keptDocuments(base, head);
  return kept.length === 0 ? head.documents : [...head.documents, ...kept];
}

function nameOf(root: Node): string {
  const text = (...path: readonly string[]) => {
    const node = nodeAt(root, path);
    return node?.kind === 'scalar' ? node.text : '';
  };
  return [text('kind'), text('metadata', 'namespace') || 'default', text('metadata', 'name')].join('/');
}
