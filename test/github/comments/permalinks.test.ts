import { expect, test } from '@jest/globals';
import { permalinks } from '../../../src/github/comments/permalinks.js';

const link = permalinks('https://github.com/shop/manifests', { base: 'b4se', head: 'h34d' });

test.each([
  ['a line of head', { file: 'shop/pay.yaml', line: 7, endLine: 7, side: 'head' }, 'h34d/shop/pay.yaml?plain=1#L7'],
  ['lines of base', { file: 'shop/pay.yaml', line: 7, endLine: 9, side: 'base' }, 'b4se/shop/pay.yaml?plain=1#L7-L9'],
  [
    'a path with signs of its own',
    { file: 'a b/ü#?%.yaml', line: 1, endLine: 1, side: 'head' },
    'h34d/a%20b/%C3%BC%23%3F%25.yaml?plain=1#L1',
  ],
  [
    'a path that is no UTF-8, by its bytes',
    { file: 'a\\xe4/\n\\x5cxe4.yaml', line: 1, endLine: 1, side: 'head' },
    'h34d/a%E4/%0A%5Cxe4.yaml?plain=1#L1',
  ],
] as const)('links %s', (_what, place, expected) => {
  expect(link(place)).toBe(`https://github.com/shop/manifests/blob/${expected}`);
});

test.each([
  ['a path that leads elsewhere', 'shop/../../../../evil/repo'],
  ['an absolute path', '/etc/passwd'],
  ['no path', ''],
])('does not link %s', (_what, file) => {
  expect(link({ file, line: 1, endLine: 1, side: 'head' })).toBeNull();
});
