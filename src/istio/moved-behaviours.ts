import { decode } from '../resources/decode.js';
import type { SourceDocument } from '../source/document.js';
import { admissionOf } from './admission-of.js';
import { behaviourNames, behaviours, type Behaves, type Behaviour } from './behaviours.js';
import type { Flag, Row } from './behaviours/row.js';
import { isWithinAny, type Span } from './span.js';
import { compareVersions, versionText, type Version } from './version.js';

/** What istiod does otherwise at head than at base, and where Istio tells of it. */
export interface MovedBehaviour {
  readonly name: string;
  /** What head's istiod does: a sentence without its final stop. */
  readonly now: string;
  /** What base's did: such a sentence. */
  readonly before: string;
  /** The release that moved it, `1.24` or `1.20.8`; null where a feature flag or nothing but the name of the release did. */
  readonly release: string | null;
  /** What keeps base's behaviour at head; null where nothing does. */
  readonly keptBy: FlagSetting | null;
  /** null where there is nothing to tell. */
  readonly note: ReleaseNote | null;
}

export interface FlagSetting {
  readonly flag: string;
  readonly value: boolean;
  /** The release that no longer knows the flag; null where every known one does. */
  readonly until: string | null;
}

export interface ReleaseNote {
  readonly url: string;
  /** Else the address is that of the pull request. */
  readonly isInReleaseNotes: boolean;
  readonly pullRequest: number;
}

/** The rows on which two istiods differ, sorted. */
export function movedBetween(base: Behaves, head: Behaves): readonly Behaviour[] {
  return behaviourNames.filter(name => base(name) !== head(name));
}

/** The rows that moved and without which head's webhook would judge the manifest as base's does. */
export function movedAdmission(document: SourceDocument, base: Behaves, head: Behaves): readonly Behaviour[] {
  const isTaken = (behaves: Behaves) => decode(document, admissionOf(behaves)).outcome === 'resource';
  if (isTaken(base) === isTaken(head)) return [];
  return movedBetween(base, head).filter(name => isTaken(asked => head(asked) !== (asked === name)) === isTaken(base));
}

/** Tells of one row in words. `does`: whether head's istiod does it. */
export function moveOf(name: Behaviour, does: boolean, from: Version, to: Version): MovedBehaviour {
  const row: Row = behaviours[name];
  const ofRelease = lastBetween(row.releases, from, to);
  const moved = ofRelease ?? lastBetween(row.flag?.releases ?? [], from, to);
  const isTold = row.note.isInReleaseNotes && moved !== null && (ofRelease === null || isLasting(row, ofRelease));
  return {
    name,
    now: does ? row.does : row.otherwise,
    before: does ? row.otherwise : row.does,
    release: moved === null ? null : releaseText(moved),
    keptBy: row.flag === undefined ? null : settingOf(row.flag, !does, to),
    note: {
      url: isTold ? notesAddress(moved) : `https://github.com/istio/istio/pull/${row.note.pullRequest}`,
      isInReleaseNotes: isTold,
      pullRequest: row.note.pullRequest,
    },
  };
}

/** The release itself, which decides where a manifest asks for it. */
export function releaseMove(from: Version, to: Version): MovedBehaviour {
  return {
    name: 'release',
    now: `Sidecars are of release ${versionText(to)}: an EnvoyFilter may ask for it by proxyVersion`,
    before: `They were of release ${versionText(from)}`,
    release: null,
    keptBy: null,
    note: null,
  };
}

/** Whether a release does what all later ones do: that is what notes tell of, not that a patch is missing in the next minor. */
function isLasting({ releases }: Row, release: Version): boolean {
  return isWithinAny(release, releases) === isWithinAny({ minor: Infinity, patch: 0 }, releases);
}

/** Where Istio announces a release: a minor has a page of change notes, a patch is told of on one page. */
export function notesAddress(release: Version): string {
  const announced = `https://istio.io/latest/news/releases/1.${release.minor}.x/announcing-${releaseText(release)}/`;
  return release.patch === 0 ? `${announced}change-notes/` : announced;
}

function settingOf({ name, releases }: Flag, value: boolean, to: Version): FlagSetting | null {
  const span = releases.find(one => isWithinAny(to, [one]));
  if (span === undefined) return null;
  return { flag: name, value, until: span.before === null ? null : releaseText(span.before) };
}

/** The last end of a span after the older release, up to the newer one. */
function lastBetween(spans: readonly Span[], a: Version, b: Version): Version | null {
  const [older, newer] = compareVersions(a, b) <= 0 ? [a, b] : [b, a];
  const ends = spans
    .flatMap(({ from, before }) => [from, before])
    .filter(end => end !== null)
    .filter(end => compareVersions(end, older) > 0 && compareVersions(end, newer) <= 0);
  return ends.sort(compareVersions).at(-1) ?? null;
}

/** `1.24` for its first patch, as Istio names it. */
function releaseText(version: Version): string {
  return version.patch === 0 ? `1.${version.minor}` : versionText(version);
}
