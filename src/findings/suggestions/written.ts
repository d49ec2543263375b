import type { SourceDocument } from '../../source/document.js';
import { pairOf, type Node, type Pair } from '../../source/node.js';

/**
 * The pair below `path` of a manifest, where the file writes it for this manifest alone; null for what an alias or a
 * merge key repeats, or an anchor lets others repeat: an edit there would be one of them too.
 */
export function writtenPair(document: SourceDocument, path: readonly (string | number)[], key: string): Pair | null {
  const parent = writtenNode(document, path);
  const pair = parent === null ? null : pairOf(parent, key);
  return pair !== null && parent !== null && isOwnPair(document, parent, pair) ? pair : null;
}

/** The node below `path`, on the same terms. */
export function writtenNode(document: SourceDocument, path: readonly (string | number)[]): Node | null {
  if (isJson(document) || isItemWithAnchor(document)) return null;
  let at: Node = document.root;
  for (const step of path) {
    const below = childOf(document, at, step);
    if (below === null) return null;
    at = below;
  }
  return at;
}

/** Nobody edits by hand what a tool has written. */
function isJson({ path, text, root }: SourceDocument): boolean {
  return /\.json$/i.test(path) || /^\{\s*"/.test(text.slice(root.start, root.start + 200));
}

/** An item of a List may have one, on its own line or the one before. */
function isItemWithAnchor({ text, root }: SourceDocument): boolean {
  return /(?:^|\s)&\S+\s*$/.test(text.slice(Math.max(0, root.start - 200), root.start));
}

function childOf(document: SourceDocument, node: Node, step: string | number): Node | null {
  if (typeof step === 'string') {
    const pair = pairOf(node, step);
    return pair !== null && isOwnPair(document, node, pair) ? pair.value : null;
  }
  const item = node.kind === 'sequence' ? node.items[step] : undefined;
  if (node.kind !== 'sequence' || item === undefined || !isWithin(node, item)) return null;
  return isAnchored(document, node.items[step - 1]?.end ?? node.start, item) ? null : item;
}

function isOwnPair(document: SourceDocument, parent: Node, { key, value }: Pair): boolean {
  return (
    isWithin(parent, key) && isWithin(parent, value) && key.end <= value.start && !isAnchored(document, key.end, value)
  );
}

function isWithin(outer: Node, inner: Node): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether an anchor stands between the token before the node and its content. */
function isAnchored({ text }: SourceDocument, from: number, { start }: Node): boolean {
  return /(^|[\s[{,:-])&\S/.test(text.slice(from, start + 2));
}
