import { decodeThreads } from './answers.js';
import { GitHubError } from './github-error.js';
import { attempt, type Client } from './octokit-client.js';
import type { PullRequestName, Thread } from './pull-request.js';

const threadsQuery = `
query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        nodes { id isResolved resolvedBy { login } comments(first: 1) { nodes { fullDatabaseId } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

/** As many as there may be of comments; GraphQL is asked once a second at most. */
const mostPages = 30;

const resolve = 'mutation ($thread: ID!) { resolveReviewThread(input: { threadId: $thread }) { clientMutationId } }';
const unresolve =
  'mutation ($thread: ID!) { unresolveReviewThread(input: { threadId: $thread }) { clientMutationId } }';

/** Threads are GraphQL's alone. */
export async function readThreads(
  octokit: Client,
  { owner, repo, number }: PullRequestName,
): Promise<ReadonlyMap<number, Thread>> {
  const threads = new Map<number, Thread>();
  let after: string | null = null;
  for (let page = 1; page <= mostPages; page += 1) {
    const variables: Record<string, unknown> = { owner, repo, number, after };
    const { threads: found, next } = decodeThreads(await attempt(() => octokit.graphql(threadsQuery, variables)));
    for (const [comment, thread] of found) threads.set(comment, thread);
    if (next === null) return threads;
    after = next;
  }
  throw new GitHubError(`the review threads have more than ${mostPages} pages`, 200);
}

/** Needs `contents: write`, besides `pull-requests: write`, of a workflow's token. */
export async function setResolved(octokit: Client, thread: Thread['id'], isResolved: boolean): Promise<void> {
  await attempt(() => octokit.graphql(isResolved ? resolve : unresolve, { thread }));
}
