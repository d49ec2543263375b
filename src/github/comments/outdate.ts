import { unreviewedSummary } from '../../report/unreviewed.js';
import { failureIn, type GitHubError } from '../pull-request/github-error.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import { isSameText } from './same-text.js';
import { stickyIn } from './sticky.js';

/**
 * Has the summary comment say that this commit could not be reviewed, so that nobody takes what it says of an earlier run
 * for this one. Where none stands, nobody can. Gives GitHub's failure, if that prevented it.
 */
export async function outdateSticky(
  pullRequest: PullRequest,
  commit: string,
  reason: string,
): Promise<GitHubError | null> {
  try {
    const { head, isOpen } = await pullRequest.state();
    if (!isOpen || head !== commit) return null;
    const [viewer, comments] = await Promise.all([pullRequest.viewer(), pullRequest.issueComments()]);
    const sticky = stickyIn(comments, viewer);
    if (sticky === null) return null;
    const body = unreviewedSummary(sticky.body, commit, reason);
    if (!isSameText(sticky.body, body)) await pullRequest.updateIssueComment(sticky.id, body);
    return null;
  } catch (error) {
    const failure = failureIn(error);
    if (failure === null) throw error;
    return failure;
  }
}
