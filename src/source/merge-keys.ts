import type { MappingNode, Node, Pair } from './node.js';

/**
 * The pairs of a mapping after its `<<` sources: its own keys win, then the sources in order. Null when a source
 * is neither a mapping nor a sequence of mappings.
 */
export function mergePairs(own: readonly Pair[], sources: readonly Node[]): readonly Pair[] | null {
  const mappings: MappingNode[] = [];
  for (const source of sources) {
    for (const item of source.kind === 'sequence' ? source.items : [source]) {
      if (item.kind !== 'mapping') return null;
      mappings.push(item);
    }
  }
  const known = new Set(own.map(pair => pair.key.text));
  const pairs = [...own];
  for (const mapping of mappings) {
    for (const pair of mapping.pairs) {
      if (known.has(pair.key.text)) continue;
      known.add(pair.key.text);
      pairs.push(pair);
    }
  }
  return pairs;
}
