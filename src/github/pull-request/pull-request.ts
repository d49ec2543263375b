import type { Side } from './diff-lines.js';

/** Names one pull request of the repository that the workflow runs in. */
export interface PullRequestName {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

/** The calls that delivery makes on one pull request. Each fails with a `GitHubError` and nothing else. */
export interface PullRequest {
  readonly state: () => Promise<PullRequestState>;
  /** The login that the token acts as, as comments show it; null where GitHub does not tell this token. */
  readonly viewer: () => Promise<string | null>;
  readonly files: () => Promise<readonly ChangedFile[]>;
  readonly reviewComments: () => Promise<readonly ReviewComment[]>;
  readonly issueComments: () => Promise<readonly Comment[]>;
  /** By the id of the comment that a thread starts with; none where the token may not ask. */
  readonly threads: () => Promise<ReadonlyMap<number, Thread>>;
  /** All of its comments stand afterwards, or none (422). */
  readonly createReview: (review: ReviewDraft) => Promise<void>;
  readonly updateReviewComment: (id: number, body: string) => Promise<void>;
  readonly createIssueComment: (body: string) => Promise<void>;
  readonly updateIssueComment: (id: number, body: string) => Promise<void>;
  readonly setResolved: (thread: Thread['id'], isResolved: boolean) => Promise<void>;
}

export interface PullRequestState {
  /** The commit at its tip now. */
  readonly head: string;
  readonly isOpen: boolean;
}

/** A pull request that is open now. */
export interface OpenPullRequest {
  readonly number: number;
  readonly headSha: string;
  /** null where that repository is gone. */
  readonly headRepositoryId: number | null;
  readonly baseSha: string;
}

/** A file of the pull request's diff, which goes from the merge base to the head. */
export interface ChangedFile {
  readonly path: string;
  /** Its path at the base; equal to `path` unless it was moved. */
  readonly basePath: string;
  /** null for a binary file, one that was moved only, and one with too large a diff. */
  readonly patch: string | null;
  /** The id of its content at the head; null where GitHub names none. */
  readonly blob: string | null;
}

export interface Comment {
  readonly id: number;
  readonly body: string;
  /** null for an account that was deleted. */
  readonly author: Author | null;
}

export interface ReviewComment extends Comment {
  readonly isReply: boolean;
  /** The lines of today's diff below which it stands; null once they are outdated. */
  readonly place: DiffPlace | null;
}

/** Lines that a comment stands below, those of the head for RIGHT. */
export interface DiffPlace {
  readonly path: string;
  readonly side: Side;
  readonly line: number;
  readonly endLine: number;
}

/** A comment on lines with its replies. */
export interface Thread {
  /** GraphQL's id: REST knows no threads. */
  readonly id: string;
  readonly isResolved: boolean;
  /** A login; null also for an account that was deleted, or that is no person's. */
  readonly resolvedBy: string | null;
}

export interface Author {
  readonly login: string;
  readonly isBot: boolean;
}

/** A review of event COMMENT: it asks for no changes, since only a person could dismiss that again. */
export interface ReviewDraft {
  readonly commit: string;
  readonly body: string;
  readonly comments: readonly CommentDraft[];
}

export interface CommentDraft extends DiffPlace {
  readonly body: string;
}
