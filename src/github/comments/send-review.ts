import { markedFingerprints } from '../../report/marker.js';
import { reviewText } from '../../report/review-text.js';
import { failureIn } from '../pull-request/github-error.js';
import type { CommentDraft, PullRequest, ReviewDraft } from '../pull-request/pull-request.js';
import type { NewComment } from './comment-plan.js';
import { createOnce } from './create-once.js';
import { ourComments } from './our-comments.js';

/** What sending a review needs of the delivery that it is a part of. */
export interface Sending {
  readonly pullRequest: PullRequest;
  readonly viewer: string | null;
  readonly commit: ReviewDraft['commit'];
  /** The comments that stood before. */
  readonly known: ReadonlySet<number>;
  /** Told of each comment once it stands: a failure after it does not take it back. */
  readonly posted: (draft: CommentDraft) => void;
  /** Throws if the pull request shows another commit by now. */
  readonly requireCurrent: () => Promise<void>;
}

/** A comment that GitHub did not take on its lines, with its words. */
export interface Refused {
  readonly draft: CommentDraft;
  readonly words: string;
}

/** Finds one bad comment among 25 wherever it is; several may take good ones with them, to the summary. */
const mostReviews = 12;

/**
 * Sends the comments, all in one review, so that a pull request's people get one mail. GitHub takes all or none (422) and
 * does not say which comment it minds. If the commit is still the one at the tip, halves of what was refused are sent until
 * the bad ones are alone.
 */
export async function sendReview(sending: Sending, comments: readonly NewComment[]): Promise<readonly Refused[]> {
  const refused: Refused[] = [];
  const waiting: { readonly group: readonly NewComment[]; readonly words: string | null }[] = [];
  if (comments.length > 0) waiting.push({ group: comments, words: null });

  let reviews = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { group, words: wordsOfWhole } = next;
    if (reviews === mostReviews) {
      refused.push(...group.map(draft => ({ draft, words: wordsOfWhole ?? 'not sent, after too many refusals' })));
      continue;
    }
    reviews += 1;
    const words = await refusalOf(sending, group);
    if (words === null) continue;
    if (reviews === 1) await sending.requireCurrent();
    const half = Math.ceil(group.length / 2);
    if (half === group.length) refused.push(...group.map(draft => ({ draft, words })));
    else waiting.unshift({ group: group.slice(0, half), words }, { group: group.slice(half), words });
  }
  return refused;
}

async function refusalOf(sending: Sending, group: readonly NewComment[]): Promise<string | null> {
  const { pullRequest, commit, posted } = sending;
  const stories = group.map(({ story }) => story);
  const review = { commit, body: reviewText(stories, commit), comments: group };
  try {
    await createOnce(
      () => pullRequest.createReview(review),
      () => isThere(sending, group),
    );
    group.forEach(posted);
    return null;
  } catch (error) {
    const failure = failureIn(error);
    if (failure?.status === 422) return failure.message;
    throw error;
  }
}

/** A review stands as a whole or not at all, so its first comment tells of all. */
async function isThere({ pullRequest, viewer, known }: Sending, [first]: readonly CommentDraft[]): Promise<boolean> {
  const [fingerprint = ''] = markedFingerprints(first?.body ?? '');
  const comments = ourComments(await pullRequest.reviewComments(), viewer);
  return comments.some(({ id, mark }) => !known.has(id) && mark.fingerprints.includes(fingerprint));
}
