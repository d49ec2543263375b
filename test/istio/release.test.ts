import { expect, test } from '@jest/globals';
import { newestRelease, recordedReleases, resolveRelease } from '../../src/istio/release.js';
import { InputError } from '../../src/source/problem.js';

test.each([
  ['1.30', '1.30.3'],
  ['1.30.3', '1.30.3'],
])('version %s is release %s', (version, release) => {
  expect(resolveRelease(version)).toBe(release);
});

test.each(['', '1', '1.3', '1.29', '1.30.', '1.30.2', 'v1.30', 'latest'])(
  'version "%s" is refused by name',
  version => {
    expect(() => resolveRelease(version)).toThrow(InputError);
    expect(() => resolveRelease(version)).toThrow(`'${version}' is not simulated; known: 1.30.3`);
  },
);

test('what is simulated unasked is the newest release', () => {
  expect(newestRelease).toBe(recordedReleases.at(-1));
});
