import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { decode } from '../../src/resources/decode.js';
import { manifest } from './manifest.js';

interface Vector {
  readonly id: string;
  readonly manifests: string;
  readonly valid: boolean;
  readonly error?: string;
}

function vectorsOf(file: string): Vector[] {
  return gunzipSync(readFileSync(`test/fixtures/conformance/1.30.3/${file}.jsonl.gz`))
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
  ['validation', { ServiceEntry: 230, Sidecar: 169, VirtualService: 223, DestinationRule: 78 }],
  ['validation-routes', { VirtualService: 990, DestinationRule: 758 }],
])('of %s', (file, kinds) => {
  const vectors = vectorsOf(file);

  test('all lines are of kinds that we know', () => {
    expect(countKinds(vectors)).toEqual(kinds);
  });

  test.each(vectors)('$id is accepted: $valid', ({ manifests, valid, error }) => {
    const decoded = decode(manifest(manifests));
    const faults = decoded.outcome === 'invalid' ? decoded.faults.map(({ message }) => message) : [];
    expect({ accepted: decoded.outcome === 'resource', faults, error }).toEqual({ accepted: valid, faults, error });
  });
});
