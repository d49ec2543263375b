/** A release of Istio: minor and patch of the 1.x line. */
export interface Version {
  readonly minor: number;
  /** Infinity stands for the last patch, where only the minor is said. */
  readonly patch: number;
}

/** Reads `1.24` or `1.24.6`, also as an image tag or a chart has it (`v1.24.6-distroless`); null for anything else. */
export function parseVersion(text: string): Version | null {
  const [, minor, patch] = /^v?1\.(\d{1,3})(?:\.(\d{1,3}))?(?:[-+].*)?$/.exec(text) ?? [];
  return minor === undefined ? null : { minor: Number(minor), patch: patch === undefined ? Infinity : Number(patch) };
}

/** Negative where `a` is the older one. */
export function compareVersions(a: Version, b: Version): number {
  if (a.minor !== b.minor) return a.minor - b.minor;
  return a.patch === b.patch ? 0 : a.patch < b.patch ? -1 : 1;
}

/** `1.24.6`, or `1.24` for its last patch. */
export function versionText({ minor, patch }: Version): string {
  return patch === Infinity ? `1.${minor}` : `1.${minor}.${patch}`;
}
