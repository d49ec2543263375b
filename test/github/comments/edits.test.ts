import { expect, test } from '@jest/globals';
import type { Edit } from '../../../src/github/comments/comment-plan.js';
import { applyEdits } from '../../../src/github/comments/edits.js';
import { Said } from '../../../src/github/comments/said.js';
import { GitHubError } from '../../../src/github/pull-request/github-error.js';
import type { PullRequest } from '../../../src/github/pull-request/pull-request.js';
import { marker } from '../../../src/report/marker.js';

const fingerprintOf = (id: number) => String(id).padStart(16, '0');

function text(id: number, isSolved: boolean): string {
  return `Comment ${id}\n\n${marker({ fingerprints: [fingerprintOf(id)], isSolved })}`;
}

/** A comment whose finding went (and its thread is to be resolved) or came back (and is to be opened again). */
function edit(id: number, becomes: 'solved' | 'said', hasThread = true): Edit {
  const isSolved = becomes === 'solved';
  const thread = { id: `thread-${id}`, state: isSolved ? 'open' : 'resolved by us' } as const;
  const mark = { fingerprints: [fingerprintOf(id)], isSolved: !isSolved };
  return {
    comment: { id, body: text(id, !isSolved), mark, place: null, thread },
    body: text(id, isSolved),
    resolve: hasThread ? { thread: thread.id, isResolved: isSolved } : null,
  };
}

type Refusals = Readonly<Record<string, number>>;

async function apply(edits: readonly Edit[], refusals: Refusals) {
  const calls: string[] = [];
  const call = async (name: string) => {
    calls.push(name);
    const status = refusals[name];
    if (status !== undefined) throw new GitHubError('refused', status, { isRateLimit: status === 429 });
  };
  const asked: Pick<PullRequest, 'updateReviewComment' | 'setResolved'> = {
    updateReviewComment: id => call(`edit ${id}`),
    setResolved: (thread, isResolved) => call(`${isResolved ? 'resolve' : 'open'} ${thread}`),
  };
  const said = new Said();
  for (const { comment } of edits) said.stands(comment.id, comment.body);
  const left: number[] = [];
  const failure = await applyEdits(asked as PullRequest, edits, said, ({ comment }) => left.push(comment.id)).then(
    () => null,
    (error: unknown) => (error instanceof GitHubError ? error.status : error),
  );
  return { calls, failure, left, said: [...said.fingerprints()].map(Number) };
}

const [goes, goesToo, comesBack] = [edit(1, 'solved'), edit(2, 'solved'), edit(3, 'said')];

type Row = [when: string, edits: Edit[], refusals: Refusals, calls: string[], said: number[], failure: number | null];

// prettier-ignore
const rows: Row[] = [
  ['nothing is to be done',                   [],                       {},                        [],                                                         [],     null],
  ['a finding went',                          [goes],                   {},                        ['resolve thread-1', 'edit 1'],                             [],     null],
  ['a finding came back',                     [comesBack],              {},                        ['open thread-3', 'edit 3'],                                [3],    null],
  ['nobody tells of threads',                 [edit(1, 'solved', false)], {},                      ['edit 1'],                                                 [],     null],
  ['the token may not resolve',               [goes, goesToo],          { 'resolve thread-1': 403 }, ['resolve thread-1', 'edit 1', 'edit 2'],                 [],     null],
  ['a thread is there no more',               [goes, goesToo],          { 'resolve thread-1': 404 }, ['resolve thread-1', 'edit 1', 'resolve thread-2', 'edit 2'], [],   null],
  ['a comment is there no more',              [comesBack, goes],        { 'edit 3': 404 },         ['open thread-3', 'edit 3', 'resolve thread-1', 'edit 1'],  [],     null],
  ['an outage begins at a thread',            [goes, goesToo],          { 'resolve thread-1': 502 }, ['resolve thread-1'],                                     [1, 2], 502],
  ['an outage begins at a comment',           [goes, comesBack],        { 'edit 3': 502 },         ['resolve thread-1', 'edit 1', 'open thread-3', 'edit 3'],  [],     502],
  ['the token may not edit',                  [goes, goesToo],          { 'edit 1': 403 },         ['resolve thread-1', 'edit 1'],                             [1, 2], 403],
  ['a rate limit refuses to resolve',         [goes, goesToo],          { 'resolve thread-1': 429 }, ['resolve thread-1'],                                     [1, 2], 429],
];

test.each(rows)('when %s', async (_when, edits, refusals, calls, said, failure) => {
  expect(await apply(edits, refusals)).toEqual({ calls, said, failure, left: [] });
});

test('a text that GitHub does not take leaves the comment to the summary, and the others are edited', async () => {
  expect(await apply([comesBack, goes], { 'edit 3': 422 })).toEqual({
    calls: ['open thread-3', 'edit 3', 'resolve thread-1', 'edit 1'],
    said: [],
    failure: null,
    left: [3],
  });
});
