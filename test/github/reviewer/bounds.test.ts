import { expect, test } from '@jest/globals';
import { boundsHere, megabytesOf } from '../../../src/github/reviewer/bounds.js';

const GiB = 1024 ** 3;
const unlimited = 2 ** 64;

test.each([
  ['a machine', 16 * GiB, 0, 8192],
  ['a container without a limit', 16 * GiB, unlimited, 8192],
  ['a container with a limit', 16 * GiB, 3 * GiB, 1536],
])('a review may take half of the memory of %s', (_what, total, constrained, megabytes) => {
  expect(megabytesOf(total, constrained)).toBe(megabytes);
});

test('a review may take as long as the input says, else ten minutes', () => {
  expect([boundsHere(0.5).minutes, boundsHere(null).minutes]).toEqual([0.5, 10]);
});
