import { compareVersions, parseVersion, type Version } from './version.js';

/** Releases from one on and before another; null leaves that end open. */
export interface Span {
  readonly from: Version | null;
  readonly before: Version | null;
}

/** A minor alone means its first patch. */
export function since(first: string): Span {
  return { from: versionOf(first), before: null };
}

export function before(firstWithout: string): Span {
  return { from: null, before: versionOf(firstWithout) };
}

export function between(first: string, firstWithout: string): Span {
  return { from: versionOf(first), before: versionOf(firstWithout) };
}

export function isWithinAny(version: Version, spans: readonly Span[]): boolean {
  return spans.some(span => isWithin(version, span));
}

function isWithin(version: Version, span: Span): boolean {
  return (
    (span.from === null || compareVersions(version, span.from) >= 0) &&
    (span.before === null || compareVersions(version, span.before) < 0)
  );
}

function versionOf(text: string): Version {
  const version = parseVersion(text);
  if (version === null) throw new Error(`'${text}' is no release`);
  return version.patch === Infinity ? { ...version, patch: 0 } : version;
}
