import type { Node } from '../../src/source/node.js';
import { booleanOf, numberOf } from '../../src/source/plain-scalar.js';

/** The value that a node stands for, as JSON has it. */
export function plainValue(node: Node): unknown {
  switch (node.kind) {
    case 'mapping':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, plainValue(value)]));
    case 'sequence':
      return node.items.map(plainValue);
    case 'scalar':
      return node.type === 'string' ? node.text : (numberOf(node) ?? booleanOf(node));
    default:
      return node satisfies never;
  }
}
