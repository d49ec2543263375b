import type { Review } from '../../findings/review.js';
import { isSummary, markedFingerprints } from '../../report/marker.js';
import type { Link } from '../../report/place.js';
import { commentBody } from '../../report/review-comments.js';
import { storiesOf, type Story } from '../../report/story.js';
import { longestComment, summary } from '../../report/summary.js';
import { planComments } from './comment-plan.js';
import { isOurs } from '../pull-request/ownership.js';
import { placementIn } from './placement.js';
import {
  GitHubError,
  type Comment,
  type CommentDraft,
  type PullRequest,
  type ReviewDraft,
} from '../pull-request/pull-request.js';

export interface Publication {
  readonly review: Review;
  /** The head of the pull request: the commit that the comments are anchored on. */
  readonly commit: string;
  /** The content id of a reviewed file of the head; null where there is none of that path. */
  readonly reviewedBlob: (path: string) => string | null;
  readonly link: Link;
  /** Where a summary that had to be cut points to. */
  readonly fullReport: string;
}

export interface Published {
  /** Fingerprints that the comments on the diff carry, also of findings that are gone. */
  readonly inline: ReadonlySet<string>;
  /** GitHub's words where it refused the comments on the diff, so that the summary carries them all. */
  readonly refusal: string | null;
}

/**
 * Brings the comments of a pull request up to date: one review with the stories that the diff shows and no earlier
 * run has said, then the sticky comment with the summary. Without news it writes nothing.
 */
export async function publish(pullRequest: PullRequest, publication: Publication): Promise<Published> {
  const [viewer, files, reviewComments, issueComments] = await Promise.all([
    pullRequest.viewer(),
    pullRequest.files(),
    pullRequest.reviewComments(),
    pullRequest.issueComments(),
  ]);
  const ours = (comments: readonly Comment[]) => comments.filter(({ author }) => isOurs(author, viewer));

  const { review, commit, reviewedBlob, link } = publication;
  const posted = new Set(ours(reviewComments).flatMap(({ body }) => markedFingerprints(body)));
  const placement = placementIn(files, reviewedBlob);
  const draft = (story: Story) => draftComment(story, placement(story.told), link);
  const plan = planComments(storiesOf(review.findings), posted, draft);

  const drafts = plan.create.map(({ place }) => place);
  const refusal = await sendReview(pullRequest, commit, drafts);
  const created = refusal === null ? drafts.flatMap(({ body }) => markedFingerprints(body)) : [];
  const inline = new Set([...posted, ...created]);

  const sticky = ours(issueComments).find(({ body }) => isSummary(body)) ?? null;
  await keepSticky(pullRequest, sticky, publication, inline);
  return { inline, refusal };
}

function draftComment(story: Story, placement: ReturnType<ReturnType<typeof placementIn>>, link: Link) {
  if (placement === null) return null;
  const { on, ...place } = placement;
  const body = commentBody(story, { on, link });
  return body.length > longestComment ? null : { ...place, body };
}

/** GitHub asks for a text above the comments. */
const reviewBody =
  'What this change does to outbound traffic, where the diff shows it. The summary comment has the rest.';

/**
 * Sends the comments, all in one review, so that a pull request's people get one mail. GitHub takes all or none (422)
 * and does not say which comment it is that it refuses: none stands then, and the answer is GitHub's text.
 */
async function sendReview(
  pullRequest: PullRequest,
  commit: ReviewDraft['commit'],
  comments: readonly CommentDraft[],
): Promise<string | null> {
  if (comments.length === 0) return null;
  try {
    await pullRequest.createReview({ commit, body: reviewBody, comments });
    return null;
  } catch (error) {
    if (error instanceof GitHubError && error.status === 422) return error.message;
    throw error;
  }
}

async function keepSticky(
  pullRequest: PullRequest,
  sticky: Comment | null,
  { review, link, fullReport }: Publication,
  inline: Published['inline'],
): Promise<void> {
  if (sticky === null && isEmpty(review)) return;
  const body = summary(review, { inline, link, max: longestComment, fullReport });
  if (sticky === null) await pullRequest.createIssueComment(body);
  else if (normalized(sticky.body) !== normalized(body)) await pullRequest.updateIssueComment(sticky.id, body);
}

/** Nothing that anyone has to be told. */
function isEmpty({ findings, improvements, problems }: Review): boolean {
  return findings.length + improvements.length + problems.length === 0;
}

function normalized(body: string): string {
  return body.replaceAll('\r\n', '\n').trim();
}
