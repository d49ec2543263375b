import { afterEach, describe, expect, test } from '@jest/globals';
import { ask, query } from './client.js';
import { startFakeGitHub, type FakeGitHub, type FakeOptions } from './fake-github.js';
import { watchFor, type Fault } from './faults.js';
import { primaryLimit, secondaryLimit } from './limits.js';

let github: FakeGitHub | null = null;

async function start(given: Partial<FakeOptions>): Promise<FakeGitHub> {
  github = await startFakeGitHub({ number: 7, headSha: 'ab'.repeat(20), files: [], token: 'maintainer', ...given });
  return github;
}

afterEach(() => github?.close());

const post = 'POST /issues/7/comments';

/** What a client makes of it: a status, or that there was none. */
const outcome = (server: FakeGitHub) =>
  ask(server, post, { body: 'a' }).then(
    ({ status }) => String(status),
    (error: Error) => (error.name === 'SyntaxError' ? 'no JSON' : 'no answer'),
  );

const badGateway = { status: 502, message: 'Bad Gateway' };

describe('where', () => {
  const rows: [what: string, fault: Omit<Fault, 'on'>, seen: string[], done: number][] = [
    ['the first is refused', { nth: 1, instead: badGateway }, ['502', '201', '201'], 2],
    ['the second and third are', { nth: [2, 3], instead: badGateway }, ['201', '502', '502'], 1],
    ['all are', { instead: badGateway }, ['502', '502', '502'], 0],
    ['the socket closes before anything is done', { nth: 1, instead: 'closed socket' }, ['no answer', '201', '201'], 2],
    ['it closes when all is done', { nth: 1, after: 'closed socket' }, ['no answer', '201', '201'], 3],
    ['a proxy fails when all is done', { nth: 1, after: badGateway }, ['502', '201', '201'], 3],
    ['the answer is a page of a proxy', { nth: 1, instead: 'HTML' }, ['no JSON', '201', '201'], 2],
    ['the answer breaks off', { nth: 1, after: 'half an answer' }, ['no answer', '201', '201'], 3],
  ];

  test.each(rows)('%s, clients see it and the state shows what was done', async (_what, fault, seen, done) => {
    const server = await start({ faults: [{ on: post, ...fault }] });
    expect([await outcome(server), await outcome(server), await outcome(server)]).toEqual(seen);
    expect([server.issueComments.length, server.writes.length]).toEqual([done, done]);
  });
});

test('an answer that never comes leaves the client to its patience', async () => {
  const server = await start({ faults: [{ on: post, instead: 'no answer' }] });
  const signal = AbortSignal.timeout(200);
  await expect(
    fetch(`${server.url}/repos/shop/manifests/issues/7/comments`, { method: 'POST', signal }),
  ).rejects.toThrow();
});

test('an answer can be made another, unseen by the description', async () => {
  const server = await start({ faults: [{ on: post, mutate: answer => ({ ...(answer as object), id: null }) }] });
  expect((await ask(server, post, { body: 'a' })).data).toMatchObject({ id: null, body: 'a' });
});

test('a mutation of GraphQL can fail apart from the queries', async () => {
  const server = await start({ faults: [{ on: 'graphql resolveReviewThread', instead: badGateway }] });
  const { id } = server.addReviewComment({ user: null, body: 'a' });
  expect(await query(server, '{ viewer { login } }')).toMatchObject({ data: { viewer: {} } });
  const resolve = `mutation { resolveReviewThread(input: { threadId: "PRRT_${id}" }) { thread { id } } }`;
  expect(await query(server, resolve)).toMatchObject({ message: 'Bad Gateway' });
  expect(server.threads).toMatchObject([{ resolvedBy: null }]);
});

test.each([
  ['PATCH /issues/comments/*', 'PATCH /issues/comments/12', true],
  ['PATCH /issues/comments/*', 'PATCH /issues/comments/12/x', false],
  ['GET /pulls/7', 'GET /pulls/7/files', false],
  ['any request', 'git info/refs', true],
])('"%s" means "%s": %s', (on, name, meant) => {
  expect(watchFor([{ on, instead: badGateway }])([name]) !== null).toBe(meant);
});

describe('GitHub’s limits', () => {
  test('say when to come back', () => {
    expect(secondaryLimit(3, 429)).toMatchObject({ status: 429, headers: { 'retry-after': '3' } });
    expect(secondaryLimit(3).message).toContain('You have exceeded a secondary rate limit');
    expect(primaryLimit(3)).toMatchObject({ status: 403, headers: { 'x-ratelimit-remaining': '0' } });
  });

  test('end a job that asks too often', async () => {
    const server = await start({ limits: { requests: 2 } });
    const replies = [
      await ask(server, 'GET /pulls/7'),
      await ask(server, 'GET /pulls/7'),
      await ask(server, 'GET /pulls/7'),
    ];
    expect(replies.map(({ status, headers }) => [status, headers.get('x-ratelimit-remaining')])).toEqual([
      [200, '1'],
      [200, '0'],
      [403, '0'],
    ]);
    expect(Number(replies[2]?.headers.get('x-ratelimit-reset')) * 1000).toBeGreaterThan(Date.now());
  });

  test('let it read on when it has written too much', async () => {
    const server = await start({ limits: { content: 1, retryAfter: 60 } });
    expect([await outcome(server), await outcome(server)]).toEqual(['201', '403']);
    expect((await ask(server, post, { body: 'a' })).headers.get('retry-after')).toBe('60');
    expect((await ask(server, 'GET /pulls/7')).status).toBe(200);
    expect(server.issueComments).toHaveLength(1);
  });
});
