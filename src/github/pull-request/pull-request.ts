import type { Side } from './diff-lines.js';

/** The calls that publishing makes on one pull request. Each fails with a `GitHubError` and nothing else. */
export interface PullRequest {
  /** The login that the token acts as, as comments show it; null where GitHub does not tell. */
  readonly viewer: () => Promise<string | null>;
  readonly files: () => Promise<readonly ChangedFile[]>;
  readonly reviewComments: () => Promise<readonly Comment[]>;
  readonly issueComments: () => Promise<readonly Comment[]>;
  readonly createReview: (review: ReviewDraft) => Promise<void>;
  readonly createIssueComment: (body: string) => Promise<void>;
  readonly updateIssueComment: (id: number, body: string) => Promise<void>;
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

export interface CommentDraft {
  readonly path: string;
  readonly side: Side;
  readonly line: number;
  readonly endLine: number;
  readonly body: string;
}

/** GitHub refused a call, or could not be reached. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  /** The HTTP status; null where no answer came. */
  readonly status: number | null;

  constructor(message: string, status: number | null, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}
