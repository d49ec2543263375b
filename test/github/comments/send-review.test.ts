import { describe, expect, test } from '@jest/globals';
import type { NewComment } from '../../../src/github/comments/comment-plan.js';
import { sendReview, type Sending } from '../../../src/github/comments/send-review.js';
import { GitHubError } from '../../../src/github/pull-request/github-error.js';
import type { CommentDraft, PullRequest, ReviewComment } from '../../../src/github/pull-request/pull-request.js';
import { findingMarker } from '../../../src/report/marker.js';
import { storyOf } from '../../../src/report/story.js';
import { finding } from './canned-review.js';

const story = storyOf([finding('pay', 'error')]);
const bot = { login: 'github-actions[bot]', isBot: true };

function draft(line: number): NewComment {
  const body = `Finding ${line}\n\n${findingMarker([String(line).padStart(16, '0')])}`;
  return { path: 'shop/pay.yaml', side: 'RIGHT', line, endLine: line, body, story };
}

/** What becomes of one request: GitHub does it, it does it but says that it failed, or it fails and does nothing. */
type Outcome = 'done' | 'done unheard' | 'lost' | 'forbidden';

/** GitHub, which refuses reviews with a comment on a bad line, and whose first answers are as given. */
function gitHub(bad: readonly number[], outcomes: readonly Outcome[] = []) {
  const standing: ReviewComment[] = [];
  const requests: string[] = [];
  const left = [...outcomes];
  const asked: Pick<PullRequest, 'createReview' | 'reviewComments'> = {
    createReview: async ({ comments }) => {
      requests.push(comments.map(({ line }) => line).join(' '));
      const outcome = left.shift() ?? 'done';
      if (outcome === 'lost') throw new GitHubError('other side closed', null);
      if (outcome === 'forbidden') throw new GitHubError('Resource not accessible by integration', 403);
      const refused = comments.find(({ line }) => bad.includes(line));
      if (refused !== undefined) throw new GitHubError('line must be part of the diff', 422);
      standing.push(
        ...comments.map((place, at) => ({
          id: standing.length + at,
          body: place.body,
          author: bot,
          isReply: false,
          place,
        })),
      );
      if (outcome === 'done unheard') throw new GitHubError('Bad Gateway', 502);
    },
    reviewComments: async () => {
      requests.push('look');
      return standing;
    },
  };
  return { pullRequest: asked as PullRequest, standing, requests };
}

async function send(comments: readonly NewComment[], github: ReturnType<typeof gitHub>, given: Partial<Sending> = {}) {
  const posted: number[] = [];
  const sending = {
    pullRequest: github.pullRequest,
    viewer: bot.login,
    commit: 'tip',
    known: new Set<number>(),
    posted: ({ line }: CommentDraft) => void posted.push(line),
    requireCurrent: async () => {},
    ...given,
  };
  const refused = await sendReview(sending, comments);
  return { posted, refused: refused.map(one => one.draft.line), words: refused.map(({ words }) => words) };
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('GitHub does not say which comments it refuses', () => {
  // prettier-ignore
  test.each<[what: string, count: number, bad: number[], requests: string[]]>([
    ['no comment',          0, [],        []],
    ['a good one',          1, [],        ['1']],
    ['a bad one',           1, [1],       ['1']],
    ['good ones alone',     4, [],        ['1 2 3 4']],
    ['a bad one at first',  4, [1],       ['1 2 3 4', '1 2', '1', '2', '3 4']],
    ['a bad one at last',   4, [4],       ['1 2 3 4', '1 2', '3 4', '3', '4']],
    ['nothing but bad ones', 2, [1, 2],   ['1 2', '1', '2']],
  ])('for %s', async (_what, count, bad, requests) => {
    const github = gitHub(bad);
    const { posted, refused } = await send(lines(count).map(draft), github);
    expect(github.requests).toEqual(requests);
    expect(posted).toEqual(lines(count).filter(line => !bad.includes(line)));
    expect(refused).toEqual(bad);
  });

  test.each(lines(25))('and one bad comment of 25, the one on line %i, takes no good one with it', async bad => {
    const { posted, refused, words } = await send(lines(25).map(draft), gitHub([bad]));
    expect({ posted, refused, words }).toEqual({
      posted: lines(25).filter(line => line !== bad),
      refused: [bad],
      words: ['line must be part of the diff'],
    });
  });

  test('and many bad ones cost no more than a dozen requests, and each comment is posted or refused', async () => {
    const github = gitHub(lines(25).filter(line => line % 2 === 0));
    const { posted, refused } = await send(lines(25).map(draft), github);
    expect(github.requests).toHaveLength(12);
    expect([...posted, ...refused].sort((a, b) => a - b)).toEqual(lines(25));
  });

  test('but nothing more is sent where the pull request has another commit by now', async () => {
    const github = gitHub([1]);
    const requireCurrent = () => Promise.reject(new Error('moved'));
    await expect(send([draft(1), draft(2)], github, { requireCurrent })).rejects.toThrow('moved');
    expect(github.requests).toEqual(['1 2']);
  });
});

describe('a review whose fate is not known is looked for before it is sent again', () => {
  // prettier-ignore
  test.each<[what: string, outcomes: Outcome[], requests: string[], posted: number[]]>([
    ['it was taken',                        ['done unheard'],         ['1 2', 'look'],                [1, 2]],
    ['it was lost',                         ['lost'],                 ['1 2', 'look', '1 2'],         [1, 2]],
    ['it was lost, then taken',             ['lost', 'done unheard'], ['1 2', 'look', '1 2', 'look'], [1, 2]],
    ['it was lost twice',                   ['lost', 'lost'],         ['1 2', 'look', '1 2', 'look'], []],
    ['it was lost, then forbidden',         ['lost', 'forbidden'],    ['1 2', 'look', '1 2'],         []],
  ])('%s', async (_what, outcomes, requests, expected) => {
    const github = gitHub([], outcomes);
    const sent = send([draft(1), draft(2)], github);
    if (expected.length > 0) await expect(sent).resolves.toMatchObject({ posted: expected, refused: [] });
    else await expect(sent).rejects.toThrow(GitHubError);
    expect(github.requests).toEqual(requests);
    expect(github.standing.map(({ place }) => place?.line)).toEqual(expected);
  });

  test('and what stood before does not count as it', async () => {
    const github = gitHub([], ['lost']);
    github.standing.push({ id: 99, body: draft(1).body, author: bot, isReply: false, place: null });
    await send([draft(1)], github, { known: new Set([99]) });
    expect(github.requests).toEqual(['1', 'look', '1']);
  });
});
