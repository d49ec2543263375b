import { parseArgs } from 'node:util';
import { newestRelease, resolveRelease } from '../src/istio/release.js';
import { chanceFor } from './chance.js';
import { installEnvoy } from './envoy-binary.js';
import { judge } from './judgement.js';
import { meshes, sidecarOf, sources, type JudgedMesh } from './meshes.js';
import { questionsFor } from './questions.js';
import { createReport } from './report.js';

const help = `npm run test:envoy -- [--meshes N] [--calls N] [--seed N] [--jobs N] [--istio-version V] [--source S]... [--only ID]

Asks a real Envoy: gives it the listeners, routes and clusters that we say a sidecar has, makes real calls through it,
and compares where each arrives with our verdict. Exits with 1 where they disagree or nothing was asked.

  --meshes N         how many meshes, of recorded themes and of our generators alike (default 200)
  --calls N          how many calls in each (default 15)
  --seed N           chooses meshes, proxies and calls (default 1)
  --jobs N           how many Envoys at once (default 4)
  --istio-version V  what istiod of that release makes of the meshes (default: the newest)
  --source S         only meshes of ${sources.join(', ')}
  --only ID          of the meshes that are chosen that one, once for each of its proxies
`;

const { values } = parseArgs({
  options: {
    meshes: { type: 'string', default: '200' },
    calls: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '4' },
    'istio-version': { type: 'string' },
    source: { type: 'string', multiple: true, default: [...sources] },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(help);
else process.exitCode = await run();

async function run(): Promise<number> {
  const seed = numberOf('seed', values.seed);
  const count = numberOf('meshes', values.meshes);
  const calls = numberOf('calls', values.calls);
  const release = values['istio-version'] === undefined ? newestRelease : resolveRelease(values['istio-version']);
  const unknown = values.source.find(name => !(sources as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`--source is '${unknown}', expected one of ${sources.join(', ')}`);

  const binary = installEnvoy();
  const report = createReport(seed);
  const chosen = sources.filter(source => values.source.includes(source));
  const queue = turns(meshes(chosen, count, seed, release));
  const work = async () => {
    for (const { mesh, at } of queue) {
      const sidecar = sidecarOf(mesh, at);
      const chance = chanceFor(seed, `calls of ${mesh.id}`);
      const questions = questionsFor(sidecar.configuration, mesh.calls, chance, calls);
      report.add(mesh, mesh.proxies[at]?.id ?? '', await judge(binary, sidecar, questions));
    }
  };
  await Promise.all(Array.from({ length: numberOf('jobs', values.jobs) }, work));
  process.stdout.write(report.text());
  return report.isGood() ? 0 : 1;

  /** Which proxy of each mesh is asked. */
  function* turns(all: Iterable<JudgedMesh>): Generator<{ mesh: JudgedMesh; at: number }> {
    for (const mesh of all) {
      if (values.only === undefined) {
        yield { mesh, at: chanceFor(seed, `proxy of ${mesh.id}`).number(mesh.proxies.length) };
      } else if (mesh.id === values.only) yield* mesh.proxies.map((_, at) => ({ mesh, at }));
    }
  }
}

function numberOf(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${option} is '${text}', expected a number from 1`);
  return Number(text);
}
