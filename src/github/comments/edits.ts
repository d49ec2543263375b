import { failureIn, type GitHubError } from '../pull-request/github-error.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Edit } from './comment-plan.js';
import type { OurComment } from './our-comments.js';
import type { Said } from './said.js';

/** A comment whose new text GitHub did not take, with its words: the former text stands. */
export interface Unedited {
  readonly comment: OurComment;
  readonly words: string;
}

/**
 * Edits the comments, each after its thread: what ends between the two is seen by the next run, which goes by the text. A
 * token that may not resolve one thread may resolve none, and is not asked again: the text says it all. A comment that
 * cannot be edited tells no finding any more, so that the summary does.
 */
export async function applyEdits(
  pullRequest: PullRequest,
  edits: readonly Edit[],
  said: Said,
  left: (comment: Unedited) => void,
): Promise<void> {
  let mayResolve = true;
  for (const { comment, body, resolve } of edits) {
    if (resolve !== null && mayResolve) {
      const refusal = await refusalOf(() => pullRequest.setResolved(resolve.thread, resolve.isResolved), [403, 404]);
      mayResolve = refusal?.status !== 403;
    }
    // 404: somebody deleted it since we looked
    const refusal = await refusalOf(() => pullRequest.updateReviewComment(comment.id, body), [404, 422]);
    if (refusal === null) said.stands(comment.id, body);
    else said.falls(comment.id);
    if (refusal?.status === 422) left({ comment, words: refusal.message });
  }
}

/** GitHub's refusal, where it has one of these statuses and is no rate limit; null where it did what was asked. */
async function refusalOf(call: () => Promise<void>, statuses: readonly number[]): Promise<GitHubError | null> {
  try {
    await call();
    return null;
  } catch (error) {
    const failure = failureIn(error);
    if (failure === null || failure.isRateLimit || !statuses.includes(failure.status ?? 0)) throw error;
    return failure;
  }
}
