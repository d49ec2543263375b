import { fork } from 'node:child_process';
import { InputError, inputError } from '../../source/problem.js';
import type { Reviewed } from '../review-commits.js';
import type { Answer, Question } from './answer.js';
import type { Bounds } from './bounds.js';

/**
 * Has a process of its own review, because only another one outlives a review without end, or one that V8 ends for want of
 * memory: of a worker thread it ends the whole process where it is an array or a Map that grows.
 *
 * @param program - the file that calls `answerOnce`.
 * @throws InputError when there is nothing to go by, or when the review is out of bounds.
 */
export async function askReviewer(program: URL, question: Question, bounds: Bounds): Promise<Reviewed> {
  const ended = await run(program, question, bounds);
  const { answer } = ended;
  if (answer === null) throw unanswered(ended, bounds);
  if ('reviewed' in answer) return answer.reviewed;
  throw 'problems' in answer ? new InputError(answer.problems) : bug(answer.stack);
}

interface Ended {
  readonly answer: Answer | null;
  /** We ended it. */
  readonly isLate: boolean;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** Resolves once the process has ended, whichever way. */
function run(program: URL, question: Question, { minutes, megabytes }: Bounds): Promise<Ended> {
  const reviewer = fork(program, {
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let answer: Answer | null = null;
  let isLate = false;
  let stderr = '';
  reviewer.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-longestStderr)));
  reviewer.on('message', message => (answer = message as Answer));
  // Whoever cannot be asked any more has ended, and `close` says how.
  reviewer.send(question, () => {});

  const timer = setTimeout(() => (isLate = reviewer.kill('SIGKILL')), minutes * 60_000);
  return new Promise<Ended>((done, fail) => {
    reviewer.on('error', fail).on('close', (code, signal) => done({ answer, isLate, code, signal, stderr }));
  }).finally(() => clearTimeout(timer));
}

/** Characters: what V8 says of its end, with its stack. */
const longestStderr = 20_000;

/** What V8 says before it ends a process. */
const OUT_OF_MEMORY = /out of memory|JavaScript invalid size error/;

function unanswered({ isLate, code, signal, stderr }: Ended, { minutes, megabytes }: Bounds): Error {
  if (isLate) {
    return tooLarge(`the review took longer than ${minutes} min and was ended`, 'raise the input `review-minutes`');
  }
  // None but the kernel kills it besides us, where a container has no memory left.
  if (signal === 'SIGKILL' || OUT_OF_MEMORY.test(stderr)) {
    const limit = megabytes < 1024 ? `${megabytes} MiB` : `${Number((megabytes / 1024).toFixed(1))} GiB`;
    const what = `the review needed more than ${limit} of memory, half of what the machine has, and was ended`;
    return tooLarge(what, 'use a larger runner');
  }
  return bug(`Error: the reviewer ended without an answer (${signal ?? `exit code ${code}`})\n${stderr.trim()}`);
}

function tooLarge(what: string, orElse: string): InputError {
  const message = `${what}: limit what is read by the input \`paths\`, split the change, or ${orElse}`;
  return inputError('too-large', message);
}

function bug(stack: string): Error {
  return Object.assign(new Error('the reviewer failed'), { stack });
}
