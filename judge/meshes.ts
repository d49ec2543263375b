import fc from 'fast-check';
import { readMesh } from '../src/cli/read-mesh.js';
import { defaultMeshConfig } from '../src/istio/mesh-config.js';
import { startSidecar, type RunningSidecar } from '../src/envoy/sidecar.js';
import { ageAsGiven } from '../src/mesh/age.js';
import { createConversion } from '../src/mesh/conversion.js';
import { buildMesh } from '../src/mesh/mesh.js';
import { configureProxy } from '../src/proxy/configuration.js';
import type { Mesh } from '../src/simulate.js';
import { createScopes } from '../src/scope/scope.js';
import { selectSidecar } from '../src/scope/select-sidecar.js';
import { namespaces, randomMesh } from '../test/random-mesh.js';
import { resourcesOf } from '../test/meshes.js';
import { recordedLines } from '../test/recorded-answers.js';
import type { Chance } from './chance.js';

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

export const sources = [...themes, 'generated'] as const;

export type Source = (typeof sources)[number];

/** A mesh to be judged by one of its proxies. */
export interface JudgedMesh extends Mesh {
  readonly source: Source;
}

/** As many meshes as asked, of each source its share; made one after another. */
export function* meshes(count: number, seed: number, chance: Chance): Generator<JudgedMesh> {
  const bySource = sources.map(source =>
    (source === 'generated' ? generatedMeshes(count, seed) : recordedMeshes(source, chance))[Symbol.iterator](),
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

function* recordedMeshes(source: (typeof themes)[number], chance: Chance): Generator<JudgedMesh> {
  for (const line of chance.shuffle(recordedLines(source))) {
    const { mesh, notes } = readMesh(line);
    if (mesh === null) throw new Error(`a recorded mesh of ${source} cannot be read: ${notes.join('; ')}`);
    yield { ...mesh, source };
  }
}

const families = [['10.1.1.1'], ['2001:db8:1::1'], ['10.1.1.1', '2001:db8:1::1']] as const;

function* generatedMeshes(count: number, seed: number): Generator<JudgedMesh> {
  const made = fc.sample(randomMesh, { numRuns: Math.ceil(count / 2), seed });
  for (const [at, manifests] of made.entries()) {
    const proxies = namespaces.flatMap(namespace =>
      families.map((ips, family) => ({
        id: `${namespace}-${family}`,
        namespace,
        labels: {},
        ips,
        capturesDns: family > 0,
      })),
    );
    yield {
      id: `generated-${at}`,
      source: 'generated',
      config: defaultMeshConfig,
      resources: resourcesOf(...manifests),
      proxies,
      calls: [],
    };
  }
}

/** Our answer: what one proxy of a mesh is told, and what it does. */
export function sidecarOf({ resources, config, proxies }: JudgedMesh, at: number): RunningSidecar {
  const proxy = proxies[at];
  if (proxy === undefined) throw new Error('a mesh without a proxy');
  const mesh = buildMesh(
    resources,
    config,
    ageAsGiven,
    createConversion(config.domain, () => null),
  );
  const { chosen } = selectSidecar(mesh, proxy.namespace, proxy.labels);
  const scope = createScopes(mesh).scopeOf(proxy.namespace, chosen);
  return startSidecar(configureProxy(scope, proxy, mesh));
}
