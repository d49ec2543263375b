import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { decode } from '../../src/resources/decode.js';
import { manifest } from './manifest.js';

interface Vector {
  readonly id: string;
  readonly manifests: string;
  readonly valid: boolean;
  readonly error?: string;
}

const packed = readFileSync('test/fixtures/conformance/1.30.3/validation.jsonl.gz');
const vectors = gunzipSync(packed)
  .toString()
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Vector)
  .filter(({ manifests }) => /^kind: "(ServiceEntry|Sidecar)"$/m.test(manifests));

test('there are vectors of both kinds', () => {
  expect(vectors).toHaveLength(399);
});

test.each(vectors)('$id is accepted: $valid', ({ manifests, valid, error }) => {
  const decoded = decode(manifest(manifests));
  const faults = decoded.outcome === 'invalid' ? decoded.faults.map(({ message }) => message) : [];
  expect({ accepted: decoded.outcome === 'resource', faults, error }).toEqual({ accepted: valid, faults, error });
});
