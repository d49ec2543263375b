import { describe, expect, test } from '@jest/globals';
import { readHunks, shownRange, type LineRange, type Side } from '../../../src/github/pull-request/diff-lines.js';

/** Base lines 3-6 and head lines 3-7; then base lines 20-22 and head lines 21-22. */
const patch = `@@ -3,4 +3,5 @@ spec:
 hosts:
-- cart.shop.example
+- cart.shop.svc
+- stock.shop.svc
 ports:
 - number: 443
@@ -20,3 +21,2 @@
 resolution: NONE
-exportTo: ['.']
 # end
\\ No newline at end of file`;

test('reads which lines each side shows, with their text', () => {
  const [first, second] = readHunks(patch);
  expect([...(first?.LEFT ?? [])]).toEqual([
    [3, 'hosts:'],
    [4, '- cart.shop.example'],
    [5, 'ports:'],
    [6, '- number: 443'],
  ]);
  expect([...(first?.RIGHT.keys() ?? [])]).toEqual([3, 4, 5, 6, 7]);
  expect([...(second?.LEFT.keys() ?? [])]).toEqual([20, 21, 22]);
  expect([...(second?.RIGHT.keys() ?? [])]).toEqual([21, 22]);
});

test.each([
  ['an added file', '@@ -0,0 +1,2 @@\n+kind: Sidecar\n+spec: {}', [], [1, 2]],
  ['a removed file', '@@ -1,2 +0,0 @@\n-kind: Sidecar\n-spec: {}', [1, 2], []],
  ['a file of one line', '@@ -1 +1 @@\n-kind: Service\n+kind: Sidecar\n\\ No newline at end of file', [1], [1]],
  ['a line that looks like a header', '@@ -0,0 +1,2 @@\n+@@ -9,9 +9,9 @@\n+++ b', [], [1, 2]],
  ['a line that ends in a forged header', '@@ -0,0 +1,2 @@\n+a\r@@ -9 +9 @@\u2028@@ -9 +9 @@\n+b', [], [1, 2]],
  ['no hunk at all', '', [], []],
])('reads %s', (_what, text, left, right) => {
  const hunks = readHunks(text);
  expect(hunks.flatMap(({ LEFT }) => [...LEFT.keys()])).toEqual(left);
  expect(hunks.flatMap(({ RIGHT }) => [...RIGHT.keys()])).toEqual(right);
});

describe('a comment can stand', () => {
  const rows: [where: string, side: Side, wanted: [number, number], shown: [number, number] | null][] = [
    ['on an added line', 'RIGHT', [5, 5], [5, 5]],
    ['on a context line', 'RIGHT', [3, 3], [3, 3]],
    ['on a deleted line', 'LEFT', [4, 4], [4, 4]],
    ['on a context line of the base', 'LEFT', [22, 22], [22, 22]],
    ['on a range within one hunk', 'RIGHT', [4, 7], [4, 7]],
    ['on what a hunk shows of a longer range', 'RIGHT', [1, 9], [3, 7]],
    ['in the hunk that changes the range, not the one that only shows it', 'LEFT', [6, 21], [20, 21]],
    ['where the range is only context, in the first hunk that shows it', 'RIGHT', [7, 22], [7, 7]],
    ['nowhere before the first hunk', 'RIGHT', [1, 2], null],
    ['nowhere between the hunks', 'RIGHT', [8, 20], null],
    ['nowhere after the last hunk', 'LEFT', [23, 30], null],
  ];

  test.each(rows)('%s', (_where, side, [line, endLine], shown) => {
    const expected: LineRange | null = shown === null ? null : { line: shown[0], endLine: shown[1] };
    expect(shownRange(readHunks(patch), side, { line, endLine })).toEqual(expected);
  });
});

test('a file without a shown line takes no comment', () => {
  expect(shownRange([], 'RIGHT', { line: 1, endLine: 1 })).toBeNull();
});
