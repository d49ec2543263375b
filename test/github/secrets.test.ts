import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretsOf, withoutSecrets } from '../../src/github/secrets.js';
import { finding, reviewOf } from './comments/canned-review.js';
import { startFakeGitHub } from './fake/fake-github.js';
import type { Fault } from './fake/faults.js';
import { jobToken } from './fake/permissions.js';
import { runStep } from './fake/runner.js';

const basic = Buffer.from(`x-access-token:${jobToken}`).toString('base64');
const headSha = 'ab'.repeat(20);
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  const require = "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";
  await build({
    entryPoints: ['test/github/comments/canned-action.ts'],
    outfile: join(folder, 'action.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: require },
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the action where GitHub's answers repeat what they were sent. */
async function run(fault: Fault, problem: string) {
  const github = await startFakeGitHub({ number: 7, headSha, files: [], token: 'write', faults: [fault] });
  const canned = join(folder, 'review.json');
  const review = reviewOf([finding('pay', 'error')], {
    problems: [{ code: 'unreadable', message: problem, at: null }],
  });
  writeFileSync(canned, JSON.stringify(review));
  try {
    const payload = { pull_request: { number: 7, head: { sha: headSha }, base: { sha: 'ba'.repeat(20) } } };
    return await runStep({
      main: join(folder, 'action.mjs'),
      workspace: folder,
      event: { name: 'pull_request', sha: 'cd'.repeat(20), payload },
      inputs: { token: jobToken },
      apiUrl: github.url,
      environment: { CANNED_REVIEW: canned, PULL_REQUEST_HEAD: headSha },
    });
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
