import type { Review } from '../../findings/review.js';
import { belowSummary, isSummary, summaryEnd } from '../../report/marker.js';
import { longestComment, summary, type SummaryOptions } from '../../report/summary.js';
import { isOurs } from '../pull-request/ownership.js';
import type { Comment, PullRequest } from '../pull-request/pull-request.js';
import { createOnce } from './create-once.js';
import { isSameText } from './same-text.js';

/** The comment with our summary among those of a pull request. */
export function stickyIn(comments: readonly Comment[], viewer: string | null): Comment | null {
  return comments.find(({ author, body }) => isOurs(author, viewer) && isSummary(body)) ?? null;
}

/** Brings the sticky comment up to date. What a person wrote below it stays there. A review with nothing to say creates none. */
export async function keepSticky(
  pullRequest: PullRequest,
  viewer: string | null,
  comments: readonly Comment[],
  review: Review,
  options: Omit<SummaryOptions, 'max'>,
): Promise<void> {
  const sticky = stickyIn(comments, viewer);
  if (sticky === null && isEmpty(review)) return;
  const below = sticky === null ? '' : belowSummary(sticky.body);
  const max = Math.max(longestComment - below.length, shortestSummary);
  const body = `${summary(review, { ...options, max })}\n\n${summaryEnd}${below}`;
  if (sticky === null) {
    await createOnce(
      () => pullRequest.createIssueComment(body),
      async () => stickyIn(await pullRequest.issueComments(), viewer) !== null,
    );
  } else if (!isSameText(sticky.body, body)) await pullRequest.updateIssueComment(sticky.id, body);
}

const shortestSummary = 2_000;

/** Nothing that anyone has to be told. */
function isEmpty({ findings, improvements, problems }: Review): boolean {
  return findings.length + improvements.length + problems.length === 0;
}
