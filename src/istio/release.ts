import { InputError } from '../source/problem.js';

/** The releases whose answers were recorded and that the simulation reproduces, newest last. */
export const recordedReleases = ['1.30.3'] as const;

export type Release = (typeof recordedReleases)[number];

/** The newest release: what is simulated when nothing is said. */
export const newestRelease: Release = '1.30.3';

/** The recorded release that `version` means: itself, or the newest recorded patch of a minor such as `1.30`. */
export function resolveRelease(version: string): Release {
  const found = recordedReleases.findLast(release => release === version || release.startsWith(`${version}.`));
  if (found !== undefined && /^\d+\.\d+(\.\d+)?$/.test(version)) return found;
  throw new InputError([
    {
      code: 'unknown-version',
      message: `Istio version '${version}' is not simulated; known: ${recordedReleases.join(', ')} (or the minor alone, e.g. 1.30)`,
      at: null,
    },
  ]);
}
