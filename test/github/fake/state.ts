import { movedLine } from './moved-line.js';
import { hunkTextOf, type DiffSide } from './patch.js';

/** A file as `GET /pulls/{n}/files` lists it. */
export interface FakeFile {
  /** The id of its content: at the head, or at the base where the head has it no more. */
  readonly sha: string;
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: string;
  /** Absent for binaries, for what was moved only, and for too large a diff. */
  readonly patch?: string;
}

export interface Account {
  readonly login: string;
  readonly type: 'Bot' | 'User';
}

/** A comment below the pull request; the names of its fields are REST's. */
export interface IssueComment {
  readonly id: number;
  readonly user: Account | null;
  body: string;
}

/** A comment on a line or, where both lines are null from the start, on a file. */
export interface ReviewComment extends IssueComment {
  readonly pull_request_review_id: number | null;
  readonly in_reply_to_id?: number;
  readonly subject_type: 'line' | 'file';
  readonly path: string;
  readonly side: DiffSide;
  /** null once the diff shows it no more. */
  line: number | null;
  start_line: number | null;
  readonly original_line: number | null;
  readonly original_start_line: number | null;
  commit_id: string;
  readonly original_commit_id: string;
  readonly diff_hunk: string;
}

export interface Review {
  readonly id: number;
  readonly user: Account;
  readonly event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT' | 'PENDING';
  readonly body: string;
  readonly commit_id: string;
}

/** The conversation that begins with one review comment, as GraphQL knows it. */
export interface Thread {
  readonly id: string;
  /** Of the comment that it begins with; replies name it in `in_reply_to_id`. */
  readonly comment: number;
  /** null: it is open. */
  resolvedBy: string | null;
}

/** What GitHub holds of one pull request. */
export interface State {
  readonly number: number;
  headSha: string;
  files: readonly FakeFile[];
  /** Each head that it has had. */
  readonly commits: string[];
  readonly reviews: Review[];
  readonly reviewComments: ReviewComment[];
  readonly issueComments: IssueComment[];
  readonly threads: Thread[];
  nextId: number;
}

export function newState(number: number, headSha: string, files: readonly FakeFile[]): State {
  const empty = { reviews: [], reviewComments: [], issueComments: [], threads: [] };
  return { number, headSha, files, commits: [headSha], ...empty, nextId: 1000 };
}

export type ReviewCommentDraft = Partial<ReviewComment> & Pick<ReviewComment, 'body' | 'user'>;

/** Adds a comment with its thread; one that answers another joins that one's thread and stands where it stands. */
export function addReviewComment(state: State, draft: ReviewCommentDraft): ReviewComment {
  const first = state.reviewComments.find(({ id }) => id === draft.in_reply_to_id);
  const { path, side, line, start_line } = {
    path: '',
    side: 'RIGHT',
    line: null,
    start_line: null,
    ...first,
    ...draft,
  };
  const comment: ReviewComment = {
    pull_request_review_id: null,
    subject_type: 'line',
    original_commit_id: state.headSha,
    ...draft,
    id: draft.id ?? (state.nextId += 1),
    ...{ path, side: side as DiffSide, line, start_line },
    original_line: draft.original_line ?? line,
    original_start_line: draft.original_start_line ?? start_line,
    commit_id: state.headSha,
    diff_hunk: hunkTextOf(patchOf(state, path), side as DiffSide, line),
  };
  state.reviewComments.push(comment);
  if (first === undefined) state.threads.push({ id: `PRRT_${comment.id}`, comment: comment.id, resolvedBy: null });
  return comment;
}

export function addIssueComment(state: State, user: Account, body: string): IssueComment {
  const comment = { id: (state.nextId += 1), user, body };
  state.issueComments.push(comment);
  return comment;
}

/** Opens the thread of a comment again with null. */
export function setResolved({ threads }: State, comment: number, by: string | null): void {
  const thread = threads.find(one => one.comment === comment);
  if (thread === undefined) throw new Error(`no thread begins with the comment ${comment}`);
  thread.resolvedBy = by;
}

export function addPendingReview(state: State, user: Account): void {
  const { headSha: commit_id, reviews } = state;
  reviews.push({ id: (state.nextId += 1), user, event: 'PENDING', body: '', commit_id });
}

/**
 * The pull request moves on: each comment follows its line, and is outdated where the diff shows that no more.
 * An outdated one stays so, as on GitHub.
 */
export function moveHead(state: State, headSha: string, files: readonly FakeFile[]): void {
  const before = new Map(state.files.map(({ filename, patch = '' }) => [filename, patch]));
  Object.assign(state, { headSha, files });
  state.commits.push(headSha);
  for (const comment of state.reviewComments) {
    if (comment.line === null) continue;
    const line = movedLine(before.get(comment.path) ?? '', patchOf(state, comment.path), comment.side, comment.line);
    const length = comment.line - (comment.start_line ?? comment.line);
    comment.start_line = line === null || comment.start_line === null ? null : line - length;
    comment.line = line;
    if (line !== null) comment.commit_id = headSha;
  }
}

export function patchOf({ files }: State, path: string): string {
  return files.find(({ filename }) => filename === path)?.patch ?? '';
}
