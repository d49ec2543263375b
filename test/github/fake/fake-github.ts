import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerTo } from './answering.js';
import { readRequest } from './asked.js';
import { watchFor } from './faults.js';
import { countRequests, usualLimits } from './limits.js';
import type { FakeOptions } from './options.js';
import { refuse, type Answer } from './refusal.js';
import { breakOff, send } from './sending.js';
import * as stateOf from './state.js';
import type { Account, FakeFile, IssueComment, Review, ReviewComment, Thread } from './state.js';

export type { FakeOptions } from './options.js';
export type { FakeFile } from './state.js';

/** The server with what it holds, to be looked at and changed by a test. */
export interface FakeGitHub {
  readonly url: string;
  readonly reviews: readonly Review[];
  readonly reviewComments: readonly ReviewComment[];
  readonly issueComments: readonly IssueComment[];
  readonly threads: readonly Thread[];
  /** Every request that changed something, as `METHOD /path` below the repository or `graphql FIELD`. */
  readonly writes: string[];
  /** Every request, as `METHOD /path?query`. */
  readonly requests: string[];
  /** What broke GitHub's descriptions, a sentence each. */
  readonly contractFaults: string[];
  /** Someone pushes: the pull request has this head and this diff, and its comments follow their lines. */
  readonly setHead: (sha: string, files: readonly FakeFile[]) => void;
  /** Someone comments on a line, or answers a comment (`in_reply_to_id`). */
  readonly addReviewComment: (draft: stateOf.ReviewCommentDraft) => ReviewComment;
  readonly addIssueComment: (user: Account, body: string) => IssueComment;
  /** Someone resolves the thread of a comment, or opens it again (null). */
  readonly setResolved: (comment: number, by: string | null) => void;
  /** Someone has a review that is not sent yet. */
  readonly addPendingReview: (user: Account) => void;
  /** From now on other things go wrong, or nothing does, and the token may do this. */
  readonly become: (now: Pick<FakeOptions, 'token' | 'faults'>) => void;
  /** Stops the server, and fails where anything broke GitHub's descriptions. */
  readonly close: () => Promise<void>;
}

/** Answers as GitHub's REST and GraphQL do for the calls of `src/github/`; see README.md. */
export async function startFakeGitHub(given: FakeOptions): Promise<FakeGitHub> {
  let options = given;
  const state = stateOf.newState(options.number, options.headSha, options.files);
  const seen = { writes: [] as string[], requests: [] as string[], contractFaults: [] as string[] };
  let faultOf = watchFor(options.faults ?? []);
  const limits = countRequests({ ...usualLimits, ...options.limits });

  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      seen.contractFaults.push(`the fake failed on ${request.method} ${request.url}: ${String(error)}`);
      send(response, refuse({ status: 500, message: String(error) }), {});
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  return {
    ...{ url, ...seen },
    reviews: state.reviews,
    reviewComments: state.reviewComments,
    issueComments: state.issueComments,
    threads: state.threads,
    setHead: (sha, files) => stateOf.moveHead(state, sha, files),
    addReviewComment: draft => stateOf.addReviewComment(state, draft),
    addIssueComment: (user, body) => stateOf.addIssueComment(state, user, body),
    setResolved: (comment, by) => stateOf.setResolved(state, comment, by),
    addPendingReview: user => stateOf.addPendingReview(state, user),
    become: now => {
      options = { ...options, ...now };
      faultOf = watchFor(now.faults ?? []);
    },
    close: async () => {
      await new Promise<void>(resolve => void (server.close(() => resolve()), server.closeAllConnections()));
      if (seen.contractFaults.length > 0)
        throw new Error(`GitHub's API was broken:\n${seen.contractFaults.join('\n')}`);
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request, url);
    seen.requests.push(`${asked.method} ${asked.url.pathname}${asked.url.search}`);
    const fault = faultOf(asked.names);
    if (fault?.instead !== undefined) return breakOff(response, fault.instead, null, limits.headers());
    const answer = await answerTo(asked, {
      ...{ state, options, limit: limits.refusal },
      record: sentence => void seen.contractFaults.push(sentence),
    });
    if (asked.writes && isDone(answer)) seen.writes.push(...asked.names.slice(0, 1));
    if (fault?.after !== undefined) return breakOff(response, fault.after, answer, limits.headers());
    send(response, fault?.mutate === undefined ? answer : mutated(answer, fault.mutate), limits.headers());
  }
}

/** What is no JSON stays as it is. */
function mutated(answer: Answer, mutate: (data: unknown) => unknown): Answer {
  return { ...answer, data: mutate(answer.data) };
}

/** GraphQL refuses with the status of success. */
function isDone({ status, data }: Answer): boolean {
  return status < 300 && !(typeof data === 'object' && data !== null && 'errors' in data);
}
