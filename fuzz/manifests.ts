import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCases, type Files } from './cases.js';
import { mutantOf } from './mutant.js';
import { startReviewer, type Answer } from './reviewer.js';

const help = `npm run fuzz -- [--mutants N] [--seed S] [--first N]

Mutates the manifests of the tests' cases and reviews each mutant, in processes that are watched: what is no clean error,
takes longer than 10 s or more memory than 1 GB is a failure, and its files are kept in fuzz/.cache/failures.

  --mutants N   how many (default 10000)
  --seed S      other mutants (default 1)
  --first N     the first to try (default 0): with --mutants 1 one alone
`;

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});

/** What one review may take. */
const limit = { seconds: 10, megabytes: 1024 };

const cases = readCases('.');
const folder = dirname(fileURLToPath(import.meta.url));

if (values.help) process.stdout.write(help);
else process.exitCode = await run(Number(values.seed), Number(values.first), Number(values.mutants));

async function run(seed: number, first: number, count: number): Promise<number> {
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
  return answers.some(({ failure }) => failure !== null) ? 1 : 0;
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
