import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Review } from '../../../src/findings/review.js';
import { findingMarker, summaryMarker } from '../../../src/report/marker.js';
import { cause, finding, reviewOf } from './canned-review.js';
import { added, cannedRuns, headSha, type CannedRuns } from './canned-runs.js';
import { startFakeGitHub, type FakeGitHub, type FakeOptions } from '../fake/fake-github.js';
import type { Fault } from '../fake/faults.js';
import type { Account } from '../fake/state.js';

const bot: Account = { login: 'github-actions[bot]', type: 'Bot' };
const sara: Account = { login: 'sara', type: 'User' };
const mallory: Account = { login: 'mallory', type: 'User' };
let runs: CannedRuns;
let github: FakeGitHub | null = null;

beforeAll(async () => {
  runs = await cannedRuns();
});

afterEach(async () => {
  await github?.close();
  github = null;
});

afterAll(() => runs.remove());

async function start(given: Partial<FakeOptions> = {}): Promise<FakeGitHub> {
  github = await startFakeGitHub({ number: 7, headSha, files: [], token: 'write', ...given });
  return github;
}

function run({ url }: Pick<FakeGitHub, 'url'>, review: Review, given?: Parameters<CannedRuns['run']>[2]) {
  return runs.run(url, review, given);
}

const captured = finding('pay', 'error');
const elsewhere = finding('cart', 'warning');

