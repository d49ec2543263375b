import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readManifests } from '../../src/source/manifests.js';
import { entry, sidecar } from '../manifests.js';
import { randomChanges } from '../random-changes.js';
import { comparisonOf } from '../reviews.js';

function documentsOf(path: string, text: string) {
  return readManifests([{ path, content: text, text }]).documents;
}

test('head with the text of base has nothing that changed', () => {
  fc.assert(
    fc.property(randomChanges('sidecar', 'conflict', 'mixed'), ({ base, head }) => {
      const [before, after] = [base, head].map(texts => texts.join('\n---\n'));
      if (before === undefined || after === undefined) throw new Error('a change has two sides');
      const comparison = comparisonOf({ 'mesh.yaml': before }, { 'mesh.yaml': after });
      const amended = comparison.amended('mesh.yaml', documentsOf('mesh.yaml', before));
      expect([amended?.resourceChanges, amended?.changedCalls]).toEqual([[], []]);
    }),
    { numRuns: 30, seed: 8 },
  );
});

const cart = entry({ hosts: 'cart.example', ports: 'TLS/443' });
const pay = entry({ hosts: 'pay.example', ports: 'TCP/443' });
const own = sidecar({ egress: [{ hosts: './*' }] });

test('the other files of head stay as they are', () => {
  const comparison = comparisonOf({ 'a.yaml': cart }, { 'a.yaml': cart, 'b.yaml': pay, 'c.yaml': own });
  const calm = pay.replace('"protocol":"TCP"', '"protocol":"TLS"');
  const amended = comparison.amended('b.yaml', documentsOf('b.yaml', calm));
  const plain = comparisonOf({ 'a.yaml': cart }, { 'a.yaml': cart, 'b.yaml': calm, 'c.yaml': own });
  expect(amended?.resourceChanges.map(({ key }) => key)).toEqual(plain.resourceChanges.map(({ key }) => key));
  expect(amended?.changedCalls.map(({ question, after }) => [question, after])).toEqual(
    plain.changedCalls.map(({ question, after }) => [question, after]),
  );
});

test('of a file that declares something twice nothing can be told', () => {
  const comparison = comparisonOf({ 'a.yaml': cart }, { 'a.yaml': cart, 'b.yaml': pay, 'c.yaml': pay });
  expect(comparison.amended('b.yaml', documentsOf('b.yaml', pay))).toBeNull();
  expect(comparison.amended('c.yaml', documentsOf('c.yaml', pay))).toBeNull();
  expect(comparison.amended('a.yaml', documentsOf('a.yaml', `${cart}\n---\n${cart}`))).toBeNull();
});
