import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerCaseOf } from './answer-case.js';
import { buildPrograms } from './answer-programs.js';
import { expectedWith, runAnswerCase, type AnswerRun } from './answer-run.js';
import { answerScenarios } from './answer-scenarios.js';
import type { Which } from './which.js';

const folder = dirname(fileURLToPath(import.meta.url));

/** Two are enough to keep busy: each has a server beside it. */
const atOnce = 2;

/** Runs these cases; false where one is a failure. */
export async function fuzzAnswers(which: Which): Promise<boolean> {
  const runs = await runAnswers(which, (run, done) => {
    if (run.failures.length > 0) keep(which.seed, run);
    if (done % 100 === 0) process.stderr.write(`${done} of ${which.count}\n`);
  });
  process.stdout.write(reportOf(which.seed, runs));
  return runs.every(({ failures }) => failures.length === 0);
}

/** The same without a word; `tell` hears of each run once it is over. */
export async function runAnswers(
  { seed, first, count }: Which,
  tell: (run: AnswerRun, done: number) => void = () => {},
): Promise<readonly AnswerRun[]> {
  const programs = await buildPrograms();
  const scenarios = answerScenarios(programs);
  const runs: AnswerRun[] = [];
  try {
    const expected = expectedWith(programs);
    let next = first;
    const work = async () => {
      while (next < first + count) {
        const run = await runAnswerCase(answerCaseOf(scenarios.all, seed, next++), programs, expected);
        runs.push(run);
        tell(run, runs.length);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    scenarios.remove();
    programs.remove();
  }
  return runs;
}

function keep(seed: number, { number, sentence, failures, log }: AnswerRun): void {
  const kept = join(folder, 'failures', `answers-${seed}-${number}.log`);
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, `${sentence}\n${failures.join('\n')}\n\n${log}`);
  process.stdout.write(
    `FAILED answers ${number} of seed ${seed} (${sentence}), kept in ${kept}\n${failures.join('\n')}\n`,
  );
}

function reportOf(seed: number, runs: readonly AnswerRun[]): string {
  const countOf = (is: (run: AnswerRun) => boolean) => runs.filter(is).length;
  const slowest = runs.reduce((one, other) => (other.seconds > one.seconds ? other : one));
  const peak = runs.reduce((one, other) => (other.megabytes > one.megabytes ? other : one));
  return (
    `${runs.length} runs on mutated answers of seed ${seed}: ` +
    `${countOf(({ colour }) => colour === 'green')} green, ${countOf(({ colour }) => colour === 'red')} red; ` +
    `${countOf(({ isPosted }) => isPosted)} posted, ${countOf(({ isAnnotated }) => isAnnotated)} annotated; ` +
    `${countOf(({ failures }) => failures.length > 0)} failed; ` +
    `slowest ${slowest.seconds.toFixed(1)} s (${slowest.number}), peak memory ${peak.megabytes.toFixed(0)} MB (${peak.number})\n`
  );
}
