import { locate, type SourceDocument } from '../source/document.js';
import { nodeAt, pairOf, type Node } from '../source/node.js';
import type { Span } from '../source/span.js';

/** The steps from the root of a manifest to a value: keys and indices. */
export type Path = readonly (string | number)[];

/** Why a manifest is refused, at the offending value; a missing one is placed at its nearest ancestor. */
export interface Fault {
  /** Lower-case, no final stop: the field, what was found in it, what is allowed. */
  readonly message: string;
  readonly at: Span;
}

/** Takes what a reader or a validation cannot accept: where, and what is allowed there. */
export type Report = (path: Path, expected: string) => void;

/** Words and places one fault: what stands there, with the fields spelt as the manifest spells them. */
export function faultAt(document: SourceDocument, path: Path, expected: string): Fault {
  const written = asWritten(document.root, path);
  const node = nodeAt(document.root, written);
  const found = node === null ? 'missing' : describe(node);
  return { message: `${fieldName(written)} is ${found}, expected ${expected}`, at: locate(document, written) };
}

/** The field in the notation of Kubernetes' own messages: `spec.ports[0].name`, `metadata.labels["a/b"]`. */
export function fieldName(path: Path): string {
  if (path.length === 0) return 'the manifest';
  let name = '';
  for (const step of path) {
    if (typeof step === 'number') name += `[${step}]`;
    else if (!/^[\w-]+$/.test(step)) name += `[${quote(step)}]`;
    else name += name === '' ? step : `.${step}`;
  }
  return name;
}

/**
 * The protobuf spelling of a field: `workload_selector` for `workloadSelector`, `consecutive_5xx_errors` for
 * `consecutive5xxErrors`. Istio takes both.
 */
export function protobufName(name: string): string {
  return name.replace(/[A-Z]|\d(?=[a-z])/g, letter => `_${letter.toLowerCase()}`);
}

function describe(node: Node): string {
  switch (node.kind) {
    case 'mapping':
      return node.pairs.length === 0 ? 'an empty mapping' : 'a mapping';
    case 'sequence':
      return node.items.length === 0 ? 'an empty list' : `a list of ${node.items.length}`;
    case 'scalar':
      return node.type === 'string' ? quote(node.text) : node.text || 'null';
    default:
      return node satisfies never;
  }
}

const LONGEST_QUOTE = 80;

/** A text in double quotes, on one line, cut where it is too long to read. */
export function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}

function asWritten(root: Node, path: Path): Path {
  let at: Node | null = root;
  return path.map(step => {
    if (at === null) return step;
    if (typeof step === 'number') {
      at = at.kind === 'sequence' ? (at.items[step] ?? null) : null;
      return step;
    }
    const pair = pairOf(at, step) ?? pairOf(at, protobufName(step));
    at = pair?.value ?? null;
    return pair?.key.text ?? step;
  });
}
