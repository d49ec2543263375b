import fc from 'fast-check';
import { readMesh } from '../src/cli/read-mesh.js';
import { behavesLike } from '../src/istio/behaviours.js';
import { defaultMeshConfig } from '../src/istio/mesh-config.js';
import type { Version } from '../src/istio/version.js';
import { startSidecar, type RunningSidecar } from '../src/envoy/sidecar.js';
import { configurer, type Mesh } from '../src/simulate.js';
import { namespaces, randomMesh } from '../test/random-mesh.js';
import { resourcesOf } from '../test/meshes.js';
import { randomOverlaps } from '../test/random-overlaps.js';
import { recordedLines } from '../test/recorded-answers.js';
import { chanceFor, type Chance } from './chance.js';

/** The recorded meshes by theme; their answers are not read. */
const themes = [
  'basic',
  'sidecar',
  'conflict',
  'routes',
  'mesh',
  'headless',
  'families',
  'mixed',
  'pairs-basic',
  'pairs-mixed',
  'large',
  'rules',
] as const;

export const sources = [...themes, 'generated', 'overlaps'] as const;

export type Source = (typeof sources)[number];

/** A mesh to be judged by one of its proxies. */
export interface JudgedMesh extends Mesh {
  readonly source: Source;
}

/** As many meshes as asked, of each source its share; made one after another. */
export function* meshes(from: readonly Source[], count: number, seed: number, release: Version): Generator<JudgedMesh> {
  const bySource = from.map(source =>
    isTheme(source)
      ? recordedMeshes(source, chanceFor(seed, source), release)
      : generatedMeshes(source, count, seed, release),
  );
  let made = 0;
  while (made < count) {
    const next = bySource.map(meshesOfSource => meshesOfSource.next());
    if (next.every(({ done }) => done === true)) return;
    for (const { value, done } of next) {
      if (done === true || made === count) continue;
      yield value;
      made += 1;
    }
  }
}

function isTheme(source: Source): source is (typeof themes)[number] {
  return (themes as readonly Source[]).includes(source);
}

function* recordedMeshes(source: (typeof themes)[number], chance: Chance, release: Version): Generator<JudgedMesh> {
  for (const line of chance.shuffle(recordedLines(source))) {
    const { mesh, notes } = readMesh(line, release);
    if (mesh === null) throw new Error(`a recorded mesh of ${source} cannot be read: ${notes.join('; ')}`);
    yield { ...mesh, source };
  }
}

const generators = { generated: randomMesh, overlaps: randomOverlaps } as const;

const families = [['10.1.1.1'], ['2001:db8:1::1'], ['10.1.1.1', '2001:db8:1::1']] as const;

function* generatedMeshes(
  source: keyof typeof generators,
  count: number,
  seed: number,
  release: Version,
): Generator<JudgedMesh> {
  const made = fc.sample(generators[source], { numRuns: count, seed });
  for (const [at, manifests] of made.entries()) {
    const proxies = namespaces.flatMap(namespace =>
      families.map((ips, family) => ({
        id: `${namespace}-${family}`,
        namespace,
        labels: {},
        ips,
        capturesDns: family > 0,
        allocatesAddresses: family > 0,
      })),
    );
    yield {
      id: `${source}-${at}`,
      source,
      controlPlane: { behaves: behavesLike(release, new Map()), version: release, config: defaultMeshConfig },
      resources: resourcesOf(...manifests),
      proxies,
      calls: [],
    };
  }
}

/** Our answer: what one proxy of a mesh is told, and what it does. */
export function sidecarOf(mesh: JudgedMesh, at: number): RunningSidecar {
  const proxy = mesh.proxies[at];
  if (proxy === undefined) throw new Error(`mesh ${mesh.id} has no proxy ${at}`);
  return startSidecar(configurer(mesh)(proxy));
}
