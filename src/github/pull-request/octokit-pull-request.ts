import { getOctokit } from '@actions/github';
import { GitHubError, type Comment, type CommentDraft, type PullRequest } from './pull-request.js';

/** Names one pull request of the repository that the workflow runs in. */
export interface PullRequestName {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

/** The calls over HTTP, to the server that `GITHUB_API_URL` names. */
export function octokitPullRequest(token: string, { owner, repo, number }: PullRequestName): PullRequest {
  const octokit = getOctokit(token);
  // Octokit names no version, and GitHub moves requests without one to a newer version in time.
  octokit.hook.before('request', options => {
    options.headers['x-github-api-version'] = '2022-11-28';
  });
  const pull = { owner, repo, pull_number: number };
  const issue = { owner, repo, issue_number: number };
  const page = { per_page: 100 };

  return {
    // `GET /user` is closed to the token of a workflow; the viewer of GraphQL is not.
    viewer: () =>
      attempt(() => octokit.graphql<{ viewer: { login: string } }>('{ viewer { login } }')).then(
        ({ viewer }) => viewer.login,
        () => null,
      ),

    files: () =>
      attempt(async () => {
        const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...pull, ...page });
        return files.map(({ filename, previous_filename, patch, sha }) => ({
          path: filename,
          basePath: previous_filename ?? filename,
          patch: patch ?? null,
          blob: sha,
        }));
      }),

    reviewComments: () =>
      attempt(async () => {
        const comments = await octokit.paginate(octokit.rest.pulls.listReviewComments, { ...pull, ...page });
        return comments.map(decodeComment);
      }),

    issueComments: () =>
      attempt(async () => {
        const comments = await octokit.paginate(octokit.rest.issues.listComments, { ...issue, ...page });
        return comments.map(decodeComment);
      }),

    createReview: ({ commit, body, comments }) =>
      attempt(async () => {
        const drafts = comments.map(encodeComment);
        await octokit.rest.pulls.createReview({ ...pull, commit_id: commit, event: 'COMMENT', body, comments: drafts });
      }),

    createIssueComment: body =>
      attempt(async () => {
        await octokit.rest.issues.createComment({ ...issue, body });
      }),

    updateIssueComment: (id, body) =>
      attempt(async () => {
        await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
      }),
  };
}

/** Every failure of a call becomes a `GitHubError`, so that whoever publishes can tell it from a bug. */
async function attempt<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    const status =
      error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
    throw new GitHubError(error instanceof Error ? error.message : String(error), status, { cause: error });
  }
}

interface RestComment {
  readonly id: number;
  readonly body?: string | undefined;
  readonly user: { readonly login: string; readonly type: string } | null;
}

function decodeComment({ id, body, user }: RestComment): Comment {
  return { id, body: body ?? '', author: user === null ? null : { login: user.login, isBot: user.type === 'Bot' } };
}

function encodeComment({ path, side, line, endLine, body }: CommentDraft) {
  const start = line < endLine ? { start_line: line, start_side: side } : {};
  return { path, side, line: endLine, ...start, body };
}
