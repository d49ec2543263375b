import { afterAll, expect, test } from '@jest/globals';
import { tempFolder } from '../../cli/temp-folder.js';
import { scheduleEvent } from './events.js';
import { jobToken } from './permissions.js';
import { runStep, type Step } from './runner.js';

const folder = tempFolder();
afterAll(folder.remove);

/** A step that is this script alone. */
function run(script: string, given: Partial<Step> = {}) {
  folder.write(
    'step.mjs',
    `import { appendFileSync, writeFileSync } from 'node:fs';\nconst { env } = process;\n${script}`,
  );
  const [main, event] = [`${folder.path}/step.mjs`, scheduleEvent('ab'.repeat(20))];
  return runStep({ main, workspace: folder.path, event, inputs: {}, apiUrl: 'http://localhost:9', ...given });
}

test('a step sees what the runner says of the job', async () => {
  const { log, succeeded } = await run(
    "console.log([env.GITHUB_EVENT_NAME, env.GITHUB_REF, env['INPUT_FAIL-ON'], env.GITHUB_SERVER_URL].join(' '))",
    { inputs: { 'fail-on': 'never' }, serverUrl: 'http://127.0.0.1:8' },
  );
  expect([log, succeeded]).toEqual(['schedule refs/heads/main never http://127.0.0.1:8\n', true]);
});

test('a step that does not end is killed with all that it started', async () => {
  const script = "import { spawn } from 'node:child_process';\nspawn('sleep', ['600'], { stdio: 'inherit' });";
  const { hung, succeeded } = await run(script, { timeoutMs: 500 });
  expect([hung, succeeded]).toEqual([true, false]);
});

test('the texts of files that outputs name are kept', async () => {
  const { outputFiles, report } = await run(
    "writeFileSync(env.RUNNER_TEMP + '/r.json', '{}'); appendFileSync(env.GITHUB_OUTPUT, 'report=' + env.RUNNER_TEMP + '/r.json\\n')",
  );
  expect([outputFiles, report]).toEqual([{ report: '{}' }, {}]);
});

test.each([
  ['in the log', 'console.log(env.INPUT_TOKEN)'],
  ['in an output', "appendFileSync(env.GITHUB_OUTPUT, 'a=' + env.INPUT_TOKEN + '\\n')"],
  ['in the summary', 'writeFileSync(env.GITHUB_STEP_SUMMARY, env.INPUT_TOKEN)'],
  ['as Git sends it', "console.log(Buffer.from('x-access-token:' + env.INPUT_TOKEN).toString('base64'))"],
  ['that it masked itself', "console.log('::add-mask::hunter2\\nmy hunter2')"],
])('a step that shows a secret %s fails its test', async (_where, script) => {
  await expect(run(script)).rejects.toThrow('a secret is in');
});

test('a step that only hides its secrets is fine', async () => {
  const { succeeded } = await run("console.log('::add-mask::hunter2\\n::add-mask::' + env.INPUT_TOKEN)");
  expect(succeeded).toBe(true);
  expect(jobToken).not.toBe('');
});

test('a summary that the runner would not show fails its test', async () => {
  await expect(run("writeFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 ** 2 + 1))")).rejects.toThrow('1 MiB');
});
