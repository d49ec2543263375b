import type { Review } from '../../findings/review.js';
import type { Links } from '../../report/place.js';
import { storiesOf } from '../../report/story.js';
import { GitHubError } from '../pull-request/github-error.js';
import type { CommentDraft, PullRequest, PullRequestState } from '../pull-request/pull-request.js';
import { planComments } from './comment-plan.js';
import { applyEdits, type Unedited } from './edits.js';
import { ourComments } from './our-comments.js';
import { placementIn } from './placement.js';
import { Said } from './said.js';
import { sendReview, type Refused } from './send-review.js';
import { keepSticky } from './sticky.js';

export interface Publication {
  readonly review: Review;
  /** The head of the pull request: the commit that the comments are anchored on. */
  readonly commit: string;
  /** The content id of a reviewed file of the head; null where there is none of that path. */
  readonly reviewedBlob: (path: string) => string | null;
  readonly links: Links;
  /** Where a summary that had to be cut points to. */
  readonly fullReport: string;
}

/** What the people of the pull request can read now. */
export interface Published {
  /** Fingerprints that the comments on the diff carry, also of findings that are gone. */
  readonly inline: ReadonlySet<string>;
  /** Comments that GitHub did not take on their lines. */
  readonly refused: readonly Refused[];
  /** Comments whose new text GitHub did not take. */
  readonly unedited: readonly Unedited[];
  /** What ended it before the summary comment told all the others; null if nothing did. */
  readonly end: GitHubError | Superseded | null;
}

/**
 * Brings the comments of a pull request up to date: one review with the stories that the diff shows and that no comment
 * tells, edits of those that tell another thing by now, then the sticky comment with the summary. Without news it writes
 * nothing, so a run after one that failed half-way does the other half.
 */
export async function publish(pullRequest: PullRequest, publication: Publication): Promise<Published> {
  const said = new Said();
  const refusals = { refused: [] as Refused[], unedited: [] as Unedited[] };
  try {
    await deliver(pullRequest, publication, said, refusals);
    return { inline: said.fingerprints(), ...refusals, end: null };
  } catch (error) {
    if (!(error instanceof GitHubError || error instanceof Superseded)) throw error;
    return { inline: said.fingerprints(), ...refusals, end: error };
  }
}

async function deliver(
  pullRequest: PullRequest,
  publication: Publication,
  said: Said,
  { refused, unedited }: { readonly refused: Refused[]; readonly unedited: Unedited[] },
): Promise<void> {
  const { review, commit, reviewedBlob, links, fullReport } = publication;
  const requireCurrent = async () => requireShown(commit, await pullRequest.state());
  await requireCurrent();

  const [viewer, files, reviewComments, issueComments] = await Promise.all([
    pullRequest.viewer(),
    pullRequest.files(),
    pullRequest.reviewComments(),
    pullRequest.issueComments(),
  ]);
  const hasOurs = ourComments(reviewComments, viewer).length > 0;
  const comments = ourComments(reviewComments, viewer, hasOurs ? await pullRequest.threads() : new Map());
  for (const { id, body } of comments) said.stands(id, body);

  const placementsOf = placementIn(files, reviewedBlob);
  const plan = planComments({
    stories: storiesOf(review.findings),
    comments,
    placements: story => placementsOf(story.told),
    links,
    commit,
    waived: review.waived,
    isWhole: review.problems.length + review.unread.length === 0,
  });

  const known = new Set(reviewComments.map(({ id }) => id));
  const posted = ({ body }: CommentDraft) => said.add(body);
  const sending = { pullRequest, viewer, commit, known, posted, requireCurrent };
  refused.push(...(await sendReview(sending, plan.create)));
  await applyEdits(pullRequest, plan.edits, said, comment => unedited.push(comment));
  const inline = said.fingerprints();
  await keepSticky(pullRequest, viewer, issueComments, review, { inline, links, fullReport });
}

/** Nobody asks for the review of this commit any more. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

function requireShown(commit: string, { head, isOpen }: PullRequestState): void {
  if (!isOpen) throw new Superseded('the pull request is closed');
  if (head === commit) return;
  throw new Superseded(`the pull request is at ${head.slice(0, 7)} by now, which has a run of its own`);
}
