import { afterAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decodeInputs } from '../../../src/github/inputs.js';
import type { Question } from '../../../src/github/reviewer/answer.js';
import { askReviewer } from '../../../src/github/reviewer/ask.js';
import type { Bounds } from '../../../src/github/reviewer/bounds.js';
import { InputError, type Problem } from '../../../src/source/problem.js';
import { temporaryFolder } from '../../source/temporary-folder.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const question: Question = [
  { base: null, head: 'f'.repeat(40) },
  decodeInputs(name => (name === 'paths' ? 'mesh/a\nmesh/b' : '')),
  { repository: '/tmp/commits', workspace: '/tmp/job', today: '2026-11-22' },
];

/** What comes of asking a program that does this with the question, `question`. */
function ask(doing: string, bounds: Partial<Bounds> = {}): Promise<unknown> {
  const answering = `const answer = data => process.send(data, () => process.disconnect());\n`;
  folder.write({ 'reviewer.mjs': `${answering}process.once('message', question => {\n${doing}\n});\n` });
  const program = pathToFileURL(join(folder.path, 'reviewer.mjs'));
  return askReviewer(program, question, { minutes: 1, megabytes: 32, ...bounds });
}

test('a reviewer gets the question as it is, and so comes its answer', async () => {
  expect(await ask('answer({ reviewed: question });')).toEqual(question);
});

describe('a review out of bounds ends in a sentence with what to do:', () => {
  const late =
    'the review took longer than 0.005 min and was ended: limit what is read by the input `paths`, split the change, or raise the input `review-minutes`';
  const large =
    'the review needed more than 32 MiB of memory, half of what the machine has, and was ended: limit what is read by the input `paths`, split the change, or use a larger runner';

  // prettier-ignore
  const rows: [what: string, doing: string, bounds: Partial<Bounds>, message: string][] = [
    ['one without end',                          'for (;;);',                                                     { minutes: 0.005 }, late],
    ['one that waits',                           'setInterval(() => {}, 1000);',                                  { minutes: 0.005 }, late],
    ['one with ever more objects',               'const all = []; for (;;) all.push({ a: [1, 2, 3] });',          {}, large],
    ['one with large arrays',                    'const all = []; for (;;) all.push(new Array(5e6).fill(0.5));',  {}, large],
    ['one with an array that grows',             'const all = []; for (let i = 0; ; i++) all.push(i);',           {}, large],
    ['one with a Map that grows',                'const all = new Map(); for (let i = 0; ; i++) all.set(i, i);',  {}, large],
    ['one with more text than fits',             'const all = []; for (let i = 0; ; i++) all.push(`${i}`.padEnd(1e5).split(""));', {}, large],
    ['one that the kernel ends',                 "process.kill(process.pid, 'SIGKILL');",                         {}, large],
  ];
  test.each(rows)('%s', async (_what, doing, bounds, message) => {
    const ended = ask(doing, bounds);
    await expect(ended).rejects.toThrow(InputError);
    await expect(ended).rejects.toMatchObject({ problems: [{ code: 'too-large', message, at: null }] });
  });

  test('the limit of memory reads in GiB', async () => {
    const ended = ask("process.kill(process.pid, 'SIGKILL');", { megabytes: 7967 });
    await expect(ended).rejects.toThrow(/^the review needed more than 7\.8 GiB of memory, /);
  });
});

test('faults of the input come back with their places', async () => {
  const problems: readonly Problem[] = [
    { code: 'unknown-revision', message: 'no revision "topic"', at: null },
    { code: 'settings', message: 'no', at: { file: 'a.yaml', line: 3, column: 1, endLine: 3, endColumn: 2 } },
  ];
  const ended = ask(`answer(${JSON.stringify({ problems })});`);
  await expect(ended).rejects.toThrow(InputError);
  await expect(ended).rejects.toMatchObject({ problems });
});

describe('a bug keeps its stack:', () => {
  // prettier-ignore
  const rows: [what: string, doing: string, stack: string][] = [
    ['one that is told',                        "answer({ stack: 'TypeError: no host\\n    at inspect' });", 'TypeError: no host\n    at inspect'],
    ['an error that nothing caught',            "throw new TypeError('no host');",                          'TypeError: no host\n    at '],
    ['an answer that cannot be sent',           'answer({ reviewed: () => {} });',                          'could not be cloned'],
    ['an end without an answer',                'process.exit(3);',                                         'the reviewer ended without an answer (exit code 3)'],
    ['an end by a signal that says nothing',    "process.kill(process.pid, 'SIGTERM');",                    'the reviewer ended without an answer (SIGTERM)'],
  ];
  test.each(rows)('%s', async (_what, doing, stack) => {
    const ended = ask(doing);
    await expect(ended).rejects.not.toThrow(InputError);
    await expect(ended).rejects.toMatchObject({ stack: expect.stringContaining(stack) });
  });

  test('a program that is not there', async () => {
    const nowhere = pathToFileURL(join(folder.path, 'nowhere.mjs'));
    const ended = askReviewer(nowhere, question, { minutes: 1, megabytes: 32 });
    await expect(ended).rejects.toMatchObject({ stack: expect.stringContaining('Cannot find module') });
  });
});
