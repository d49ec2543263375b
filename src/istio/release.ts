import { inputError } from '../source/problem.js';
import { compareVersions, parseVersion, versionText, type Version } from './version.js';

/** The releases whose answers were recorded and are reproduced, oldest first. */
export const recordedReleases = [
  '1.11.0',
  '1.16.7',
  '1.20.8',
  '1.22.8',
  '1.24.6',
  '1.26.8',
  '1.28.10',
  '1.30.3',
] as const;

const recorded: readonly Version[] = recordedReleases.flatMap(text => parseVersion(text) ?? []);

/** What is simulated when nothing is said. */
export const newestRelease: Version = { minor: 30, patch: 3 };

export const oldestRelease: Version = { minor: 11, patch: 0 };

/** The release that `text` names: of a minor alone the recorded patch, else its last. Throws InputError for anything else. */
export function resolveRelease(text: string): Version {
  const version = parseVersion(text);
  if (version === null || compareVersions(version, oldestRelease) < 0) {
    const message =
      `Istio version '${text}' is not simulated; expected a release of Istio 1.x from ${versionText(oldestRelease)}, ` +
      `such as 1.24 or 1.24.6; the newest that was recorded is ${versionText(newestRelease)}`;
    throw inputError('unknown-version', message);
  }
  return recordedOf(version);
}

/** Of a minor alone the recorded patch, else its last; any other release as it is. */
export function recordedOf(version: Version): Version {
  if (version.patch !== Infinity) return version;
  return recorded.findLast(({ minor }) => minor === version.minor) ?? version;
}

/** Whether the simulation was held against a real istiod of just this release. */
export function isRecorded(version: Version): boolean {
  return recorded.some(known => compareVersions(known, version) === 0);
}
