import { describe, expect, test } from '@jest/globals';
import { decodeMeshLine } from '../../src/cli/mesh-line.js';
import type { ControlPlane } from '../../src/istio/control-plane.js';
import { defaultControlPlane } from '../default-control-plane.js';
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

/** A question that a release was asked when it was recorded. */
interface Recorded {
  readonly question: string;
  readonly behaves: Behaves;
  /** Whether a release of these behaviours gives the answer that was recorded. */
  readonly isAnsweredBy: (behaves: Behaves) => boolean;
}

/** A single resource that its webhook accepted or refused. */
interface Judged {
  readonly manifests: string;
  readonly valid: boolean;
}

const recordings: readonly Recorded[] = recordedReleases.flatMap(release => {
  const version = resolveRelease(release);
  const behaves = behavesLike(version, new Map());
  const undecided = undecidedMeshes(release);
  const meshes = ['rules', 'behaviours']
    .flatMap(theme => recordedLines(theme, release))
    .map(readRecorded)
    .filter(({ id }) => !undecided.includes(id));
  const judged = recordedLines('validation', release).map(line => JSON.parse(line) as Judged);
  return [
    ...meshes.map(mesh => ({
      question: `${release}, ${mesh.id}`,
      behaves,
      isAnsweredBy: (turned: Behaves) => isAnswered(mesh, { ...defaultControlPlane, version, behaves: turned }),
    })),
    ...judged.map(resource => ({
      question: `${release}, ${resource.manifests}`,
      behaves,
      isAnsweredBy: (turned: Behaves) => isJudged(resource, admissionOf(turned)),
    })),
  ];
});

/** Each as it is, and what the answer depends on: a behaviour that nobody asked of cannot make it another. */
const answered = recordings.map(recorded => {
  const asked = new Set<Behaviour>();
  const isRight = recorded.isAnsweredBy(name => {
    asked.add(name);
    return recorded.behaves(name);
  });
  return { ...recorded, asked, isRight };
});

test('the recordings are answered as they are', () => {
  expect(answered.filter(({ isRight }) => !isRight).map(({ question }) => question)).toEqual([]);
});

describe.each(names)('%s', name => {
  const row: Row = behaviours[name];

  test(row.unmeasured === undefined ? 'some recording knows it' : `no recording knows it: ${row.unmeasured}`, () => {
    const caught = answered
      .filter(({ asked }) => asked.has(name))
      .some(({ behaves, isAnsweredBy }) => !isAnsweredBy(other => behaves(other) !== (other === name)));
    expect(caught).toBe(row.unmeasured === undefined);
  });
});

function isJudged({ manifests, valid }: Judged, admission: Admission): boolean {
  return (decode(manifest(manifests), admission).outcome === 'resource') === valid;
}

type Read = ReturnType<typeof readRecorded>;

function readRecorded(line: string) {
  const { manifests, mesh, ...rest } = decodeMeshLine(line);
  const { documents } = readManifests([{ path: 'manifests', content: '', text: manifests }]);
  const config = readMeshConfig(readYaml(mesh).roots[0] ?? null, () => undefined);
  return { ...rest, documents, config, expected: (JSON.parse(line) as RecordedMesh).expected };
}

function isAnswered({ documents, config, expected, ...rest }: Read, controlPlane: ControlPlane): boolean {
  const { resources } = decodeAll(documents, new WeakMap(), admissionOf(controlPlane.behaves));
  const answer = simulate({ ...rest, controlPlane: { ...controlPlane, config }, resources });
  const { proxies } = JSON.parse(JSON.stringify(answer)) as { proxies: readonly ProxyAnswer[] };
  return expected.every((proxy, index) => {
    const answered = proxies[index];
    return answered !== undefined && differences(proxy, answered).length === 0;
  });
}
