/**
 * YAML and JSON values as the reader found them: aliases and merge keys resolved, scalars untyped until a
 * resource asks for a field, every node with its place as UTF-16 offsets `[start, end)` into the text.
 */
export type Node = ScalarNode | MappingNode | SequenceNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** The value after unquoting and folding; the text itself for plain scalars. */
  readonly text: string;
  /** What Kubernetes' YAML 1.1 reader takes a plain scalar for; quoted and block scalars are strings. */
  readonly type: 'string' | 'integer' | 'float' | 'boolean' | 'null';
  readonly start: number;
  readonly end: number;
}

export interface Pair {
  readonly key: ScalarNode;
  readonly value: Node;
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly pairs: readonly Pair[];
  readonly start: number;
  readonly end: number;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
  readonly start: number;
  readonly end: number;
}

/** The pair of that key, or null. */
export function pairOf(node: Node, key: string): Pair | null {
  if (node.kind !== 'mapping') return null;
  for (const pair of node.pairs) if (pair.key.text === key) return pair;
  return null;
}

/** The value below `path` (keys and indices), or null when some step is not there. */
export function nodeAt(node: Node, path: readonly (string | number)[]): Node | null {
  let at: Node | null = node;
  for (const step of path) {
    if (at === null) return null;
    if (typeof step === 'string') at = pairOf(at, step)?.value ?? null;
    else at = at.kind === 'sequence' ? (at.items[step] ?? null) : null;
  }
  return at;
}
