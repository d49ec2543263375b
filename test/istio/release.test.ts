import { expect, test } from '@jest/globals';
import { isRecorded, newestRelease, recordedReleases, resolveRelease } from '../../src/istio/release.js';
import { versionText } from '../../src/istio/version.js';
import { InputError } from '../../src/source/problem.js';

test.each([
  ['1.30', '1.30.3', true],
  ['1.30.3', '1.30.3', true],
  ['v1.24.6-distroless', '1.24.6', true],
  ['1.11', '1.11.0', true],
  ['1.24.2', '1.24.2', false],
  ['1.23', '1.23', false],
  ['1.31', '1.31', false],
])('version %s is release %s, recorded: %s', (text, release, recorded) => {
  const version = resolveRelease(text);
  expect([versionText(version), isRecorded(version)]).toEqual([release, recorded]);
});

test.each(['', '1', '2.1', '1.30.', '1.10', '1.10.4', '0.30.1', 'latest', '1.x', '1.30.3.1'])(
  'version "%s" is refused by name',
  text => {
    expect(() => resolveRelease(text)).toThrow(InputError);
    expect(() => resolveRelease(text)).toThrow(
      `Istio version '${text}' is not simulated; expected a release of Istio 1.x from 1.11.0, such as 1.24 or 1.24.6; the newest that was recorded is 1.30.3`,
    );
  },
);

test('what is simulated unasked is the newest recorded release', () => {
  expect(versionText(newestRelease)).toBe(recordedReleases.at(-1));
});
