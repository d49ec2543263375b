import { isCommitId } from '../../source/commit-store.js';
import { inputError } from '../../source/problem.js';
import { GitHubError } from '../pull-request/github-error.js';
import { attempt, octokitClient, type Client } from '../pull-request/octokit-client.js';
import { timeLimits } from '../pull-request/time-limits.js';
import type { RemoteHistory } from './repository-commits.js';

/** Names a repository on GitHub. */
interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/**
 * Asks GitHub's API, at the server that `GITHUB_API_URL` names. What it does not answer is an InputError: without a
 * commit to compare with there is no review.
 *
 * `otherwise`: what a user can do so that nobody has to be asked, for errors; null for nothing.
 */
export function octokitHistory(token: string, name: RepositoryName, otherwise: string | null): RemoteHistory {
  const { owner, repo } = name;
  let made: Client | null = null;
  const client = () => {
    if (token !== '') return (made ??= octokitClient(token, timeLimits()));
    throw inputError(
      'unknown-revision',
      'GitHub has to be asked for the commits, and input `token` is empty: leave it to its default',
    );
  };
  // The answers list changed files, of which none is needed.
  const page = { per_page: 1 };

  return {
    commitOf: async ref => {
      try {
        const octokit = client();
        const { data } = await attempt(() => octokit.rest.repos.getCommit({ owner, repo, ref, ...page }));
        return commitIn(data);
      } catch (error) {
        // No such name is 422; 404 is a repository that the token does not see.
        if (error instanceof GitHubError && error.status === 422) return null;
        throw refused(error, `which commit '${ref}' is`, otherwise);
      }
    },

    mergeBase: async (one, other) => {
      try {
        const octokit = client();
        const basehead = `${one}...${other}`;
        const { data } = await attempt(() =>
          octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, ...page }),
        );
        return commitIn(data.merge_base_commit);
      } catch (error) {
        if (error instanceof GitHubError && /no common ancestor/i.test(error.message)) return null;
        throw refused(error, `for the merge base of ${one} and ${other}`, otherwise);
      }
    },
  };
}

function commitIn(answer: unknown): string {
  const sha = typeof answer === 'object' && answer !== null && 'sha' in answer ? answer.sha : undefined;
  if (typeof sha === 'string' && isCommitId(sha)) return sha;
  throw new GitHubError('the answer names no commit', 200);
}

function refused(error: unknown, question: string, otherwise: string | null): unknown {
  if (!(error instanceof GitHubError)) return error;
  return inputError(
    'unknown-revision',
    `GitHub was asked ${question}, and did not say (${error.message}): ${toDo(error)}` +
      (otherwise === null ? '' : `, or ${otherwise}`),
    error,
  );
}

function toDo({ status, isForbidden }: GitHubError): string {
  if (status === 401) return 'the input `token` is wrong or expired: leave it to its default';
  return isForbidden ? 'give the job `permissions: contents: read`' : 'run the job again';
}
