import type { OpenPullRequest } from '../pull-request/pull-request.js';
import { Unpostable } from './unpostable.js';
import type { ReviewedRun } from './workflow-run.js';

/** How GitHub is asked for the pull requests of the branch that was reviewed, `owner:branch`. */
export function headOf({ headOwner, headBranch }: ReviewedRun): string {
  return `${headOwner}:${headBranch}`;
}

/**
 * Which of the open pull requests of that branch was reviewed: the one whose head is still the reviewed commit. The payload
 * names none for forks, and what it names may have moved on.
 */
export function reviewedPullRequest(open: readonly OpenPullRequest[], run: ReviewedRun): OpenPullRequest {
  const ofRepository = open.filter(({ headRepositoryId }) => headRepositoryId === run.headRepositoryId);
  const [one, ...others] = ofRepository.filter(({ headSha }) => headSha === run.headSha);
  if (one !== undefined && others.length === 0) return one;
  const commit = run.headSha.slice(0, 10);
  if (one !== undefined) {
    const numbers = [one, ...others].map(({ number }) => `#${number}`).join(', ');
    throw new Unpostable('notice', `${numbers} all have the head ${commit}, so it is not known which was reviewed`);
  }
  const why = ofRepository.length > 0 ? 'it has moved on, and its next run reviews it' : 'it may be closed by now';
  throw new Unpostable('notice', `no open pull request has the head ${commit} that was reviewed: ${why}`);
}
