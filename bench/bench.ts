import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRepository } from './repository.js';
import { meshFiles } from './mesh-files.js';
import { scenarios, type Scenario } from './scenarios.js';
import { isWithin, readMeasurement, type Measurement } from './measurement.js';
import { table } from './table.js';

const help = `npm run bench -- [--namespaces N] [--contested] [--only SCENARIO]... [--profile] [--no-limits]

Writes a Git repository of N namespaces (default 1000) into a temporary folder, with one commit for base and one for
the head of each scenario, reviews each in a process of its own, and prints the time by stage and the peak memory.

  --namespaces N    the size of the mesh
  --contested       let namespaces declare hosts of others and private entries: many then see a mesh of their own,
                    which takes longer than the limits
  --only SCENARIO   ${scenarios.map(({ name }) => name).join(', ')}
  --profile         write a CPU profile of each review into bench/.cache
  --no-limits       exit 0 even where a review takes longer or more memory than it may
`;

const { values } = parseArgs({
  options: {
    namespaces: { type: 'string', default: '1000' },
    contested: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    profile: { type: 'boolean', default: false },
    'no-limits': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(help);
else process.exitCode = run(Number(values.namespaces), values.only ?? scenarios.map(({ name }) => name));

function run(namespaces: number, names: readonly string[]): number {
  const chosen = scenarios.filter(({ name }) => names.includes(name));
  const base = meshFiles(namespaces, values.contested);
  const repository = createRepository(
    base,
    new Map(chosen.map(({ name, change }) => [name, change(base, namespaces)])),
  );
  try {
    process.stdout.write(`${namespaces} namespaces, ${base.size} files, Node ${process.versions.node}\n\n`);
    const rows = chosen.map(scenario => ({ scenario, measured: reviewOnce(repository.path, scenario) }));
    process.stdout.write(table(rows));
    return values['no-limits'] || rows.every(({ scenario, measured }) => isWithin(scenario.limit, measured)) ? 0 : 1;
  } finally {
    repository.remove();
  }
}

/** In a process of its own: nothing is warm, and the peak of its memory is that of this review. */
function reviewOnce(repository: string, { name }: Scenario): Measurement {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const profile = values.profile
    ? ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${name}.cpuprofile`]
    : [];
  const answer = execFileSync(process.execPath, [...profile, `${folder}review-once.mjs`, 'base', name], {
    cwd: repository,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return readMeasurement(answer);
}
