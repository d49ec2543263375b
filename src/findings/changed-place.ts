import { pairOf, type MappingNode, type Node, type SequenceNode } from '../source/node.js';

/** Where two versions of a manifest first differ: what head added or says otherwise, else what it dropped. */
export interface ChangedPlace {
  readonly side: 'base' | 'head';
  readonly node: Node;
}

/** The deepest single place that covers the first difference; the whole of head where there is none. */
export function changedPlace(base: Node, head: Node): ChangedPlace {
  return difference(base, head) ?? { side: 'head', node: head };
}

function difference(base: Node, head: Node): ChangedPlace | null {
  if (base.kind === 'mapping' && head.kind === 'mapping') return mappingDifference(base, head);
  if (base.kind === 'sequence' && head.kind === 'sequence') return sequenceDifference(base, head);
  if (base.kind === 'scalar' && head.kind === 'scalar' && base.text === head.text) return null;
  return { side: 'head', node: head };
}

function mappingDifference(base: MappingNode, head: MappingNode): ChangedPlace | null {
  let dropped: ChangedPlace | null = null;
  for (const { key, value } of head.pairs) {
    const known = pairOf(base, key.text);
    if (known === null) return { side: 'head', node: { ...value, start: key.start } };
    const found = difference(known.value, value);
    if (found?.side === 'head') return found;
    dropped ??= found;
  }
  const gone = base.pairs.find(({ key }) => pairOf(head, key.text) === null);
  return dropped ?? (gone === undefined ? null : { side: 'base', node: { ...gone.value, start: gone.key.start } });
}

function sequenceDifference(base: SequenceNode, head: SequenceNode): ChangedPlace | null {
  const before = new Set(base.items.map(meaning));
  const after = new Set(head.items.map(meaning));
  const added = head.items.findIndex(item => !before.has(meaning(item)));
  const addedNode = head.items[added];
  if (addedNode !== undefined) {
    const counterpart = base.items[added];
    const isEdited = counterpart !== undefined && !after.has(meaning(counterpart)) && addedNode.kind !== 'scalar';
    return (isEdited ? difference(counterpart, addedNode) : null) ?? { side: 'head', node: addedNode };
  }
  const gone = base.items.find(item => !after.has(meaning(item)));
  if (gone !== undefined) return { side: 'base', node: gone };
  return base.items.length === head.items.length &&
    base.items.every((item, at) => meaning(item) === meaning(head.items[at] ?? item))
    ? null
    : { side: 'head', node: head };
}

function meaning(node: Node): string {
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(node.text);
    case 'sequence':
      return `[${node.items.map(meaning).join(',')}]`;
    case 'mapping': {
      const pairs = node.pairs.map(({ key, value }) => `${JSON.stringify(key.text)}:${meaning(value)}`);
      return `{${pairs.sort().join(',')}}`;
    }
  }
}
