import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { secretsOf, withoutSecrets } from '../../src/github/secrets.js';
import { finding, reviewOf } from './comments/canned-review.js';
import { cannedRuns, headSha, type CannedRuns } from './comments/canned-runs.js';
import { startFakeGitHub } from './fake/fake-github.js';
import type { Fault } from './fake/faults.js';
import { jobToken } from './fake/permissions.js';

const basic = Buffer.from(`x-access-token:${jobToken}`).toString('base64');
let runs: CannedRuns;

beforeAll(async () => {
  runs = await cannedRuns();
});

afterAll(() => runs.remove());

/** Runs the action where GitHub's answers repeat what they were sent. */
async function run(fault: Fault, problem: string) {
  const github = await startFakeGitHub({ number: 7, headSha, files: [], token: 'write', faults: [fault] });
  const review = reviewOf([finding('pay', 'error')], {
    problems: [{ code: 'unreadable', message: problem, at: null }],
  });
  try {
    return await runs.run(github.url, review, { inputs: { token: jobToken } });
  } finally {
    await github.close();
  }
}

const echo = { status: 403, message: `no rights: authorization: token ${jobToken}\n::error::and basic ${basic}` };

test.each([
  ['files', 'GET /pulls/7/files'],
  ['comments', 'GET /issues/7/comments'],
  ['a new comment', 'POST /issues/7/comments'],
])('the token is nowhere, though the refusal of %s repeats it', async (_what, call) => {
  const { log, summary, report, outputs, annotations } = await run(
    { on: call, instead: echo },
    `git sent ${basic} for ${jobToken}`,
  );
  expect(log.split('\n').slice(0, 2)).toEqual([`::add-mask::${jobToken}`, `::add-mask::${basic}`]);
  const rest = [log.split('\n').slice(2).join('\n'), summary, JSON.stringify([report, outputs, annotations])].join(
    '\n',
  );
  expect(rest).not.toContain(jobToken);
  expect(rest).not.toContain(basic);
  expect(annotations.some(({ message }) => message.includes('authorization: token ***'))).toBe(true);
  expect(log.match(/^::(?!add-mask)\w+/gm)).toEqual(['::error', '::error', '::warning', '::error']);
});

test('without a token there is nothing to hide', () => {
  expect([secretsOf(''), withoutSecrets('a b', [])]).toEqual([[], 'a b']);
});
