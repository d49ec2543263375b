import { parseArgs } from 'node:util';
import { fuzzAnswers } from './answers.js';
import { fuzzManifests } from './manifests.js';
import type { Which } from './which.js';

const help = `npm run fuzz -- [--only manifests|answers] [--count N] [--seed S] [--first N]

manifests: mutates the manifests of the tests' cases and reviews each mutant, in processes that are watched. What is no
clean error, takes longer than 10 s or more memory than 1 GB is a failure, and its files are kept in fuzz/.cache/failures.

answers: runs the action, as the runner starts it, against a GitHub that answers otherwise than GitHub does. The verdict has
to be that of the review, or red where there can be none; the token stays where it belongs, nothing is said twice, and
time and memory end as above. The log of a failure is kept in fuzz/.cache/failures.

  --only KIND   one of the two (default both)
  --count N     how many (default 10000 manifests, 2000 answers)
  --seed S      others (default 1)
  --first N     the first to try (default 0): with --count 1 one alone
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});

const kinds: Readonly<Record<string, { readonly run: (which: Which) => Promise<boolean>; readonly usual: number }>> = {
  manifests: { run: fuzzManifests, usual: 10_000 },
  answers: { run: fuzzAnswers, usual: 2_000 },
};

if (values.help) process.stdout.write(help);
else process.exitCode = (await run()) ? 0 : 1;

async function run(): Promise<boolean> {
  const chosen = Object.entries(kinds).filter(([name]) => values.only === undefined || values.only === name);
  if (chosen.length === 0)
    throw new Error(`--only is '${values.only}', expected one of ${Object.keys(kinds).join(', ')}`);
  let isWell = true;
  for (const [, { run: fuzz, usual }] of chosen) {
    const which = { seed: Number(values.seed), first: Number(values.first), count: Number(values.count ?? usual) };
    isWell = (await fuzz(which)) && isWell;
  }
  return isWell;
}
