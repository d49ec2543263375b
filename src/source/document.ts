import type { Lines } from './lines.js';
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
  readonly lines: Lines;
  readonly root: Node;
  /** The namespace that a kustomization gives what names none; absent where none does. */
  readonly kustomized?: string;
  /** Set where a snapshot of the cluster holds it and not the repository under review. */
  readonly isSnapshot?: true;
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
  /** What leads to files elsewhere, sorted by path. */
  readonly unfollowed: readonly Unfollowed[];
}

/** A submodule, or a symbolic link that by its name may stand for a manifest or a folder of them. */
export interface Unfollowed {
  readonly kind: 'link' | 'submodule';
  readonly path: string;
  /** Content identity; null where it is not known: the commit of a submodule that is a folder on the disk. */
  readonly content: string | null;
}

/** The place of a node; its first line is where the value starts. */
export function spanOf(document: SourceDocument, node: Node): Span {
  return spanAt(document, node.start, node.end);
}

/** The place of the value below `path`, or of its nearest ancestor that exists. */
export function locate(document: SourceDocument, path: readonly (string | number)[]): Span {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = nodeAt(document.root, path.slice(0, depth));
    if (node !== null) return spanOf(document, node);
  }
  return spanOf(document, document.root);
}

/** The text of a line of the document's file, without its line break; null where the file has no such line. */
export function sourceLine(document: SourceDocument, line: number): string | null {
  const start = document.lines.startOf(line);
  if (start === null) return null;
  const end = document.text.indexOf('\n', start);
  return document.text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

/** The place of the offsets `[start, end)` in a file. */
export function spanAt(file: Pick<SourceDocument, 'path' | 'lines'>, start: number, end: number): Span {
  const first = file.lines.positionOf(start);
  const last = file.lines.positionOf(Math.max(start, end - 1));
  return { file: file.path, line: first.line, column: first.column, endLine: last.line, endColumn: last.column };
}
