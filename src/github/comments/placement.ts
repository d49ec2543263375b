import type { Cause, Finding } from '../../findings/finding.js';
import { anchorOf, causeAnchorOf, offeredSuggestion, type Anchor } from '../../report/anchors.js';
import type { CommentOptions } from '../../report/review-comments.js';
import { readHunks, shownRange, type Hunk, type LineRange } from '../pull-request/diff-lines.js';
import type { ChangedFile, DiffPlace } from '../pull-request/pull-request.js';

/** Where a finding's comment can stand, and on what it then stands (`CommentOptions`). */
export interface Placement extends DiffPlace {
  readonly on: 'suggestion' | 'cause';
}

/**
 * Decides where in the pull request's diff a finding can be said, best place first; nowhere if the diff does not show its
 * lines.
 *
 * The review's lines are those of the merge commit and of the branch it goes into; GitHub's are those of the pull
 * request's head and of the merge base. Mostly they are the same. They are taken for the same if the head's file is
 * the one reviewed (`reviewedBlob`: the id of its content), or else if the first line has the text that the review
 * saw there. A suggestion is a click away from being committed, so for it only the former will do.
 */
export function placementIn(files: readonly ChangedFile[], reviewedBlob: (path: string) => string | null) {
  const isReviewed = ({ path, blob }: ChangedFile) => blob !== null && blob === reviewedBlob(path);

  function onSuggestion(finding: Finding): Placement | null {
    if (offeredSuggestion(finding) === null) return null;
    const wanted = anchorOf(finding);
    const found = shownIn(files, wanted);
    if (found === null || !isReviewed(found.file) || !isWhole(found.range, wanted)) return null;
    return { path: found.file.path, side: wanted.side, ...found.range, on: 'suggestion' };
  }

  function onCause(finding: Finding): Placement | null {
    const [cause] = finding.causes;
    const wanted = causeAnchorOf(finding);
    const found = shownIn(files, wanted);
    if (cause === undefined || found === null) return null;
    const isSameFile = wanted.side === 'RIGHT' && isReviewed(found.file);
    if (!isSameFile && !showsExcerpt(found, wanted, cause)) return null;
    return { path: found.file.path, side: wanted.side, ...found.range, on: 'cause' };
  }

  return (finding: Finding): readonly Placement[] =>
    [onSuggestion(finding), onCause(finding)].filter(placement => placement !== null);
}

/**
 * On what a comment stands that is there already. A click replaces exactly the lines above it, so a suggestion is one only
 * there; below a part of its cause a reader sees that cause.
 */
export function standsOn(place: DiffPlace | null, placements: readonly Placement[]): CommentOptions['on'] {
  if (place === null) return 'nothing';
  const isThere = (wanted: Placement) => {
    if (wanted.path !== place.path || wanted.side !== place.side) return false;
    return wanted.on === 'suggestion'
      ? wanted.line === place.line && wanted.endLine === place.endLine
      : wanted.line <= place.endLine && place.line <= wanted.endLine;
  };
  return placements.find(isThere)?.on ?? 'nothing';
}

interface Shown {
  readonly file: ChangedFile;
  readonly hunks: readonly Hunk[];
  readonly range: LineRange;
}

function shownIn(files: readonly ChangedFile[], anchor: Anchor): Shown | null {
  const file = files.find(({ path, basePath }) => (anchor.side === 'LEFT' ? basePath : path) === anchor.file);
  if (file === undefined || file.patch === null) return null;
  const hunks = readHunks(file.patch);
  const range = shownRange(hunks, anchor.side, rangeOf(anchor));
  return range === null ? null : { file, hunks, range };
}

function rangeOf({ line, startLine = line }: Anchor): LineRange {
  return { line: startLine, endLine: line };
}

function isWhole(range: LineRange, wanted: Anchor): boolean {
  const { line, endLine } = rangeOf(wanted);
  return range.line === line && range.endLine === endLine;
}

/** The hunk that the comment stands in shows the first line, with the text that the review saw. */
function showsExcerpt({ hunks, range }: Shown, wanted: Anchor, { excerpt }: Cause): boolean {
  const hunk = hunks.find(candidate => candidate[wanted.side].has(range.line));
  return hunk?.[wanted.side].get(rangeOf(wanted).line)?.trimEnd() === excerpt.trimEnd();
}
