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

/** The same tree with `value` below `path`, in place of what stood there or added to its mapping. */
export function withNode(root: Node, path: readonly (string | number)[], value: Node): Node {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    if (root.kind !== 'sequence') return root;
    return { ...root, items: root.items.map((item, at) => (at === key ? withNode(item, rest, value) : item)) };
  }
  if (root.kind !== 'mapping') return root;
  const known = pairOf(root, key);
  const { start, end } = value;
  const below: Node = known?.value ?? { kind: 'mapping', pairs: [], start, end };
  const pair: Pair = {
    key: known?.key ?? { kind: 'scalar', text: key, type: 'string', start, end },
    value: withNode(below, rest, value),
  };
  const pairs = known === null ? [...root.pairs, pair] : root.pairs.map(old => (old === known ? pair : old));
  return { ...root, pairs };
}

/** Mappings merged key by key, all the way down; of two other values that of `over` stays, as Helm merges values. */
export function overlay(under: Node | null, over: Node | null): Node | null {
  if (under === null || over === null) return over ?? under;
  if (under.kind !== 'mapping' || over.kind !== 'mapping') return over;
  const kept = under.pairs.filter(({ key }) => pairOf(over, key.text) === null);
  const laid = over.pairs.map(({ key, value }) => ({
    key,
    value: overlay(pairOf(under, key.text)?.value ?? null, value) ?? value,
  }));
  return { ...over, pairs: [...kept, ...laid] };
}
