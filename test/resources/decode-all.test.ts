import { expect, test } from '@jest/globals';
import { decodeAll, duplicateProblem, type DecodeCache } from '../../src/resources/decode-all.js';
import { manifests } from './manifest.js';

const service = (name: string, more = '') => `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n${more}`;
const inNamespace = (namespace: string) => `  namespace: ${namespace}\n`;

test('of two with one name the first by path counts, and the other is a problem', () => {
  const { resources, duplicates } = decodeAll(
    [...manifests(service('cart'), 'b.yaml'), ...manifests(`# first\n${service('cart')}`, 'a.yaml')],
    new WeakMap(),
  );
  expect(resources.map(({ document }) => document.path)).toEqual(['a.yaml']);
  expect(duplicates.map(duplicateProblem)).toEqual([
    {
      code: 'duplicate-resource',
      message:
        'Service "default/cart" is already defined at a.yaml:5, expected once; this one is left out: ' +
        'remove one of the two, or give it another name',
      at: { file: 'b.yaml', line: 4, column: 9, endLine: 4, endColumn: 12 },
    },
  ]);
});

test('within a file the first document counts', () => {
  const text = `${service('cart', 'spec: {clusterIP: None}\n')}---\n${service('cart')}`;
  const { resources } = decodeAll(manifests(text).toReversed(), new WeakMap());
  expect(resources).toMatchObject([{ clusterIP: 'None' }]);
});

test.each([
  ['names', service('cart'), service('pay')],
  ['namespaces', service('cart', inNamespace('a')), service('cart', inNamespace('b'))],
  ['kinds', service('cart'), 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart}'],
  [
    'kinds of workloads',
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: cart}',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart}',
  ],
  [
    'generated names',
    'apiVersion: v1\nkind: Pod\nmetadata: {generateName: cart-}',
    'apiVersion: v1\nkind: Pod\nmetadata: {generateName: cart-}',
  ],
])('two of different %s are no duplicates', (_what, one, other) => {
  const { resources, duplicates } = decodeAll(manifests(`${one}\n---\n${other}`), new WeakMap());
  expect([resources.length, duplicates]).toEqual([2, []]);
});

test('a refused manifest is listed, and does not hide a good one of that name', () => {
  const text = `${service('cart', 'spec: {ports: 80}\n')}---\n${service('cart')}`;
  const { resources, invalid, duplicates } = decodeAll(manifests(text), new WeakMap());
  expect(resources).toHaveLength(1);
  expect(invalid).toMatchObject([{ kind: 'Service', namespace: 'default', name: 'cart' }]);
  expect(duplicates).toEqual([]);
});

test('an unchanged manifest is the same resource at base and at head', () => {
  const cache: DecodeCache = new WeakMap();
  const unchanged = manifests(service('cart'), 'a.yaml');
  const base = decodeAll([...unchanged, ...manifests(service('pay'), 'b.yaml')], cache);
  const head = decodeAll([...unchanged, ...manifests(service('pay'), 'b.yaml')], cache);
  expect(head.resources[0]).toBe(base.resources[0]);
  expect(head.resources[1]).not.toBe(base.resources[1]);
});