describe('a pull request', () => {
  test('gets one review with what its diff shows, and the rest in the summary', async () => {
    const server = await start({ files: added('pay') });
    const result = await run(server, reviewOf([captured, elsewhere]));

    expect(server.writes).toEqual(['POST /pulls/7/reviews', 'POST /issues/7/comments']);
    expect(server.reviews).toMatchObject([{ event: 'COMMENT', commit_id: headSha }]);
    const [comment, ...others] = server.reviewComments;
    expect(others).toEqual([]);
    expect(comment).toMatchObject({ path: 'shop/pay.yaml', side: 'RIGHT', start_line: 1, line: 3 });
    expect(comment?.body).toContain(findingMarker([captured.fingerprint]));

    const [sticky] = server.issueComments;
    expect(sticky?.body).toContain(summaryMarker);
    expect(sticky?.body).toContain(`${headSha}/shop/cart.yaml?plain=1#L1-L3`);
    expect(sticky?.body).toContain(elsewhere.fix);
    expect(result.summary).toContain('ServiceEntry');
    expect(result.outputs).toMatchObject({ findings: '2', errors: '1', warnings: '1' });
    expect(result.report).toMatchObject({ findings: [{ fingerprint: captured.fingerprint }, {}] });
    expect(result.succeeded).toBe(false);
    expect(result.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringMatching(
        /^error: Egress review: 1 error and 1 warning\..*The comments on the pull request say what/,
      ),
    ]);
  });

  test('gets a summary that leads to the run where it had to be cut', async () => {
    const server = await start({ files: [] });
    const many = Array.from({ length: 100 }, (_, index) =>
      finding(`pay-${index}`, 'error', 1, { message: 'It is so. '.repeat(100) }),
    );
    const runPage = 'https://github.com/shop/manifests/actions/runs';
    await run(server, reviewOf(many));
    const rest = `There is more in the [job summary of the run](${runPage}/4711) that wrote this.`;
    expect(server.issueComments[0]?.body).toContain(`_Cut here, because GitHub takes no longer text. ${rest}_`);

    server.writes.length = 0;
    await run(server, reviewOf(many), { environment: { GITHUB_RUN_ID: '4712' } });
    expect(server.writes).toEqual([]);
  });

  test('gets nothing twice from a second run, and only the news from a third', async () => {
    const server = await start({ files: added('pay', 'stock') });
    await run(server, reviewOf([captured, elsewhere]));
    server.writes.length = 0;

    await run(server, reviewOf([captured, elsewhere]));
    expect(server.writes).toEqual([]);

    await run(server, reviewOf([captured, finding('stock', 'warning'), elsewhere]));
    expect(server.reviews.map(({ body }) => body)).toEqual(
      ['1 error', '1 warning'].map(
        counts => `Egress review of abababa, new on these lines: ${counts}. The summary comment has the rest.`,
      ),
    );
    expect(server.writes).toEqual(['POST /pulls/7/reviews', expect.stringMatching(/^PATCH \/issues\/comments\/\d+$/)]);
    expect(server.reviewComments.map(({ path }) => path)).toEqual(['shop/pay.yaml', 'shop/stock.yaml']);
    expect(server.issueComments).toHaveLength(1);
  });

  test('keeps one comment, its thread and the replies where a finding only becomes severer, and where it becomes milder', async () => {
    const server = await start({ files: added('pay'), token: 'maintainer' });
    await run(server, reviewOf([finding('pay', 'warning')]));
    const [{ id = 0 } = {}] = server.reviewComments;
    server.addReviewComment({ user: sara, body: 'Is that so?', in_reply_to_id: id });
    server.writes.length = 0;

    for (const severity of ['error', 'notice'] as const) {
      await run(server, reviewOf([finding('pay', severity)]));
      const [ours, reply, ...others] = server.reviewComments;
      expect(ours?.body).toMatch(severity === 'error' ? /^🔴 \*\*Error: / : /^🔵 \*\*Notice: /);
      expect([reply?.body, others]).toEqual(['Is that so?', []]);
    }
    const edits = [`PATCH /pulls/comments/${id}`, expect.stringMatching(/^PATCH \/issues\/comments\/\d+$/)];
    expect(server.writes).toEqual([...edits, ...edits]);
    expect(server.threads).toMatchObject([{ comment: id, resolvedBy: null }]);
  });

  test('keeps what a maintainer writes below our comment and below the summary, and gets neither twice', async () => {
    const server = await start({ files: added('pay') });
    await run(server, reviewOf([finding('pay', 'warning')]));
    const ours = () => [server.reviewComments[0], server.issueComments[0]].map(comment => comment?.body ?? '');
    const [comment = '', sticky = ''] = ours();
    for (const edited of [...server.reviewComments, ...server.issueComments]) edited.body += '\r\n\r\nWe want that.';
    server.writes.length = 0;

    await run(server, reviewOf([finding('pay', 'warning')]));
    expect(server.writes).toEqual([]);

    await run(server, reviewOf([captured]));
    expect([server.reviewComments.length, server.issueComments.length]).toEqual([1, 1]);
    const [said = '', summed = ''] = ours();
    expect([said === comment, summed === sticky]).toEqual([false, false]);
    for (const text of [said, summed]) expect(text).toMatch(/ -->\r\n\r\nWe want that\.$/);
  });

  test('gets one comment for what differs in its port alone, which tells the news of it too', async () => {
    const on = (port: number) =>
      finding('pay', 'error', 1, {
        subject: { hosts: ['pay.shop.example'], port },
        fingerprint: String(port).padStart(16, '0'),
        title: `pay.shop.example takes connections to port ${port}`,
      });
    const server = await start({ files: added('pay') });
    await run(server, reviewOf([on(443), on(8443)]));
    expect(server.reviewComments).toHaveLength(1);
    expect(server.reviewComments[0]?.body).toContain('ports 443 and 8443');
    expect(server.issueComments[0]?.body).not.toContain('<summary>🔴');
    server.writes.length = 0;

    await run(server, reviewOf([on(443), on(8443)]));
    expect(server.writes).toEqual([]);

    await run(server, reviewOf([on(8443)]));
    await run(server, reviewOf([on(8443), on(9443)]));
    const edits = ['PATCH /pulls/comments/1002', 'PATCH /issues/comments/1003'];
    expect(server.writes).toEqual([...edits, ...edits]);
    expect(server.reviewComments).toHaveLength(1);
    expect(server.reviewComments[0]?.body).toContain('ports 8443 and 9443');
    expect(server.issueComments[0]?.body).not.toContain('<summary>🔴');
  });

  test('with several uses of the action has the comments of each, and none calls those of another solved', async () => {
    const server = await start({ files: added('pay', 'stock') });
    const uses: [inputs: Record<string, string>, name: string][] = [
      [{}, 'pay'],
      [{ name: 'payments' }, 'pay'],
      [{ name: 'stock-2' }, 'stock'],
    ];
    const runAll = async () => {
      for (const [inputs, name] of uses) await run(server, reviewOf([finding(name, 'error')]), { inputs });
    };
    await runAll();
    expect(server.reviewComments.map(({ path }) => path)).toEqual(
      ['pay', 'pay', 'stock'].map(name => `shop/${name}.yaml`),
    );
    expect(server.issueComments).toHaveLength(3);
    server.writes.length = 0;

    await runAll();
    expect(server.writes).toEqual([]);

    await run(server, reviewOf([]), { inputs: { name: 'payments' } });
    expect(server.reviewComments.map(({ body }) => body.includes('Solved in'))).toEqual([false, true, false]);
  });

  test('that is clean gets no comment at all', async () => {
    const server = await start();
    const result = await run(server, reviewOf([]));
    expect(server.writes).toEqual([]);
    expect(result).toMatchObject({ succeeded: true, annotations: [], outputs: { findings: '0' } });
    expect(result.summary).not.toBe('');
  });

  test('that became clean has its summary say so', async () => {
    const server = await start({ files: added('pay') });
    await run(server, reviewOf([captured]));
    const before = server.issueComments[0]?.body;
    const result = await run(server, reviewOf([]));
    expect(result.succeeded).toBe(true);
    expect(server.issueComments).toHaveLength(1);
    expect(server.issueComments[0]?.body).not.toBe(before);
  });

  test('with more findings than a review bears gets the most severe on its lines and none of them later', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `pay-${index}`);
    const server = await start({ files: added(...names) });
    const review = reviewOf(names.map((name, index) => finding(name, index < 30 ? 'error' : 'notice')));
    await run(server, review);
    expect(server.reviewComments.map(({ path }) => path)).toEqual(names.slice(0, 25).map(name => `shop/${name}.yaml`));
    server.writes.length = 0;
    await run(server, review);
    expect(server.writes).toEqual([]);
  });

  test('shows a removed resource on the lines of the base, under the path that it has now', async () => {
    const file = { sha: 'another', filename: 'shop/all.yaml', previous_filename: 'shop/pay.yaml', status: 'renamed' };
    const server = await start({
      files: [{ ...file, patch: '@@ -1,4 +1,1 @@\n-# pay\n-kind: ServiceEntry\n-spec: {}\n # rest' }],
    });
    await run(
      server,
      reviewOf([finding('pay', 'error', 1, { causes: [cause('pay', 1, { side: 'base', change: 'removed' })] })]),
    );
    expect(server.reviewComments).toMatchObject([{ path: 'shop/all.yaml', side: 'LEFT', start_line: 1, line: 3 }]);
  });

  test('is read to the last page', async () => {
    const files = [...added(...Array.from({ length: 210 }, (_, index) => `other-${index}`)), ...added('pay', 'stock')];
    const server = await start({ files });
    for (let count = 0; count < 130; count += 1) {
      server.addReviewComment({ user: sara, body: 'looks good' });
      server.addIssueComment(sara, 'looks good');
    }
    const { id: ours } = server.addReviewComment({ user: bot, body: findingMarker([captured.fingerprint]) });
    const { id: sticky } = server.addIssueComment(bot, summaryMarker);

    await run(server, reviewOf([captured, finding('stock', 'error')]));
    expect(server.writes).toEqual([
      'POST /pulls/7/reviews',
      `PATCH /pulls/comments/${ours}`,
      `PATCH /issues/comments/${sticky}`,
    ]);
    expect(server.reviewComments.slice(131)).toMatchObject([{ path: 'shop/stock.yaml' }]);
  });

  test('cannot be silenced by a person who writes our markers', async () => {
    const server = await start({ files: added('pay') });
    server.addReviewComment({ user: mallory, body: findingMarker([captured.fingerprint]) });
    server.addIssueComment(mallory, summaryMarker);
    await run(server, reviewOf([captured]));
    expect(server.writes).toEqual(['POST /pulls/7/reviews', 'POST /issues/7/comments']);
    expect(server.issueComments[0]?.body).toBe(summaryMarker);
  });

  test('keeps what another workflow of the same account quotes of our summary', async () => {
    const server = await start({ files: added('pay') });
    const body = `Plan: 1 to add\n\n${summaryMarker}`;
    server.addIssueComment(bot, body);
    await run(server, reviewOf([captured]));
    expect(server.writes).toEqual(['POST /pulls/7/reviews', 'POST /issues/7/comments']);
    expect(server.issueComments[0]?.body).toBe(body);
  });

  test('gets nothing twice though GitHub does not tell who we are', async () => {
    const server = await start({ files: added('pay'), tellsViewer: false });
    await run(server, reviewOf([captured]));
    server.writes.length = 0;
    await run(server, reviewOf([captured]));
    expect(server.writes).toEqual([]);
  });
});

