import { decodeThreads } from './answers.js';
import { attempt, type Client } from './octokit-client.js';
import type { PullRequestName } from './octokit-pull-request.js';
import type { Thread } from './pull-request.js';

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

const resolve = 'mutation ($thread: ID!) { resolveReviewThread(input: { threadId: $thread }) { clientMutationId } }';
const unresolve =
  'mutation ($thread: ID!) { unresolveReviewThread(input: { threadId: $thread }) { clientMutationId } }';

/** Threads are GraphQL's alone. A page that points back to itself would be read until the time is over, and no longer. */
export async function readThreads(
  octokit: Client,
  { owner, repo, number }: PullRequestName,
): Promise<ReadonlyMap<number, Thread>> {
  const threads = new Map<number, Thread>();
  let after: string | null = null;
  do {
    const variables: Record<string, unknown> = { owner, repo, number, after };
    const page = decodeThreads(await attempt(() => octokit.graphql(threadsQuery, variables)));
    for (const [comment, thread] of page.threads) threads.set(comment, thread);
    after = page.next;
  } while (after !== null);
  return threads;
}

/** Needs `contents: write`, besides `pull-requests: write`, of a workflow's token. */
export async function setResolved(octokit: Client, thread: Thread['id'], isResolved: boolean): Promise<void> {
  await attempt(() => octokit.graphql(isResolved ? resolve : unresolve, { thread }));
}
