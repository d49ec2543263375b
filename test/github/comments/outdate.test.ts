import { expect, test } from '@jest/globals';
import { outdateSticky } from '../../../src/github/comments/outdate.js';
import { GitHubError } from '../../../src/github/pull-request/github-error.js';
import type { Comment, PullRequest, PullRequestState } from '../../../src/github/pull-request/pull-request.js';
import { summaryMarker } from '../../../src/report/marker.js';
import { unreviewedSummary } from '../../../src/report/unreviewed.js';

const bot = { login: 'github-actions[bot]', isBot: true };
const sara = { login: 'sara', isBot: false };
const sticky: Comment = { id: 3, author: bot, body: `${summaryMarker}\nEgress review: 1 error` };
const told = { ...sticky, body: unreviewedSummary(sticky.body, 'tip', 'no network') };
const tip = { head: 'tip', isOpen: true };

async function outdate(comments: readonly Comment[], state: PullRequestState, refusal: number | null = null) {
  const edits: string[] = [];
  const asked: Pick<PullRequest, 'state' | 'viewer' | 'issueComments' | 'updateIssueComment'> = {
    state: async () => state,
    viewer: async () => bot.login,
    issueComments: async () => comments,
    updateIssueComment: async (id, body) => {
      if (refusal !== null) throw new GitHubError('refused', refusal);
      edits.push(`${id}: ${body.split('\n')[2]}`);
    },
  };
  const failure = await outdateSticky(asked as PullRequest, 'tip', 'no network');
  return { edits, failure: failure?.status ?? null };
}

const notice = [expect.stringMatching(/^3: .* tip could not be reviewed\..* The reason: no network$/)];

// prettier-ignore
test.each<[when: string, comments: Comment[], state: PullRequestState, refusal: number | null, edits: unknown[], failure: number | null]>([
  ['there is no summary',                     [],                                      tip,                        null, [],     null],
  ['the summary is of an earlier push',       [sticky],                                tip,                        null, notice, null],
  ['it says so already',                      [told],                                  tip,                        null, [],     null],
  ['it is a person who copied our marker',    [{ ...sticky, author: sara }],           tip,                        null, [],     null],
  ['the pull request shows another commit',   [sticky],                                { ...tip, head: 'next' },   null, [],     null],
  ['the pull request is closed',              [sticky],                                { ...tip, isOpen: false },  null, [],     null],
  ['the token may not edit',                  [sticky],                                tip,                        403,  [],     403],
])('a commit could not be reviewed, and %s', async (_when, comments, state, refusal, edits, failure) => {
  expect(await outdate(comments, state, refusal)).toEqual({ edits, failure });
});
