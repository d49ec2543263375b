import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startFakeGitHub, type FakeFile, type FakeGitHub, type FakeOptions } from '../fake/fake-github.js';
import type { Fault } from '../fake/faults.js';
import { primaryLimit, secondaryLimit } from '../fake/limits.js';
import { finding, reviewOf } from './canned-review.js';
import { added, cannedRuns, headSha, type CannedRuns } from './canned-runs.js';

let runs: CannedRuns;
let github: FakeGitHub;

beforeAll(async () => {
  runs = await cannedRuns();
});

afterEach(() => github.close());

afterAll(() => runs.remove());

async function start(given: Partial<FakeOptions> = {}): Promise<FakeGitHub> {
  github = await startFakeGitHub({ number: 7, headSha, files: added('pay'), token: 'write', ...given });
  return github;
}

/** One that the diff shows, and one that it does not. */
const captured = finding('pay', 'error');
const elsewhere = finding('cart', 'warning');
const review = reviewOf([captured, elsewhere]);

const onReview = 'POST /pulls/7/reviews';
const onSummary = 'POST /issues/7/comments';
const onComments = 'GET /pulls/7/comments';
const onFiles = 'GET /pulls/7/files';
const both = [onReview, onSummary];

const badGateway = { status: 502, message: 'Bad Gateway' };
const moved = { message: 'Moved', headers: { location: '/repos/shop/manifests/pulls/7' } };
const hour = 3600;

/** Whose findings became annotations. */
type Annotated = 'none' | 'cart' | 'both';

type Row = [
  what: string,
  fault: Fault,
  written: string[],
  annotated: Annotated,
  warning: RegExp | null,
  requests?: number,
];

