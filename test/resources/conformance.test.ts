import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { admissionOf } from '../../src/istio/admission-of.js';
import { behavesLike } from '../../src/istio/behaviours.js';
import { resolveRelease } from '../../src/istio/release.js';
import { decode } from '../../src/resources/decode.js';
import { manifest } from './manifest.js';

interface Vector {
  readonly id: string;
  readonly manifests: string;
  readonly valid: boolean;
  readonly error?: string;
}

function vectorsOf(release: string, file: string): Vector[] {
  return gunzipSync(readFileSync(`test/fixtures/conformance/${release}/${file}.jsonl.gz`))
    .toString()
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Vector);
}

/** How many lines of each kind a file has. */
function countKinds(vectors: readonly Vector[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { manifests } of vectors) {
    const kind = /"?kind"?: ?"(\w+)"/.exec(manifests)?.[1] ?? 'none';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

describe.each([
  ['1.30.3', 'validation', { ServiceEntry: 230, Sidecar: 169, VirtualService: 223, DestinationRule: 78 }],
  ['1.20.8', 'validation', { ServiceEntry: 230, Sidecar: 169, VirtualService: 223, DestinationRule: 78 }],
  ['1.30.3', 'validation-routes', { VirtualService: 990, DestinationRule: 758 }],
])('of %s, %s', (release, file, kinds) => {
  const vectors = vectorsOf(release, file);
  const admission = admissionOf(behavesLike(resolveRelease(release), new Map()));

  test('all lines are of kinds that we know', () => {
    expect(countKinds(vectors)).toEqual(kinds);
  });

  test.each(vectors)('$id is accepted: $valid', ({ manifests, valid, error }) => {
    const decoded = decode(manifest(manifests), admission);
    const faults = decoded.outcome === 'invalid' ? decoded.faults.map(({ message }) => message) : [];
    expect({ accepted: decoded.outcome === 'resource', faults, error }).toEqual({ accepted: valid, faults, error });
  });
});
