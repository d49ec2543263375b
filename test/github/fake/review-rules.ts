/** What GitHub enforces beyond its description, in its own words. Each sentence was seen in an answer of GitHub. */
import { hunkOf, type DiffSide } from './patch.js';
import { invalidField, type Refusal } from './refusal.js';
import { patchOf, type State } from './state.js';

export interface CommentRequest {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
  readonly side?: DiffSide;
  readonly start_line?: number;
  readonly start_side?: DiffSide;
  readonly subject_type?: 'line' | 'file';
  readonly commit_id?: string;
  readonly in_reply_to?: number;
}

export interface ReviewRequest {
  readonly commit_id?: string;
  readonly body?: string;
  readonly event?: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';
  readonly comments?: readonly CommentRequest[];
}

/** A review is taken as a whole or not at all, and the answer does not say which comment is at fault. */
export function refusalOfReview(state: State, login: string, request: ReviewRequest): Refusal | null {
  const { comments = [], commit_id: commit = state.headSha, event, body = '' } = request;
  const refuse = (error: string): Refusal => ({ status: 422, message: 'Unprocessable Entity', errors: [error] });
  if (state.reviews.some(review => review.event === 'PENDING' && review.user.login === login)) {
    return refuse('User can only have one pending review per pull request');
  }
  if (event === 'APPROVE' && login.endsWith('[bot]')) {
    return refuse('GitHub Actions is not permitted to approve pull requests.');
  }
  // The body is "Required when using REQUEST_CHANGES or COMMENT" (REST reference, "Create a review").
  if ((event === 'COMMENT' || event === 'REQUEST_CHANGES') && body.trim() === '') return refuse("Body can't be blank");
  if (!state.commits.includes(commit)) return refuse('The commit_id is not part of the pull request');
  for (const error of [
    faultOfBody(body),
    ...comments.flatMap(comment => [
      comment.body.trim() === '' ? "Body can't be blank" : faultOfBody(comment.body),
      faultOfAnchor(state, comment),
    ]),
  ]) {
    if (error !== null) return refuse(error);
  }
  return null;
}

export function refusalOfComment(state: State, request: CommentRequest): Refusal | null {
  const invalid = (field: string, message: string) => invalidField('PullRequestReviewComment', field, message);
  const refusal = refusalOfBody('PullRequestReviewComment', request.body);
  if (refusal !== null) return refusal;
  if (!state.commits.includes(request.commit_id ?? '')) {
    return invalid('commit_id', 'commit_id is not part of the pull request');
  }
  if (request.in_reply_to !== undefined) {
    const known = state.reviewComments.some(({ id }) => id === request.in_reply_to);
    return known ? null : invalid('in_reply_to', 'in_reply_to is not a comment of the pull request');
  }
  if (!state.files.some(({ filename }) => filename === request.path)) {
    return invalid('pull_request_review_thread.path', 'pull_request_review_thread.path is invalid');
  }
  if (request.subject_type === 'file' || faultOfAnchor(state, request) === null) return null;
  return invalid('pull_request_review_thread.line', 'pull_request_review_thread.line must be part of the diff');
}

export function refusalOfBody(resource: string, body: string): Refusal | null {
  if (body.trim() === '') return invalidField(resource, 'body', "body can't be blank");
  const fault = faultOfBody(body);
  return fault === null ? null : invalidField(resource, 'data', fault);
}

function faultOfBody(body: string): string | null {
  return [...body].length > 65_536 ? 'Body is too long (maximum is 65536 characters)' : null;
}

/** Lines of the diff are those inside of its hunks; start and end stand in the same one. */
function faultOfAnchor(state: State, { path, line, side = 'RIGHT', ...start }: CommentRequest): string | null {
  const blank = "diff hunk can't be blank";
  if (!state.files.some(({ filename }) => filename === path)) return sentence(['path is invalid', blank]);
  const patch = patchOf(state, path);
  const hunk = line === undefined ? null : hunkOf(patch, side, line);
  if (line === undefined || hunk === null) {
    const sameHunk = start.start_line === undefined ? [] : ['start line must be part of the same hunk as the line.'];
    return sentence(['line must be part of the diff', ...sameHunk, blank]);
  }
  if (start.start_line === undefined) return null;
  // A range may begin on the other side: https://docs.github.com/rest/pulls/comments, `start_side`.
  if (hunkOf(patch, start.start_side ?? side, start.start_line) !== hunk) {
    return sentence(['start line must be part of the same hunk as the line.']);
  }
  const sameSide = (start.start_side ?? side) === side;
  return sameSide && start.start_line >= line ? sentence(['start line must precede the end line.']) : null;
}

/** Joined as Rails joins them. */
function sentence(faults: readonly string[]): string {
  const named = faults.map(fault => `Pull request review thread ${fault}`);
  return named.length < 3 ? named.join(' and ') : `${named.slice(0, -1).join(', ')}, and ${named.at(-1)}`;
}
