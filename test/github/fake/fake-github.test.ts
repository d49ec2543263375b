import { afterEach, describe, expect, test } from '@jest/globals';
import { get } from 'node:http';
import { ask, query, usualHeaders } from './client.js';
import { startFakeGitHub, type FakeGitHub, type FakeOptions } from './fake-github.js';
import { description } from './openapi.js';
import type { TokenKind } from './permissions.js';
import { handlers } from './rest.js';
import type { Account } from './state.js';

const headSha = 'ab'.repeat(20);
const bot: Account = { login: 'github-actions[bot]', type: 'Bot' };
const sara: Account = { login: 'sara', type: 'User' };
const path = 'shop/pay.yaml';

/** Head lines 3-5 and 20-22, base lines 3-5 and 19-22. */
const patch = '@@ -3,3 +3,3 @@\n a\n-b\n+B\n c\n@@ -19,4 +20,3 @@\n d\n-e\n-f\n+E\n g';
const files = [
  { sha: 'cd'.repeat(20), filename: path, status: 'modified', patch },
  { sha: 'ef'.repeat(20), filename: 'shop/logo.png', status: 'added' },
];
let github: FakeGitHub | null = null;

async function start(given: Partial<FakeOptions> = {}): Promise<FakeGitHub> {
  github = await startFakeGitHub({ number: 7, headSha, files, token: 'write', ...given });
  return github;
}

afterEach(async () => {
  await github?.close();
  github = null;
});

const without = (headers: Readonly<Record<string, string>>, left: string) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== left));

const onLine = { path, body: 'here', line: 4, side: 'RIGHT' };
const review = (...comments: object[]) => ({ event: 'COMMENT', body: 'see', commit_id: headSha, comments });
const single = { ...onLine, commit_id: headSha };

test('each operation that is kept of GitHub’s description is served', () => {
  expect(Object.keys(handlers).toSorted()).toEqual(description.operations.map(({ id }) => id).toSorted());
});

