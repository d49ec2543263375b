import { failureIn, type GitHubError } from '../pull-request/github-error.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Edit } from './comment-plan.js';
import type { Said } from './said.js';

/**
 * Edits the comments, each before its thread, so that a thread is never resolved above a text that says nothing of it. A
 * token that may not resolve one may resolve none, and is not asked again: the text says it all.
 */
export async function applyEdits(pullRequest: PullRequest, edits: readonly Edit[], said: Said): Promise<void> {
  let mayResolve = true;
  for (const { comment, body, resolve } of edits) {
    if (
      !(await isDone(
        () => pullRequest.updateReviewComment(comment.id, body),
        ({ status }) => status === 404,
      ))
    ) {
      said.falls(comment.id); // Somebody deleted it since we looked
      continue;
    }
    said.stands(comment.id, body);
    if (resolve === null || !mayResolve) continue;
    mayResolve = await isDone(
      () => pullRequest.setResolved(resolve.thread, resolve.isResolved),
      ({ isForbidden }) => isForbidden,
    );
  }
}

/** false where GitHub refuses in this way. */
async function isDone(call: () => Promise<void>, isRefusal: (failure: GitHubError) => boolean): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    const failure = failureIn(error);
    if (failure !== null && isRefusal(failure)) return false;
    throw error;
  }
}