// prettier-ignore
const rows: Row[] = [
  // What a second question mends is nobody's business
  ['a server in trouble, once',               { on: onFiles, nth: 1, instead: badGateway },                       both, 'none', null],
  ['a connection that closes, once',          { on: onComments, nth: 1, instead: 'closed socket' },               both, 'none', null],
  ['no answer, once',                         { on: onComments, nth: 1, instead: 'no answer' },                   both, 'none', null],
  ['trouble with GraphQL, twice',             { on: 'graphql viewer', nth: [1, 2], instead: badGateway },         both, 'none', null],
  ['a short rate limit, by 403',              { on: onReview, nth: 1, instead: secondaryLimit(1) },               both, 'none', null],
  ['a short rate limit, by 429, twice',       { on: onReview, nth: [1, 2], instead: secondaryLimit(1, 429) },     both, 'none', null],

  // To follow would turn the review into a question, and its answer into a success
  ['a redirection of what is posted',         { on: onReview, nth: 1, instead: { ...moved, status: 301 } },       [], 'both', /refers to another address/],
  ['a redirection of what is asked',          { on: onFiles, nth: 1, instead: { ...moved, status: 302 } },        [], 'both', /refers to another address/],

  // What GitHub may have done is looked for before it is sent again
  ['a review that stands though nobody heard', { on: onReview, nth: 1, after: 'closed socket' },                  both, 'none', null],
  ['a review that stands, said to have failed', { on: onReview, nth: 1, after: badGateway },                      both, 'none', null],
  ['a review that stands, without an answer', { on: onReview, nth: 1, after: 'no answer' },                       both, 'none', null],
  ['a review that stands, with half an answer', { on: onReview, nth: 1, after: 'half an answer' },                both, 'none', null],
  ['a review that stands, with another answer', { on: onReview, nth: 1, mutate: () => ['?'] },                    both, 'none', null],
  ['a review that was lost',                  { on: onReview, nth: 1, instead: 'closed socket' },                 both, 'none', null],
  ['a summary that stands though nobody heard', { on: onSummary, nth: 1, after: 'closed socket' },                both, 'none', null],
  ['a summary that was lost',                 { on: onSummary, nth: 1, instead: badGateway },                     both, 'none', null],

  // An outage ends it where it is; what was posted counts
  ['an outage while it reads',                { on: onFiles, nth: [1, 3], instead: badGateway },                  [], 'both', /Bad Gateway/],
  ['an outage at the review',                 { on: onReview, nth: [1, 2], instead: badGateway },                 [], 'both', /Bad Gateway/],
  ['an outage after the review',              { on: onSummary, nth: [1, 2], instead: badGateway },                [onReview], 'cart', /Bad Gateway/],
  ['nobody who says who we are',              { on: 'graphql viewer', nth: [1, 3], instead: badGateway },         [], 'both', /Bad Gateway/],
  ['a long rate limit',                       { on: onReview, nth: 1, instead: secondaryLimit(hour) },            [], 'both', /secondary rate limit.* takes requests again from \d{4}-/],
  ['a rate limit that does not end',          { on: onReview, nth: [1, 3], instead: secondaryLimit(1) },          [], 'both', /secondary rate limit/],
  ['the rate limit of the hour',              { on: onFiles, nth: 1, instead: primaryLimit(hour) },               [], 'both', /rate limit exceeded.* takes requests again from \d{4}-/],
  ['the rate limit of the hour on GraphQL',   { on: 'graphql viewer', nth: 1, instead: primaryLimit(hour) },      [], 'both', /rate limit exceeded/],

  // What cannot be read is no list without entries
  ['the page of a proxy',                     { on: onComments, nth: 1, instead: 'HTML' },                        [], 'both', /cannot be read: expected a list/],
  ['half a list',                             { on: onComments, nth: 1, after: 'half an answer' },                [], 'both', /cannot be read: expected a list/],
  ['a list of something else',                { on: onComments, nth: 1, mutate: () => [null, 7] },                [], 'both', /expected a review comment, found null/],
  ['files without names',                     { on: onFiles, nth: 1, mutate: () => [{}] },                        [], 'both', /expected a changed file's name/],
  ['a pull request without a head',           { on: 'GET /pulls/7', nth: 1, mutate: () => ({ head: {} }) },       [], 'both', /expected a head's sha/],
  ['the page of a proxy for GraphQL',         { on: 'graphql viewer', nth: 1, instead: 'HTML' },                  [], 'both', /cannot be read: expected an answer/],
  ['nothing from GraphQL',                    { on: 'graphql viewer', nth: 1, mutate: () => null },               [], 'both', /did not take the comments/],

  // A refusal
  ['a pull request that is locked',           { on: onSummary, nth: 1, instead: { status: 403, message: 'locked' } }, [onReview], 'cart', /nobody may comment .* now: locked.*Unlock/],
];

describe('the verdict stays, and what is not said in comments is annotated, after', () => {
  test.each(rows)('%s', async (_what, fault, written, annotated, warning) => {
    const { url, writes } = await start({ faults: [fault] });
    const result = await runs.run(url, review);
    expect(writes).toEqual(written);
    expect(result.succeeded).toBe(false);
    expect(result.outputs).toMatchObject({ findings: '2', errors: '1', warnings: '1' });

    const names = { none: [], cart: ['shop/cart.yaml'], both: ['shop/pay.yaml', 'shop/cart.yaml'] };
    expect(result.annotations.flatMap(({ file }) => file ?? [])).toEqual(names[annotated]);
    const warnings = result.annotations.filter(({ level, file }) => level === 'warning' && file === undefined);
    expect(warnings.map(({ message }) => message)).toEqual(warning === null ? [] : [expect.stringMatching(warning)]);

    const next = await runs.run(url, review, { inputs: { 'fail-on': 'never' } });
    expect(writes).toEqual(both);
    expect(next.succeeded).toBe(true);
    expect(next.annotations).toEqual([]);
    expect([github.reviewComments.length, github.issueComments.length]).toEqual([1, 1]);
  });
});

test('a token that GitHub does not know is named as the reason', async () => {
  const { url } = await start({ token: 'bad' });
  const { succeeded, annotations } = await runs.run(url, reviewOf([elsewhere]));
  expect(succeeded).toBe(true);
  expect(annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining('GitHub does not know the input `token`: Bad credentials') },
    { level: 'warning', file: 'shop/cart.yaml' },
  ]);
});

test('a server that never answers ends neither the verdict nor the job’s patience', async () => {
  const { url } = await start({ faults: [{ on: 'any request', instead: 'no answer' }] });
  const { succeeded, annotations } = await runs.run(url, reviewOf([elsewhere]));
  expect(succeeded).toBe(true);
  expect(annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining('no answer within 20 seconds') },
    { file: 'shop/cart.yaml' },
  ]);
});

