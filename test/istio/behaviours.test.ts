import { describe, expect, test } from '@jest/globals';
import { decodeMeshLine, type MeshLine } from '../../src/cli/mesh-line.js';
import type { ControlPlane } from '../../src/istio/control-plane.js';
import { defaultControlPlane } from '../default-control-plane.js';
import type { Version } from '../../src/istio/version.js';
import { admissionOf } from '../../src/istio/admission-of.js';
import { behaviours, behavesLike, type Behaves, type Behaviour } from '../../src/istio/behaviours.js';
import type { Row } from '../../src/istio/behaviours/row.js';
import { readMeshConfig } from '../../src/istio/read-mesh-config.js';
import { recordedReleases, resolveRelease } from '../../src/istio/release.js';
import type { Admission } from '../../src/resources/admission.js';
import { decode } from '../../src/resources/decode.js';
import { decodeAll } from '../../src/resources/decode-all.js';
import { manifest } from '../resources/manifest.js';
import { simulate } from '../../src/simulate.js';
import { readManifests } from '../../src/source/manifests.js';
import { readYaml } from '../../src/source/yaml-reader.js';
import {
  differences,
  recordedLines,
  undecidedMeshes,
  type ProxyAnswer,
  type RecordedMesh,
} from '../recorded-answers.js';

const names = Object.keys(behaviours) as Behaviour[];

interface Judged {
  readonly manifests: string;
  readonly valid: boolean;
}

/** What one release was recorded to do. */
interface Recording {
  readonly version: Version;
  readonly behaves: Behaves;
  readonly meshes: readonly (MeshLine & RecordedMesh)[];
  /** Single resources that its webhook accepted or refused. */
  readonly judged: readonly Judged[];
}

const recordings: readonly Recording[] = recordedReleases.map(release => {
  const undecided = undecidedMeshes(release);
  const meshes = ['rules', 'behaviours']
    .flatMap(theme => recordedLines(theme, release))
    .map(line => ({
      ...decodeMeshLine(line),
      expected: (JSON.parse(line) as RecordedMesh).expected,
    }));
  const version = resolveRelease(release);
  return {
    version,
    behaves: behavesLike(version, new Map()),
    judged: recordedLines('validation', release).map(line => JSON.parse(line) as Judged),
    meshes: meshes.filter(({ id }) => !undecided.includes(id)),
  };
});

describe.each(names)('%s', name => {
  const row: Row = behaviours[name];

  test(row.unmeasured === undefined ? 'some recording knows it' : `no recording knows it: ${row.unmeasured}`, () => {
    const caught = recordings.some(({ version, behaves, meshes, judged }) => {
      const turned: Behaves = asked => behaves(asked) !== (asked === name);
      return (
        meshes.some(mesh => !isAnswered(mesh, { ...defaultControlPlane, version, behaves: turned })) ||
        judged.some(resource => !isJudged(resource, admissionOf(turned)))
      );
    });
    expect(caught).toBe(row.unmeasured === undefined);
  });
});

test('the recordings are answered as they are', () => {
  const wrong = recordings.flatMap(({ version, behaves, meshes, judged }) => [
    ...meshes.filter(mesh => !isAnswered(mesh, { ...defaultControlPlane, version, behaves })).map(({ id }) => id),
    ...judged.filter(resource => !isJudged(resource, admissionOf(behaves))),
  ]);
  expect(wrong).toEqual([]);
});

function isJudged({ manifests, valid }: Judged, admission: Admission): boolean {
  return (decode(manifest(manifests), admission).outcome === 'resource') === valid;
}

function isAnswered(
  { manifests, mesh, expected, ...rest }: MeshLine & RecordedMesh,
  controlPlane: ControlPlane,
): boolean {
  const { documents } = readManifests([{ path: 'manifests', content: '', text: manifests }]);
  const { resources } = decodeAll(documents, new WeakMap(), admissionOf(controlPlane.behaves));
  const config = readMeshConfig(readYaml(mesh).roots[0] ?? null, () => undefined);
  const answer = simulate({ ...rest, controlPlane: { ...controlPlane, config }, resources });
  const { proxies } = JSON.parse(JSON.stringify(answer)) as { proxies: readonly ProxyAnswer[] };
  return expected.every((proxy, index) => {
    const answered = proxies[index];
    return answered !== undefined && differences(proxy, answered).length === 0;
  });
}
