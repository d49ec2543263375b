import { pairOf, type Node, type Pair, type ScalarNode } from './node.js';

/**
 * The manifests that a YAML document holds: itself where it is a mapping with `apiVersion` and `kind`, each item
 * where it is a `List`, none where it is something else (values, patches without kind, workflows).
 *
 * An item of a typed list (`ServiceList`) may leave out both: its kind is the list's without `List`. Mirrors
 * `unstructuredJSONScheme.decodeToList` of k8s.io/apimachinery.
 */
export function manifestRoots(root: Node): readonly Node[] {
  const kind = kindOf(root);
  if (kind === null) return [];
  const items = kind.value.text.endsWith('List') ? pairOf(root, 'items')?.value : undefined;
  if (items?.kind !== 'sequence') return [root];
  const itemKind = kind.value.text.slice(0, -'List'.length);
  return items.items.flatMap(item => manifestRoots(withKind(item, root, itemKind)));
}

type ScalarPair = Pair & { readonly value: ScalarNode };

function kindOf(root: Node): ScalarPair | null {
  const kind = scalarPair(root, 'kind');
  return kind !== null && scalarPair(root, 'apiVersion') !== null ? kind : null;
}

function scalarPair(node: Node, key: string): ScalarPair | null {
  const pair = pairOf(node, key);
  return pair !== null && isScalarPair(pair) && pair.value.text !== '' ? pair : null;
}

function isScalarPair(pair: Pair): pair is ScalarPair {
  return pair.value.kind === 'scalar';
}

function withKind(item: Node, list: Node, itemKind: string): Node {
  if (item.kind !== 'mapping' || pairOf(item, 'kind') !== null || pairOf(item, 'apiVersion') !== null) return item;
  const kind = scalarPair(list, 'kind');
  const apiVersion = pairOf(list, 'apiVersion');
  if (itemKind === '' || kind === null || apiVersion === null) return item;
  return { ...item, pairs: [apiVersion, { ...kind, value: { ...kind.value, text: itemKind } }, ...item.pairs] };
}
