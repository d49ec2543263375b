import { nodeAt, type Node } from './node.js';
import type { Problem } from './problem.js';
import type { Span } from './span.js';

/**
 * One manifest: a YAML document, a JSON value, or one item of a `List`. The same path with the same content is
 * the same object at base and at head, so an unchanged manifest can be told by identity.
 */
export interface SourceDocument {
  readonly path: string;
  /** The whole file. */
  readonly text: string;
  readonly root: Node;
}

/** What one revision or folder holds. */
export interface Manifests {
  readonly documents: readonly SourceDocument[];
  /** Faults of files that could not be read, whole or in part. `at.file` names the file. */
  readonly problems: readonly Problem[];
  /** Files left out because they are templates that nobody rendered (Helm, Kustomize patches, …). */
  readonly unrendered: readonly string[];
  /** Content identity by path of every manifest file read: equal strings mean equal bytes. */
  readonly files: ReadonlyMap<string, string>;
}

/** The place of a node; its first line is where the value starts. */
export function spanOf(document: SourceDocument, node: Node): Span {
  const start = positionAt(document.text, node.start);
  const end = positionAt(document.text, Math.max(node.start, node.end - 1));
  return { file: document.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** The place of the value below `path`, or of its nearest ancestor that exists. */
export function locate(document: SourceDocument, path: readonly (string | number)[]): Span {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = nodeAt(document.root, path.slice(0, depth));
    if (node !== null) return spanOf(document, node);
  }
  return spanOf(document, document.root);
}

const lineStartsOf = new Map<string, readonly number[]>();

function positionAt(text: string, offset: number): { line: number; column: number } {
  let starts = lineStartsOf.get(text);
  if (starts === undefined) {
    const found = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.push(at + 1);
    lineStartsOf.set(text, (starts = found));
  }
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
