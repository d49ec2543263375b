import { expect, test } from '@jest/globals';
import { list } from '../../src/findings/wording.js';

// prettier-ignore
const rows: [items: string[], text: string][] = [
  [[],                              ''],
  [['a'],                           'a'],
  [['a', 'b'],                      'a and b'],
  [['a', 'b', 'c'],                 'a, b and c'],
  [['a', 'b', 'c', 'd'],            'a, b, c and d'],
  [['a', 'b', 'c', 'd', 'e'],       'a, b, c and 2 more'],
  [['a', 'b', 'c', 'd', 'e', 'f'],  'a, b, c and 3 more'],
];

test.each(rows)('%j is listed as "%s"', (items, text) => {
  expect(list(items)).toBe(text);
});
