import type { Finding } from '../findings/finding.js';

/** What becomes of each finding: every one is in exactly one of the lists, in the order of the review. */
export interface CommentPlan<Place> {
  /** To be said inline now. */
  readonly create: readonly Placed<Place>[];
  /** Said inline by an earlier run. */
  readonly posted: readonly Finding[];
  /** Without a comment: on lines that the diff does not show, or beyond the most that one review bears. */
  readonly unplaced: readonly Finding[];
}

export interface Placed<Place> {
  readonly finding: Finding;
  readonly place: Place;
}

/** GitHub names no limit, but refuses reviews from somewhere above thirty comments on. */
export const maxInlineComments = 25;

/**
 * Decides which findings become review comments; sends nothing. Findings come most severe first, so the first
 * ones get the places. Comments of earlier runs count towards the limit: a second run plans nothing new.
 */
export function planComments<Place>(
  findings: readonly Finding[],
  posted: ReadonlySet<string>,
  placeOf: (finding: Finding) => Place | null,
): CommentPlan<Place> {
  const isPosted = ({ fingerprint }: Finding) => posted.has(fingerprint);
  const room = Math.max(0, maxInlineComments - findings.filter(isPosted).length);
  const create = findings
    .filter(finding => !isPosted(finding))
    .flatMap(finding => {
      const place = placeOf(finding);
      return place === null ? [] : [{ finding, place }];
    })
    .slice(0, room);

  const created = new Set(create.map(({ finding }) => finding));
  return {
    create,
    posted: findings.filter(isPosted),
    unplaced: findings.filter(finding => !isPosted(finding) && !created.has(finding)),
  };
}