describe('a comment that GitHub does not take on its line', () => {
  /** The lists of files tell of a line that GitHub then refuses. */
  const alsoShowing = (...files: FakeFile[]): Fault => ({
    on: onFiles,
    mutate: answer => [...(answer as unknown[]), ...files],
  });
  const refused = added('cart', 'stock');

  test('is told by the summary, and the others stand on their lines', async () => {
    const { url, writes } = await start({ faults: [alsoShowing(...refused)] });
    const all = [captured, finding('stock', 'error'), elsewhere];
    const result = await runs.run(url, reviewOf(all));

    expect(writes).toEqual(both);
    expect(github.reviewComments.map(({ path }) => path)).toEqual(['shop/pay.yaml']);
    expect(github.issueComments[0]?.body).toContain('<summary>🔴 Error: ServiceEntry <code>shop/stock</code>');
    expect(github.issueComments[0]?.body).toContain('<summary>🟡 Warning: ServiceEntry <code>shop/cart</code>');
    expect(github.issueComments[0]?.body).not.toContain('<summary>🔴 Error: ServiceEntry <code>shop/pay</code>');
    const [, warning, ...others] = result.annotations;
    expect(others).toEqual([]);
    expect(warning?.message).toMatch(/refused comments on lines.*: shop\/stock\.yaml:3 \(.*\); shop\/cart\.yaml:3 \(/);

    await runs.run(url, reviewOf(all));
    expect(writes).toEqual(both);
  });

  test('after a push means that another run says it: nothing is posted', async () => {
    const push: Fault = {
      on: onFiles,
      nth: 1,
      mutate: answer => {
        github.setHead('cd'.repeat(20), added('stock'));
        return answer;
      },
    };
    const { url, requests, writes } = await start({ faults: [push] });
    const { annotations } = await runs.run(url, review);
    expect(writes).toEqual([]);
    expect(requests.filter(request => request.startsWith('POST /repos'))).toHaveLength(1);
    expect(annotations.filter(({ level }) => level === 'notice')).toMatchObject([
      { message: expect.stringContaining('nothing was posted, because the pull request is at cdcdcdc by now') },
    ]);
  });
});

describe('an edit that GitHub does not take', () => {
  const invalid: Fault = { on: 'PATCH /pulls/comments/*', instead: { status: 422, message: 'Validation Failed' } };
  const reworded = { ...captured, message: 'The entry pay has still no addresses.' };

  test('leaves the finding to the summary, until a later run edits the comment', async () => {
    const { url, writes } = await start();
    await runs.run(url, reviewOf([captured]));
    const said = github.reviewComments[0]?.body;
    github.become({ token: 'write', faults: [invalid] });
    writes.length = 0;

    const { annotations } = await runs.run(url, reviewOf([reworded, elsewhere]));
    expect(writes).toEqual([expect.stringMatching(/^PATCH \/issues\/comments\//)]);
    expect(github.reviewComments.map(({ body }) => body)).toEqual([said]);
    expect(github.issueComments[0]?.body).toContain('has still no addresses');
    expect(annotations.slice(1)).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(/refused to edit comments.*: shop\/pay\.yaml:3 \(Validation Failed/),
      },
    ]);
    await runs.run(url, reviewOf([reworded, elsewhere]));
    expect(writes).toHaveLength(1);

    github.become({ token: 'write', faults: [] });
    await runs.run(url, reviewOf([reworded, elsewhere]));
    expect(github.reviewComments.map(({ body }) => body)).toEqual([expect.stringContaining('has still no addresses')]);
    expect(github.issueComments[0]?.body).not.toContain('has still no addresses');
  });

  test('that would say solved does not keep the summary from saying so', async () => {
    const { url } = await start();
    await runs.run(url, reviewOf([captured]));
    github.become({ token: 'write', faults: [invalid] });
    const { succeeded, annotations } = await runs.run(url, reviewOf([]));
    expect(succeeded).toBe(true);
    expect(annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('shop/pay.yaml:3') }]);
    expect(github.issueComments[0]?.body).toContain('Egress review: no findings.');
  });
});

describe('nothing is posted, and the verdict stays, when the pull request', () => {
  test.each<[when: string, given: Partial<FakeOptions>, words: string]>([
    ['has another head by now', { headSha: 'cd'.repeat(20) }, 'the pull request is at cdcdcdc by now'],
    ['is closed', { isOpen: false }, 'the pull request is closed'],
  ])('%s', async (_when, given, words) => {
    const { url, writes } = await start(given);
    const { succeeded, annotations } = await runs.run(url, review);
    expect(writes).toEqual([]);
    expect(succeeded).toBe(false);
    expect(annotations.at(-1)).toMatchObject({ level: 'notice', message: expect.stringContaining(words) });
  });
});
