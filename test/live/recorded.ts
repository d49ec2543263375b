import { readFileSync } from 'node:fs';
import { decodeMeshLine } from '../../src/cli/mesh-line.js';
import { behavesLike } from '../../src/istio/behaviours.js';
import { newestRelease } from '../../src/istio/release.js';
import type { MeshConfig } from '../../src/istio/mesh-config.js';
import { readMeshConfig } from '../../src/istio/read-mesh-config.js';
import { podOf } from '../../src/live/pod.js';
import { readDump } from '../../src/live/read-dump.js';
import { decodeAll } from '../../src/resources/decode-all.js';
import type { Resource } from '../../src/resources/resource.js';
import { readManifests } from '../../src/source/manifests.js';
import { readYaml } from '../../src/source/yaml-reader.js';
import type { Verification } from '../../src/live/verification.js';
import { verify } from '../../src/verify.js';
import { recordedLines } from '../recorded-answers.js';
import type { Json, RecordedPod, RecordedProxy } from './recorded-dump.js';

/** A recorded mesh as a question and its answer. */
export interface Recorded {
  readonly id: string;
  readonly config: MeshConfig;
  readonly resources: readonly Resource[];
  readonly proxies: readonly (readonly [RecordedProxy, RecordedPod])[];
}

const undecided = readFileSync('test/fixtures/conformance/1.30.3/undecided.tsv', 'utf8');

const read = new Map<string, readonly Recorded[]>();

/** The recorded meshes of a theme, apart from those whose recording fell by chance; read once. */
export function recordedMeshes(theme: string): readonly Recorded[] {
  const meshes = read.get(theme) ?? readTheme(theme);
  read.set(theme, meshes);
  return meshes;
}

function readTheme(theme: string): readonly Recorded[] {
  return recordedLines(theme)
    .map(line => {
      const { id, expected, proxies, manifests } = JSON.parse(line) as {
        id: string;
        manifests: string;
        expected: RecordedProxy[];
        proxies: RecordedPod[];
      };
      const { documents } = readManifests([{ path: 'manifests', content: '', text: manifests }]);
      return {
        id,
        config: configOf(line),
        resources: decodeAll(documents, new WeakMap()).resources,
        proxies: expected.flatMap(answer => {
          const pod = proxies.find(proxy => proxy.id === answer.id);
          return pod === undefined ? [] : [[answer, pod] as const];
        }),
      };
    })
    .filter(({ id }) => !undecided.includes(`${id}\t`));
}

function configOf(line: string): MeshConfig {
  return readMeshConfig(readYaml(decodeMeshLine(line).mesh).roots[0] ?? null, path => {
    throw new Error(`MeshConfig ${path.join('.')}`);
  });
}

/** Verifies dumps of one recorded proxy against the manifests of its mesh, or against others. */
export function verifyRecorded(
  { config, resources }: Recorded,
  dumps: readonly Json[],
  given: readonly Resource[] = resources,
): Verification {
  const texts = dumps.map((dump, at) => ({ name: `dump ${at}`, text: JSON.stringify(dump) }));
  const [first = { name: '', text: '' }, ...rest] = texts;
  const live = readDump([first, ...rest]);
  const { node } = live;
  if (node === null || node.namespace === null) throw new Error('the dump names no namespace');
  return verify({
    resources: given,
    live,
    proxy: { namespace: node.namespace, labels: node.labels ?? {}, ...podOf(live) },
    controlPlane: { behaves: behavesLike(newestRelease, new Map()), version: newestRelease, config },
    revision: null,
    knowsPolicy: true,
  });
}
