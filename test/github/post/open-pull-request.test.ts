import { expect, test } from '@jest/globals';
import { headOf, reviewedPullRequest } from '../../../src/github/post/open-pull-request.js';
import type { OpenPullRequest } from '../../../src/github/pull-request/pull-request.js';
import type { ReviewedRun } from '../../../src/github/post/workflow-run.js';

const run: ReviewedRun = { id: 1, headSha: 'c0ffee', headBranch: 'fix/a', headOwner: 'mona', headRepositoryId: 42 };
const open: OpenPullRequest = { number: 7, headSha: 'c0ffee', headRepositoryId: 42, baseSha: 'ba5e' };

test('pull requests are asked for by owner and branch', () => {
  expect(headOf(run)).toBe('mona:fix/a');
});

// prettier-ignore
const chosen: readonly [what: string, open: readonly OpenPullRequest[], number: number][] = [
  ['the only one',                          [open],                                                       7],
  ['one beside that of another repository', [{ ...open, number: 6, headRepositoryId: 43 }, open],         7],
  ['one beside that of a repository gone',  [{ ...open, number: 6, headRepositoryId: null }, open],       7],
  ['one beside that of another commit',     [{ ...open, number: 6, headSha: 'dead' }, open],              7],
];

test.each(chosen)('%s is the one that was reviewed', (_what, pulls, number) => {
  expect(reviewedPullRequest(pulls, run).number).toBe(number);
});

// prettier-ignore
const none: readonly [what: string, open: readonly OpenPullRequest[], words: RegExp][] = [
  ['one that is closed',               [],                                       /may be closed by now/],
  ['one whose head has moved',         [{ ...open, headSha: 'dead' }],           /has moved on, and its next run reviews it/],
  ['one of another repository',        [{ ...open, headRepositoryId: 43 }],      /may be closed by now/],
  ['one of two with the same head',    [open, { ...open, number: 8 }],           /^#7, #8 all have the head/],
];

test.each(none)('%s is not known', (_what, pulls, words) => {
  expect(() => reviewedPullRequest(pulls, run)).toThrow(words);
});
