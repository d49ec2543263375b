import type { Review } from '../../findings/review.js';
import { annotations, type Annotation } from '../../report/annotations.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import { GitHubError } from '../pull-request/pull-request.js';
import { note } from './note.js';
import { publish, type Publication } from './publish.js';

/** Which findings the pull request shows on its lines, and which notes the check has to show instead. */
export interface Told {
  readonly inline: ReadonlySet<string>;
  readonly annotations: readonly Annotation[];
}

/** Comments on the pull request; what it does not take becomes annotations, so that nothing is lost. */
export async function tell(pullRequest: PullRequest, publication: Publication): Promise<Told> {
  try {
    const { inline, refusal } = await publish(pullRequest, publication);
    const refused = `GitHub refused the comments on lines, so the summary has all findings: ${refusal ?? ''}`;
    return { inline, annotations: refusal === null ? [] : [note('warning', refused)] };
  } catch (error) {
    if (error instanceof GitHubError) return untold(publication.review, refusalText(error));
    throw error;
  }
}

/** Nothing is said on the pull request, for the reason that is given, if any. */
export function untold({ findings }: Review, reason: string | null): Told {
  const notes = reason === null ? [] : [note('warning', reason)];
  return { inline: new Set(), annotations: [...notes, ...annotations(findings)] };
}

function refusalText({ status, message }: GitHubError): string {
  const instead = 'the findings are annotations and in the job summary instead of comments';
  if (status !== 403 && status !== 404) return `GitHub did not take the comments: ${message}; ${instead}`;
  return (
    `the token may not comment on this pull request: ${message}; ${instead}. Give the job ` +
    '`permissions: pull-requests: write`; for a pull request from a fork or by Dependabot the token stays read-only'
  );
}
