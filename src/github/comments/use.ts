import { named, unnamed, type UseName } from '../../report/use-name.js';
import type { Comment, PullRequest } from '../pull-request/pull-request.js';

/**
 * The pull request as one use of the action among several sees it: its comments are those that carry its name. Without a
 * name they are those without one.
 */
export function ofUse(pullRequest: PullRequest, use: UseName | null): PullRequest {
  if (use === null) return pullRequest;
  const own = <Each extends Comment>(comments: readonly Each[]) =>
    comments.flatMap(comment => {
      const body = unnamed(comment.body, use);
      return body === null ? [] : [{ ...comment, body }];
    });
  return {
    ...pullRequest,
    reviewComments: async () => own(await pullRequest.reviewComments()),
    issueComments: async () => own(await pullRequest.issueComments()),
    createReview: review =>
      pullRequest.createReview({
        ...review,
        comments: review.comments.map(draft => ({ ...draft, body: named(draft.body, use) })),
      }),
    updateReviewComment: (id, body) => pullRequest.updateReviewComment(id, named(body, use)),
    createIssueComment: body => pullRequest.createIssueComment(named(body, use)),
    updateIssueComment: (id, body) => pullRequest.updateIssueComment(id, named(body, use)),
  };
}
