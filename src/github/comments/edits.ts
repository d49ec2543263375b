import { failureIn } from '../pull-request/github-error.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Edit } from './comment-plan.js';
import type { Said } from './said.js';

/**
 * Edits the comments, each after its thread: what ends between the two is seen by the next run, which goes by the text. A
 * token that may not resolve one thread may resolve none, and is not asked again: the text says it all.
 */
export async function applyEdits(pullRequest: PullRequest, edits: readonly Edit[], said: Said): Promise<void> {
  let mayResolve = true;
  for (const { comment, body, resolve } of edits) {
    if (resolve !== null && mayResolve) {
      const refusal = await refusalOf(() => pullRequest.setResolved(resolve.thread, resolve.isResolved), [403, 404]);
      mayResolve = refusal !== 403;
    }
    const refusal = await refusalOf(() => pullRequest.updateReviewComment(comment.id, body), [404]);
    if (refusal === null) said.stands(comment.id, body);
    else said.falls(comment.id); // Somebody deleted it since we looked
  }
}

/** Which of these statuses the call was refused with; null if it was not. */
async function refusalOf<Status extends number>(call: () => Promise<void>, statuses: readonly Status[]) {
  try {
    await call();
    return null;
  } catch (error) {
    const failure = failureIn(error);
    const status = failure?.isForbidden ? statuses.find(one => one === failure.status) : undefined;
    if (status === undefined) throw error;
    return status;
  }
}