describe('when GitHub refuses', () => {
  const permission = '`permissions: pull-requests: write`';
  const failing = (on: Fault['on'], status: number, message: string) => ({
    faults: [{ on, instead: { status, message } }],
  });
  type Row = [what: string, pull: Partial<FakeOptions>, words: string];
  const rows: Row[] = [
    ["to write with a fork's token", { token: 'read' }, permission],
    ['to show the pull request at all', { token: 'none' }, permission],
    ['the review', failing('POST /pulls/7/reviews', 403, 'rate limit'), 'rate limit'],
    ['because it is down', failing('GET /pulls/7/files', 502, 'Bad Gateway'), 'Bad Gateway'],
  ];

  test.each(rows)('%s, the findings become annotations and the verdict stays', async (_what, pull, words) => {
    const server = await start({ files: added('pay'), ...pull });
    const bad = await run(server, reviewOf([captured, elsewhere]));
    expect(server.issueComments).toEqual([]);
    expect(bad.succeeded).toBe(false);
    expect(bad.outputs).toMatchObject({ findings: '2', errors: '1', warnings: '1' });
    expect(bad.summary).toContain(captured.fix);
    expect(bad.summary).toContain(elsewhere.fix);
    expect(bad.annotations).toMatchObject([
      { level: 'error', file: 'shop/pay.yaml', line: 1 },
      { level: 'error', message: expect.stringContaining('Egress review: 1 error and 1 warning.') },
      { level: 'warning', message: expect.stringContaining(words) },
      { level: 'warning', file: 'shop/cart.yaml', line: 1 },
    ]);

    const good = await run(server, reviewOf([elsewhere]));
    expect(good.succeeded).toBe(true);
  });

  test('and nobody listens, the findings become annotations and the verdict stays', async () => {
    const server = await start();
    const { url } = server;
    await server.close();
    const result = await run({ ...server, url }, reviewOf([captured]));
    expect(result.succeeded).toBe(false);
    expect(result.annotations).toMatchObject([{ file: 'shop/pay.yaml' }, { level: 'error' }, { level: 'warning' }]);
    github = null;
  });
});

