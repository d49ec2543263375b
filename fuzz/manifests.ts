import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCases, type Files } from './cases.js';
import { mutantOf } from './mutant.js';
import { startReviewer, type Answer } from './reviewer.js';
import type { Which } from './which.js';

/** What one review may take. */
const limit = { seconds: 10, megabytes: 1024 };

const cases = readCases('.');
const folder = dirname(fileURLToPath(import.meta.url));

/** Reviews these mutants; false where one is a failure. */
export async function fuzzManifests({ seed, first, count }: Which): Promise<boolean> {
  const answers: Answer[] = [];
  let next = first;
  const work = async () => {
    const reviewer = startReviewer(join(folder, 'review-mutants.mjs'), seed, limit);
    while (next < first + count) {
      const answer = await reviewer.review(next++);
      answers.push(answer);
      if (answer.failure !== null) keep(seed, answer);
      if (answers.length % 1000 === 0) process.stderr.write(`${answers.length} of ${count}\n`);
    }
    reviewer.stop();
  };
  await Promise.all(Array.from({ length: Math.min(count, availableParallelism()) }, work));
  process.stdout.write(report(seed, answers));
  return answers.every(({ failure }) => failure === null);
}

function keep(seed: number, { number, failure }: Answer): void {
  const mutant = mutantOf(cases, seed, number);
  const kept = join(folder, 'failures', `${seed}-${number}`);
  const write = (side: string, files: Files) => {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(kept, side, path)), { recursive: true });
      writeFileSync(join(kept, side, path), bytes);
    }
  };
  write('base', mutant.base);
  write('head', mutant.head);
  process.stdout.write(`FAILED mutant ${number} of seed ${seed} (${mutant.name}), kept in ${kept}\n${failure}\n`);
}

function report(seed: number, answers: readonly Answer[]): string {
  const countOf = (outcome: Answer['outcome']) => answers.filter(answer => answer.outcome === outcome).length;
  const slowest = answers.reduce((one, other) => (other.seconds > one.seconds ? other : one));
  const peak = answers.reduce((most, { megabytes }) => Math.max(most, megabytes), 0);
  const ends = (['reviewed', 'problems', 'refused', 'failed'] as const).map(end => `${countOf(end)} ${end}`).join(', ');
  return (
    `${answers.length} mutants of seed ${seed}: ${ends}; ` +
    `slowest ${slowest.seconds.toFixed(2)} s (mutant ${slowest.number}), peak memory ${peak.toFixed(0)} MB\n`
  );
}
