import { parseVersion, type Version } from './version.js';

/** A flag that profiles of `compatibilityVersion` set (CP-1). */
interface Kept {
  readonly flag: string;
  readonly value: boolean;
  /** The profiles that set it, by their minor release. */
  readonly profiles: readonly number[];
  /** The minor release whose charts have it first: the one that changed the default. */
  readonly since: number;
}

/** The files `manifests/helm-profiles/compatibility-version-1.*.yaml` of releases 1.21 to 1.30, as far as they decide egress. */
const kept: readonly Kept[] = [
  { flag: 'ENABLE_EXTERNAL_NAME_ALIAS', value: false, profiles: [20], since: 21 },
  {
    flag: 'PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING',
    value: true,
    profiles: [20],
    since: 21,
  },
  { flag: 'ENABLE_ENHANCED_RESOURCE_SCOPING', value: false, profiles: [20, 21], since: 22 },
  { flag: 'PILOT_UNIFIED_SIDECAR_SCOPE', value: false, profiles: [21, 22, 23], since: 24 },
  { flag: 'ENABLE_ENHANCED_DESTINATIONRULE_MERGE', value: false, profiles: [21, 22, 23], since: 24 },
  { flag: 'PILOT_ENABLE_IP_AUTOALLOCATE', value: false, profiles: [24], since: 25 },
  { flag: 'PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE', value: false, profiles: [25, 26, 27, 28, 29], since: 30 },
];

/** The flags that a release sets to keep the defaults of the release that `compatibility` names. */
export function compatibilityFlags(compatibility: string, release: Version): ReadonlyMap<string, boolean> {
  const profile = parseVersion(compatibility)?.minor;
  if (profile === undefined || !isShipped(profile, release.minor)) return new Map();
  return new Map(
    kept
      .filter(({ profiles, since }) => profiles.includes(profile) && release.minor >= since)
      .map(({ flag, value }) => [flag, value]),
  );
}

/** A release had the profiles of the three minor releases before it; none was dropped after 1.25. */
function isShipped(profile: number, minor: number): boolean {
  return profile < minor && (profile >= 25 || minor <= profile + 3);
}