test('more findings than the runner notes leave room for the verdict', async () => {
  const server = await start({ token: 'read' });
  const many = Array.from({ length: 30 }, (_, index) => finding(`pay-${index}`, 'error'));
  const { annotations } = await run(server, reviewOf(many));
  expect(annotations.filter(({ level }) => level === 'error')).toHaveLength(10);
  expect(annotations.some(({ message }) => message.startsWith('Egress review: 30 errors.'))).toBe(true);
});

test('what a manifest says cannot command the runner', async () => {
  const server = await start({ token: 'read' });
  const evil = '\n::stop-commands::x\r\n::error file=a,line=1::%0A::set-output name=errors::0';
  const review = reviewOf([finding('pay', 'error', 1, { title: evil, message: evil, fix: evil })], {
    problems: [
      { code: 'yaml-syntax', message: evil, at: { file: evil, line: 1, column: 1, endLine: 1, endColumn: 1 } },
    ],
  });
  const { log } = await run(server, review);
  const commands = [...log.matchAll(/^::(\S+?)[ :]/gm)].map(([, name]) => name);
  // Masked are the token, and how Git sends it
  expect(commands).toEqual(['add-mask', 'add-mask', 'error', 'error', 'warning', 'error']);
});

test('an event without a pull request is reviewed, but not commented on', async () => {
  const server = await start();
  const inputs = { base: 'main', head: 'topic' };
  const event = { name: 'issue_comment', sha: 'pushed', payload: {} };
  const result = await run(server, reviewOf([captured]), { inputs, event });
  expect(server.requests).toEqual([]);
  expect(result).toMatchObject({ succeeded: false, outputs: { errors: '1' } });
  expect(result.annotations).toMatchObject([{ file: 'shop/pay.yaml' }, { level: 'error' }]);
  expect(result.summary).toContain(captured.fix);
});
