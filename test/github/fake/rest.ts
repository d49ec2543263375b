/** What each operation of REST does to the state, and what is known of its answer. */
import { commitOf, compare } from './git-objects.js';
import { repositoryName, type FakeOptions } from './options.js';
import { pageOf } from './pages.js';
import { actionsBot } from './permissions.js';
import { notFound, refuse, type Answer } from './refusal.js';
import {
  refusalOfBody,
  refusalOfComment,
  refusalOfReview,
  type CommentRequest,
  type ReviewRequest,
} from './review-rules.js';
import {
  commitShape,
  fileShape,
  fullRepositoryShape,
  issueCommentShape,
  pullShape,
  reviewCommentShape,
  reviewShape,
} from './shapes.js';
import { addIssueComment, addReviewComment, type Review, type ReviewComment, type State } from './state.js';

/** One request that GitHub's description allows. */
export interface Call {
  readonly state: State;
  readonly options: FakeOptions;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const viewer = actionsBot;

export const handlers: Readonly<Record<string, (call: Call) => Answer>> = {
  'repos/get': ({ options }) => ok(fullRepositoryShape(options)),
  'repos/get-commit': getCommit,
  'repos/compare-commits-with-basehead': compareCommits,
  'repos/list-pull-requests-associated-with-commit': ({ params, state, options, url }) =>
    pageOf(state.commits.includes(params['commit_sha'] ?? '') ? [pullShape(state, options)] : [], url),
  'pulls/list': listPulls,
  'pulls/get': ({ state, options }) => ok(pullShape(state, options)),
  'pulls/list-files': ({ state, url }) => pageOf(state.files.slice(0, 3000).map(fileShape), url),
  'pulls/list-reviews': ({ state, url }) => pageOf(state.reviews.map(reviewShape), url),
  'pulls/list-review-comments': ({ state, url }) => pageOf(state.reviewComments.map(reviewCommentShape), url),
  'pulls/list-comments-for-review': ({ state, params, url }) => {
    const of = (comment: ReviewComment) => comment.pull_request_review_id === Number(params['review_id']);
    return pageOf(state.reviewComments.filter(of).map(reviewCommentShape), url);
  },
  'pulls/create-review': createReview,
  'pulls/create-review-comment': createReviewComment,
  'pulls/create-reply-for-review-comment': ({ state, params, body }) => {
    const replied = state.reviewComments.find(({ id }) => id === Number(params['comment_id']));
    if (replied === undefined) return refuse(notFound);
    const reply = { user: viewer, body: (body as { body: string }).body, in_reply_to_id: replied.id };
    return created(reviewCommentShape(addReviewComment(state, reply)));
  },
  'pulls/update-review-comment': ({ state, params, body }) =>
    edit('PullRequestReviewComment', state.reviewComments, params, body, reviewCommentShape),
  'issues/list-comments': ({ state, url }) => pageOf(state.issueComments.map(issueCommentShape), url),
  'issues/create-comment': ({ state, body }) => {
    const text = (body as { body: string }).body;
    const refusal = refusalOfBody('IssueComment', text);
    return refusal === null ? created(issueCommentShape(addIssueComment(state, viewer, text))) : refuse(refusal);
  },
  'issues/update-comment': ({ state, params, body }) =>
    edit('IssueComment', state.issueComments, params, body, issueCommentShape),
};

function getCommit({ params, options: { origin } }: Call): Answer {
  const ref = params['ref'] ?? '';
  const commit = origin === undefined ? null : commitOf(origin, ref);
  return commit === null
    ? refuse({ status: 422, message: `No commit found for SHA: ${ref}` })
    : ok(commitShape(commit));
}

function compareCommits({ params, options: { origin } }: Call): Answer {
  const [base = null, head = null] = (params['basehead'] ?? '')
    .split('...')
    .map(ref => (origin === undefined ? null : commitOf(origin, ref.replace(/^[^:]*:/, ''))));
  if (base === null || head === null || origin === undefined) return refuse(notFound);
  const comparison = compare(origin, base, head);
  if (comparison === null) {
    return refuse({ status: 404, message: `No common ancestor between ${base.sha} and ${head.sha}.` });
  }
  const { status, mergeBase, ahead, behind } = comparison;
  return ok({
    ...{ status, base_commit: commitShape(base), merge_base_commit: commitShape(mergeBase) },
    ...{ ahead_by: ahead.length, behind_by: behind, total_commits: ahead.length },
    commits: ahead.slice(0, 250).map(commitShape),
  });
}

function listPulls({ state, options, url }: Call): Answer {
  const pull = pullShape(state, options);
  const [wanted, head] = [url.searchParams.get('state') ?? 'open', url.searchParams.get('head')];
  const isMeant = (wanted === 'all' || wanted === pull.state) && (head === null || head === pull.head.label);
  return pageOf(isMeant ? [pull] : [], url);
}

function createReview({ state, body }: Call): Answer {
  const request = body as ReviewRequest;
  const refusal = refusalOfReview(state, viewer.login, request);
  if (refusal !== null) return refuse(refusal);
  const { event = 'PENDING', commit_id = state.headSha, body: text = '', comments = [] } = request;
  const review: Review = { id: (state.nextId += 1), user: viewer, event, commit_id, body: text };
  state.reviews.push(review);
  for (const comment of comments) addReviewComment(state, { ...draftOf(comment), pull_request_review_id: review.id });
  return ok(reviewShape(review));
}

function createReviewComment({ state, body }: Call): Answer {
  const request = body as CommentRequest;
  const refusal = refusalOfComment(state, request);
  if (refusal !== null) return refuse(refusal);
  const reply = request.in_reply_to === undefined ? {} : { in_reply_to_id: request.in_reply_to };
  const draft = reply.in_reply_to_id === undefined ? draftOf(request) : { user: viewer, body: request.body, ...reply };
  return created(reviewCommentShape(addReviewComment(state, draft)));
}

function draftOf({ path, body, line, side = 'RIGHT', start_line, subject_type = 'line' }: CommentRequest) {
  return { user: viewer, path, body, side, subject_type, line: line ?? null, start_line: start_line ?? null };
}

function edit<Comment extends { readonly id: number; body: string }>(
  resource: string,
  comments: readonly Comment[],
  params: Readonly<Record<string, string>>,
  request: unknown,
  shape: (comment: Comment) => unknown,
): Answer {
  const { body } = request as { body: string };
  const comment = comments.find(({ id }) => id === Number(params['comment_id']));
  if (comment === undefined) return refuse(notFound);
  const refusal = refusalOfBody(resource, body);
  if (refusal !== null) return refuse(refusal);
  comment.body = body;
  return ok(shape(comment));
}

/** Whether the path names what the fake holds: one repository, one pull request, which is an issue too. */
export function isHeld({ params, state }: Pick<Call, 'params' | 'state'>): boolean {
  const { owner, repo, pull_number: pull = state.number, issue_number: issue = state.number } = params;
  return `${owner}/${repo}` === repositoryName && Number(pull) === state.number && Number(issue) === state.number;
}

function ok(data: unknown): Answer {
  return { status: 200, data };
}

function created(data: unknown): Answer {
  return { status: 201, data };
}
