import { describe, expect, test } from '@jest/globals';
import type { Review } from '../../src/findings/review.js';
import { runAction, type Run } from '../../src/github/run-action.js';
import type { Annotation } from '../../src/report/annotations.js';
import { InputError, type Problem } from '../../src/source/problem.js';
import { finding, reviewOf } from './comments/canned-review.js';

/** Runs on a `push` event, which needs nothing of GitHub, and gives what the runner was told. */
async function run(review: Review | Error, inputs: Record<string, string> = {}, given: Partial<Run> = {}) {
  const told = { failed: [] as string[], logged: [] as string[], annotations: [] as Annotation[], summary: '' };
  const outputs: Record<string, string | number> = {};
  const asked: unknown[] = [];
  await runAction({
    input: name => ({ base: 'main', head: 'topic', ...inputs })[name] ?? '',
    event: { name: 'push', sha: '', payload: {} },
    repositoryUrl: 'https://github.com/shop/manifests',
    history: { commitOf: rev => `commit-of-${rev}`, parentsOf: () => [], mergeBase: () => null, blobAt: () => null },
    review: (refs, decoded) => {
      asked.push({ ...refs, ...decoded });
      if (review instanceof Error) throw review;
      return review;
    },
    pullRequest: () => {
      throw new Error('no pull request to ask for');
    },
    saveReports: () => ({ report: 'report.json', sarif: 'report.sarif' }),
    writeSummary: async markdown => void (told.summary = markdown),
    setOutput: (name, value) => void (outputs[name] = value),
    annotate: annotation => void told.annotations.push(annotation),
    log: line => void told.logged.push(line),
    fail: message => void told.failed.push(message),
    ...given,
  });
  return { ...told, outputs, asked };
}

const problem: Problem = {
  code: 'yaml-syntax',
  message: 'a tab indents this line',
  at: { file: 'shop/pay.yaml', line: 3, column: 1, endLine: 3, endColumn: 1 },
};

describe('the check', () => {
  const error = reviewOf([finding('pay', 'error')]);
  const warning = reviewOf([finding('pay', 'warning')]);
  const notice = reviewOf([finding('pay', 'notice')]);
  const broken = reviewOf([], { problems: [problem] });
  const clean = reviewOf([]);

  const rows: [verdict: 'fails' | 'passes', what: string, failOn: string, review: Review][] = [
    ['fails', 'an error', '', error],
    ['passes', 'a warning', '', warning],
    ['fails', 'an error', 'error', error],
    ['passes', 'a warning', 'error', warning],
    ['fails', 'an error', 'warning', error],
    ['fails', 'a warning', 'warning', warning],
    ['passes', 'a notice', 'warning', notice],
    ['passes', 'an error', 'never', error],
    ['passes', 'nothing', 'warning', clean],
    ['fails', 'a manifest that cannot be read', 'error', broken],
    ['fails', 'a manifest that cannot be read', 'never', broken],
  ];

  test.each(rows)('%s on %s with fail-on "%s"', async (verdict, _what, failOn, review) => {
    const { failed, logged, outputs, summary } = await run(review, { 'fail-on': failOn });
    expect([failed.length, logged.length]).toEqual(verdict === 'fails' ? [1, 0] : [0, 1]);
    expect([...failed, ...logged]).toEqual([expect.stringMatching(/^Egress review: /)]);
    const { errors, warnings } = review.summary;
    expect(outputs).toEqual({
      findings: review.findings.length,
      errors,
      warnings,
      report: 'report.json',
      sarif: 'report.sarif',
    });
    expect(summary).not.toBe('');
  });
});

test('the review gets what the inputs say', async () => {
  const { asked } = await run(reviewOf([]), { 'istio-version': '1.30', paths: 'mesh/a\nmesh/b' });
  expect(asked).toEqual([
    expect.objectContaining({ base: 'main', head: 'topic', istioVersion: '1.30', paths: ['mesh/a', 'mesh/b'] }),
  ]);
});

test('a manifest that cannot be read is annotated on its line, beside the findings', async () => {
  const { annotations } = await run(reviewOf([finding('pay', 'error')], { problems: [problem] }));
  expect(annotations).toMatchObject([
    { level: 'error', file: 'shop/pay.yaml', line: 3, message: 'a tab indents this line [yaml-syntax]' },
    { level: 'error', file: 'shop/pay.yaml', line: 1 },
  ]);
});

test('bad input fails with each problem and its place, and without a stack', async () => {
  const unknown: Problem = { code: 'unknown-revision', message: 'no revision "topic"', at: null };
  const { failed, outputs } = await run(new InputError([unknown, problem]));
  expect(failed).toEqual(['no revision "topic"\nshop/pay.yaml:3:1: a tab indents this line']);
  expect(outputs).toEqual({});
});

test('a wrong input is said before anything is reviewed', async () => {
  const { failed, asked } = await run(reviewOf([]), { 'fail-on': 'sometimes' });
  expect(failed).toEqual(['input `fail-on` is "sometimes": write one of `error`, `warning`, `never`']);
  expect(asked).toEqual([]);
});

test('a bug fails the check with its stack and asks for a report', async () => {
  const { failed } = await run(new TypeError('cannot read listeners of undefined'));
  expect(failed).toEqual([expect.stringMatching(/^this is a bug in istio-egress-review, please report it/)]);
  expect(failed[0]).toContain('TypeError: cannot read listeners of undefined\n    at ');
});

test('a bug while commenting is a bug, not a refusal of GitHub', async () => {
  const payload = { pull_request: { number: 7, head: { sha: 'tip' }, base: { sha: 'main' } } };
  const event = { name: 'pull_request', sha: 'merge', payload };
  const { failed } = await run(reviewOf([]), { token: 'ghs_1' }, { event });
  expect(failed).toEqual([expect.stringContaining('Error: no pull request to ask for')]);
});

test('without a token the findings become annotations', async () => {
  const payload = { pull_request: { number: 7, head: { sha: 'tip' }, base: { sha: 'main' } } };
  const event = { name: 'pull_request', sha: 'merge', payload };
  const { failed, annotations } = await run(reviewOf([finding('pay', 'error')]), {}, { event });
  expect(failed).toEqual([expect.stringMatching(/^Egress review: 1 error/)]);
  expect(annotations).toMatchObject([
    { level: 'error', file: 'shop/pay.yaml' },
    { level: 'warning', message: expect.stringContaining('input `token` is empty') },
  ]);
});
