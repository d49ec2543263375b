import { isKnownBy, type Story } from '../../report/story.js';

/** What becomes of each story: every one is in exactly one of the lists, in the order of the review. */
export interface CommentPlan<Place> {
  /** To be said inline now. */
  readonly create: readonly Placed<Place>[];
  /** Said inline by an earlier run, or some of it: what came to it since then has no comment of its own. */
  readonly posted: readonly Story[];
  /** Without a comment: on lines that the diff does not show, or beyond the most that one review bears. */
  readonly unplaced: readonly Story[];
}

export interface Placed<Place> {
  readonly story: Story;
  readonly place: Place;
}

/** GitHub names no limit, but refuses reviews from somewhere above thirty comments on. */
export const maxInlineComments = 25;

/**
 * Decides which stories become review comments; sends nothing. They come most severe first, so the first ones get the
 * places. Comments of earlier runs count towards the limit: a second run plans nothing new.
 *
 * `posted`: the fingerprints that comments of earlier runs carry.
 */
export function planComments<Place>(
  stories: readonly Story[],
  posted: ReadonlySet<string>,
  placeOf: (story: Story) => Place | null,
): CommentPlan<Place> {
  const isPosted = (story: Story) => isKnownBy(story, posted);
  const room = Math.max(0, maxInlineComments - stories.filter(isPosted).length);
  const create = stories
    .filter(story => !isPosted(story))
    .flatMap(story => {
      const place = placeOf(story);
      return place === null ? [] : [{ story, place }];
    })
    .slice(0, room);

  const created = new Set(create.map(({ story }) => story));
  return {
    create,
    posted: stories.filter(isPosted),
    unplaced: stories.filter(story => !isPosted(story) && !created.has(story)),
  };
}
