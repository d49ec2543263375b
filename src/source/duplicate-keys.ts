import { fault, type Builder } from './node-builder-state.js';
import { quoted } from './quoted.js';
import type { Pair, ScalarNode } from './node.js';

/** Up to here, comparing each key with those before is faster than a Map. */
const FEW = 16;

/** Faults keys that a mapping gives twice: the API server refuses them. */
export function faultDuplicateKeys(builder: Builder, pairs: readonly Pair[]): void {
  const firstOf = pairs.length > FEW ? firstByText(pairs) : null;
  for (let index = 1; index < pairs.length; index += 1) {
    const key = pairs[index]?.key;
    const first = key && (firstOf === null ? firstAmong(pairs, key, index) : firstOf.get(key.text));
    if (key === undefined || first === undefined || first === key) continue;
    const message = `key ${quoted(key.text)} is given twice in one mapping: keep one of them`;
    fault(builder, message, key.start, key.end, { rival: first.start });
  }
}

function firstAmong(pairs: readonly Pair[], key: ScalarNode, end: number): ScalarNode | undefined {
  for (let index = 0; index < end; index += 1) {
    const first = pairs[index]?.key;
    if (first?.text === key.text) return first;
  }
  return undefined;
}

function firstByText(pairs: readonly Pair[]): ReadonlyMap<string, ScalarNode> {
  const firsts = new Map<string, ScalarNode>();
  for (const { key } of pairs) if (!firsts.has(key.text)) firsts.set(key.text, key);
  return firsts;
}
