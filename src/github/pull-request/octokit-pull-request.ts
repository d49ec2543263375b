import { decodeComment, decodeFile, decodeReviewComment, decodeState, decodeViewer, list } from './answers.js';
import { failureIn, GitHubError } from './github-error.js';
import { attempt, creating, octokitClient, type Client } from './octokit-client.js';
import type { CommentDraft, PullRequest, PullRequestName } from './pull-request.js';
import { readThreads, setResolved } from './threads.js';
import { timeLimits } from './time-limits.js';

/** The calls over HTTP, to the server that `GITHUB_API_URL` names. */
export function octokitPullRequest(token: string, name: PullRequestName): PullRequest {
  const octokit = octokitClient(token, timeLimits());
  const { owner, repo, number } = name;
  const pull = { owner, repo, pull_number: number };
  const issue = { owner, repo, issue_number: number };

  return {
    state: async () => decodeState((await attempt(() => octokit.rest.pulls.get(pull))).data),

    // `GET /user` is closed to the token of a workflow; the viewer of GraphQL is not.
    viewer: () =>
      unlessForbidden(async () => decodeViewer(await attempt(() => octokit.graphql('{ viewer { login } }'))), null),

    files: () => pages(octokit, '/repos/{owner}/{repo}/pulls/{pull_number}/files', pull, decodeFile),
    reviewComments: () =>
      pages(octokit, '/repos/{owner}/{repo}/pulls/{pull_number}/comments', pull, decodeReviewComment),
    issueComments: () => pages(octokit, '/repos/{owner}/{repo}/issues/{issue_number}/comments', issue, decodeComment),
    threads: () => unlessForbidden(() => readThreads(octokit, name), new Map()),

    createReview: ({ commit, body, comments }) =>
      done(() => {
        const drafts = comments.map(encodeComment);
        const review = { ...pull, commit_id: commit, event: 'COMMENT' as const, body, comments: drafts };
        return octokit.rest.pulls.createReview({ ...review, ...creating });
      }),

    updateReviewComment: (id, body) =>
      done(() => octokit.rest.pulls.updateReviewComment({ owner, repo, comment_id: id, body })),
    createIssueComment: body => done(() => octokit.rest.issues.createComment({ ...issue, body, ...creating })),
    updateIssueComment: (id, body) =>
      done(() => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body })),
    setResolved: (thread, isResolved) => setResolved(octokit, thread, isResolved),
  };
}

/** Whatever GitHub says of what it did: that it says so is enough. */
async function done(call: () => Promise<unknown>): Promise<void> {
  await attempt(call);
}

/** What a token may not ask is no fault of GitHub's. */
async function unlessForbidden<Answer, Instead>(
  ask: () => Promise<Answer>,
  instead: Instead,
): Promise<Answer | Instead> {
  try {
    return await ask();
  } catch (error) {
    if (failureIn(error)?.isForbidden === true) return instead;
    throw error;
  }
}

/** Fifty comments as long as GitHub takes them are three megabytes: see `longestAnswer`. */
const pageSize = 50;

/** More comments than people write: a server that always has another page is not read for ever. */
const mostPages = 100;

/** All pages of a list. Octokit's own paging takes an empty answer, say one that was cut, for an empty list. */
async function pages<Entry>(
  octokit: Client,
  path: string,
  names: Readonly<Record<string, string | number>>,
  decode: (entry: unknown) => Entry,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { data, headers } = await attempt(() =>
      octokit.request(`GET ${path}`, { ...names, per_page: pageSize, page }),
    );
    entries.push(...list(data, `a list as of ${path}`).map(decode));
    if (!/rel="next"/.test(headers.link ?? '')) return entries;
  }
  throw new GitHubError(`${path} has more than ${mostPages} pages`, 200);
}

function encodeComment({ path, side, line, endLine, body }: CommentDraft) {
  const start = line < endLine ? { start_line: line, start_side: side } : {};
  return { path, side, line: endLine, ...start, body };
}