describe('GitHub’s description refuses', () => {
  const rows: [what: string, call: string, body: unknown, said: string][] = [
    ['a field that a body has not', 'POST /issues/7/comments', { body: 'a', text: 'a' }, '(text)'],
    ['a body without what it needs', 'POST /issues/7/comments', {}, "must have required property 'body'"],
    ['no body at all', 'POST /issues/7/comments', undefined, 'it has no body'],
    [
      'a text for a number',
      'POST /pulls/7/reviews',
      review({ ...onLine, line: '4' }),
      '/comments/0/line must be integer',
    ],
    [
      'a comment on a file inside of a review',
      'POST /pulls/7/reviews',
      review({ ...onLine, subject_type: 'file' }),
      '(subject_type)',
    ],
    [
      'an event that no review has',
      'POST /pulls/7/reviews',
      { ...review(), event: 'COMMENTED' },
      '/event must be equal to one of',
    ],
    ['a parameter that a list has not', 'GET /pulls/7/files?size=10', undefined, '(size)'],
    ['a parameter that is no number', 'GET /pulls/7/files?page=last', undefined, '/page must be integer'],
    ['an operation that the fake does not serve', 'GET /pulls/7/commits', undefined, 'no operation'],
  ];

  test.each(rows)('%s', async (_what, call, body, said) => {
    const server = await start();
    const { status } = await ask(server, call, body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(server.contractFaults).toEqual([expect.stringContaining(said)]);
    await expect(server.close()).rejects.toThrow(said);
    github = null;
  });

  test('a request that names no version of the API', async () => {
    const server = await start();
    const headers = without(usualHeaders, 'x-github-api-version');
    const viewer = { query: '{ viewer { login } }' };
    expect((await ask(server, 'GET /pulls/7/files', undefined, headers)).status).toBe(400);
    expect((await ask(server, 'POST /graphql', viewer, headers)).status).toBe(400);
    const said = expect.stringContaining('X-GitHub-Api-Version: 2022-11-28');
    expect(server.contractFaults.splice(0)).toEqual([said, said]);
  });

  test('a request that does not say whose it is', async () => {
    const server = await start();
    const status = await new Promise(resolve => {
      const headers = without(usualHeaders, 'user-agent');
      get(`${server.url}/repos/shop/manifests/pulls/7`, { headers }, reply => resolve(reply.resume().statusCode));
    });
    expect(status).toBe(403);
    expect(server.contractFaults.splice(0)).toEqual([expect.stringContaining('no user-agent')]);
  });

  test('a query for a field that a type has not', async () => {
    const server = await start();
    const { errors } = await query(server, '{ viewer { loginn } }');
    expect(errors).toMatchObject([{ message: expect.stringContaining('Cannot query field "loginn"') }]);
    expect(server.contractFaults).toHaveLength(1);
    server.contractFaults.length = 0;
  });
});

describe('GitHub refuses a review', () => {
  const outside =
    "Pull request review thread line must be part of the diff and Pull request review thread diff hunk can't be blank";
  const rows: [what: string, body: object, said: string][] = [
    ['on a line between the hunks', review({ ...onLine, line: 10 }), outside],
    ['on a line that only the other side shows', review({ ...onLine, side: 'LEFT', line: 23 }), outside],
    ['on a line of a file without a patch', review({ ...onLine, path: 'shop/logo.png' }), outside],
    ['on a file that the pull request leaves alone', review({ ...onLine, path: 'a' }), 'path is invalid'],
    ['over two hunks', review({ ...onLine, start_line: 4, line: 21 }), 'must be part of the same hunk as the line.'],
    ['whose range ends before it begins', review({ ...onLine, start_line: 5 }), 'must precede the end line'],
    ['that is right but for one comment', review(onLine, { ...onLine, line: 10 }), outside],
    ['that says nothing', { ...review(onLine), body: '' }, "Body can't be blank"],
    ['with a comment that says nothing', review({ ...onLine, body: ' ' }), "Body can't be blank"],
    ['that says too much', { ...review(), body: 'x'.repeat(65_537) }, 'Body is too long (maximum is 65536 characters)'],
    ['with a comment that says too much', review({ ...onLine, body: 'x'.repeat(65_537) }), 'Body is too long'],
    ['of a commit of another branch', { ...review(), commit_id: 'cd'.repeat(20) }, 'not part of the pull request'],
    ['that approves', { ...review(), event: 'APPROVE' }, 'not permitted to approve'],
  ];

  test.each(rows)('%s, and keeps nothing of it', async (_what, body, said) => {
    const server = await start();
    const refused = await ask(server, 'POST /pulls/7/reviews', body);
    expect(refused).toMatchObject({ status: 422, data: { errors: [expect.stringContaining(said)] } });
    expect([server.reviews, server.reviewComments, server.writes]).toEqual([[], [], []]);
  });

  test('while another of the same account waits to be sent', async () => {
    const server = await start();
    server.addPendingReview(sara);
    expect((await ask(server, 'POST /pulls/7/reviews', { body: 'later' })).data).toMatchObject({ state: 'PENDING' });
    const refused = await ask(server, 'POST /pulls/7/reviews', review());
    const said = 'User can only have one pending review per pull request';
    expect(refused).toMatchObject({ status: 422, data: { errors: [said] } });
  });
});

describe('GitHub takes', () => {
  const rows: [what: string, body: object, comment: object][] = [
    ['a comment on an added line', review(onLine), { line: 4, side: 'RIGHT', start_line: null }],
    ['one on a removed line', review({ ...onLine, side: 'LEFT', line: 20 }), { line: 20, side: 'LEFT' }],
    ['one on lines of a hunk', review({ ...onLine, start_line: 3, line: 5 }), { start_line: 3, line: 5 }],
    ['one that is as long as can be', review({ ...onLine, body: 'ü'.repeat(65_536) }), { path }],
  ];

  test.each(rows)('%s', async (_what, body, comment) => {
    const server = await start();
    expect((await ask(server, 'POST /pulls/7/reviews', body)).data).toMatchObject({ state: 'COMMENTED' });
    const { data } = await ask(server, 'GET /pulls/7/comments');
    expect(data).toMatchObject([{ ...comment, commit_id: headSha, user: { login: bot.login, type: 'Bot' } }]);
  });

  test('a comment on a file, on its own', async () => {
    const server = await start();
    const onFile = { path, body: 'here', commit_id: headSha, subject_type: 'file' };
    expect((await ask(server, 'POST /pulls/7/comments', onFile)).data).toMatchObject({ subject_type: 'file', path });
  });

  test('a single comment on a line of the diff alone', async () => {
    const server = await start();
    expect((await ask(server, 'POST /pulls/7/comments', single)).status).toBe(201);
    const refused = await ask(server, 'POST /pulls/7/comments', { ...single, line: 10 });
    const message = 'pull_request_review_thread.line must be part of the diff';
    expect(refused).toMatchObject({ status: 422, data: { errors: [{ message }] } });
  });

  test('edits of comments that there are', async () => {
    const server = await start();
    const { id } = server.addReviewComment({ user: bot, body: 'old', path, line: 4 });
    expect((await ask(server, `PATCH /pulls/comments/${id}`, { body: 'new' })).data).toMatchObject({ id, body: 'new' });
    expect((await ask(server, 'PATCH /pulls/comments/1', { body: 'new' })).status).toBe(404);
    expect((await ask(server, 'PATCH /issues/comments/1', { body: 'new' })).status).toBe(404);
    expect(server.writes).toEqual([`PATCH /pulls/comments/${id}`]);
  });
});

describe('what a token may do', () => {
  const rows: [token: TokenKind, reads: number, writes: number, resolves: string][] = [
    ['maintainer', 200, 201, 'resolved'],
    ['write', 200, 201, 'FORBIDDEN'],
    ['read', 200, 403, 'FORBIDDEN'],
    ['none', 404, 404, 'NOT_FOUND'],
    ['bad', 401, 401, 'Bad credentials'],
  ];

  test.each(rows)(
    '"%s" reads with %i, writes with %i, and its resolving is %s',
    async (token, reads, writes, resolves) => {
      const server = await start({ token });
      const comment = server.addReviewComment({ user: bot, body: 'here', path, line: 4 });
      const [thread] = server.threads;
      expect((await ask(server, 'GET /pulls/7')).status).toBe(reads);
      expect((await ask(server, 'POST /issues/7/comments', { body: 'a' })).status).toBe(writes);
      const resolve = `mutation($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }`;
      const answer = await query(server, resolve, { id: thread?.id });
      const outcome = (answer.errors?.[0]?.type ?? answer.data === undefined) ? JSON.stringify(answer) : 'resolved';
      expect(outcome).toContain(resolves);
      expect(thread).toEqual({
        id: expect.any(String),
        comment: comment.id,
        resolvedBy: token === 'maintainer' ? bot.login : null,
      });
    },
  );

  test('no token at all is asked for one', async () => {
    const headers = without(usualHeaders, 'authorization');
    const { data } = await ask(await start(), 'GET /pulls/7', undefined, headers);
    expect(data).toMatchObject({ message: 'Requires authentication' });
  });
});

test('lists come in pages of 30, or of what is asked for up to 100', async () => {
  const server = await start();
  for (let count = 0; count < 250; count += 1) server.addIssueComment(sara, String(count));
  const sizes = async (asked: string) => {
    const { data, headers } = await ask(server, `GET /issues/7/comments${asked}`);
    const pages = headers.get('link')?.match(/rel="\w+"/g) ?? [];
    return [Array.isArray(data) ? data.length : data, pages.join()];
  };
  expect(await sizes('')).toEqual([30, 'rel="next",rel="last"']);
  expect(await sizes('?per_page=100&page=2')).toEqual([100, 'rel="prev",rel="next",rel="last",rel="first"']);
  expect(await sizes('?per_page=100&page=3')).toEqual([50, 'rel="prev",rel="first"']);
  expect(await sizes('?per_page=1000&page=4')).toEqual([0, 'rel="prev",rel="first"']);
});

const threads = `{ repository(owner: "shop", name: "manifests") { pullRequest(number: 7) { reviewThreads(first: 50) {
  nodes { isResolved isOutdated line comments(first: 10) { nodes { databaseId author { login } } } } } } } }`;

test('GraphQL shows the same comments as threads', async () => {
  const server = await start();
  const { id } = server.addReviewComment({ user: bot, body: 'here', path, line: 4 });
  const reply = server.addReviewComment({ user: sara, body: 'why?', in_reply_to_id: id });
  server.setResolved(id, 'sara');
  const nodes = [
    { databaseId: id, author: { login: 'github-actions' } },
    { databaseId: reply.id, author: { login: 'sara' } },
  ];
  expect(await query(server, threads)).toEqual({
    data: {
      repository: {
        pullRequest: {
          reviewThreads: { nodes: [{ isResolved: true, isOutdated: false, line: 4, comments: { nodes } }] },
        },
      },
    },
  });
});

describe('after a push a comment', () => {
  const rows: [what: string, next: string, line: number | null][] = [
    ['stays on its line', patch, 4],
    ['follows its line', '@@ -1,5 +1,7 @@\n+1\n+2\n x\n y\n a\n-b\n+B\n c', 6],
    ['is outdated where its line is gone', '@@ -3,3 +3,3 @@\n a\n-b\n+BB\n c', null],
    ['is outdated where its file left the diff', '', null],
  ];

  test.each(rows)('%s', async (_what, next, line) => {
    const server = await start();
    await ask(server, 'POST /pulls/7/reviews', review(onLine));
    server.setHead('cd'.repeat(20), next === '' ? [] : files.map(file => ({ ...file, patch: next })));
    const commit = line === null ? headSha : 'cd'.repeat(20);
    const { data } = await ask(server, 'GET /pulls/7/comments');
    expect(data).toMatchObject([{ line, original_line: 4, commit_id: commit, original_commit_id: headSha }]);
    expect(JSON.stringify(await query(server, threads))).toContain(`"isOutdated":${line === null}`);
  });
});

test('an answer of the fake that breaks GitHub’s description is its own fault', async () => {
  const server = await start({ files: [{ sha: '', filename: path, status: 'touched' }] });
  expect((await ask(server, 'GET /pulls/7/files')).status).toBe(500);
  expect(server.contractFaults).toEqual([expect.stringContaining('/0/status must be equal to one of')]);
  server.contractFaults.length = 0;
});
