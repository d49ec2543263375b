import { isCommitId } from '../../source/commit-store.js';
import { inputError } from '../../source/problem.js';
import { guestOf } from './guest.js';
import { payloadOf, type Payload } from './payload.js';

/** What started the workflow, as far as a review needs it. */
export type Event = CommentableEvent | MergeGroupEvent | PushEvent | DispatchEvent | ScheduleEvent | OtherEvent;

/** The two events that have a pull request to comment on. */
export type CommentableEvent = PullRequestEvent | PullRequestTargetEvent;

interface OfPullRequest {
  readonly number: number;
  /** The tip of the pull request's own branch: the commit that comments are anchored on. */
  readonly headSha: string;
  /** The tip of the branch that it is merged into, when the event was sent. */
  readonly baseSha: string;
}

export interface PullRequestEvent extends OfPullRequest {
  readonly kind: 'pull-request';
  /** The merge commit that GitHub made of the two for this run. */
  readonly sha: string;
  /** Whose it is, if GitHub gives that one no token that writes: `the fork mona/manifests`, `Dependabot`; else null. */
  readonly guest: string | null;
}

/** It runs with the rights of the base branch, also for a fork; its `GITHUB_SHA` is on the default branch. */
export interface PullRequestTargetEvent extends OfPullRequest {
  readonly kind: 'pull-request-target';
}

/** A merge queue asks for the checks of what it is about to merge. */
export interface MergeGroupEvent {
  readonly kind: 'merge-group';
  readonly baseSha: string;
  readonly headSha: string;
}

export interface PushEvent {
  readonly kind: 'push';
  /** `refs/heads/main` or `refs/tags/v1` */
  readonly ref: string;
  /** null for a branch or tag that is new. */
  readonly before: string | null;
  /** null for one that is deleted. */
  readonly after: string | null;
  readonly defaultBranch: string;
}

/** Somebody started the workflow by hand; revisions are what they typed, null where they typed none. */
export interface DispatchEvent {
  readonly kind: 'dispatch';
  readonly sha: string;
  readonly base: string | null;
  readonly head: string | null;
  readonly defaultBranch: string;
}

export interface ScheduleEvent {
  readonly kind: 'schedule';
  /** The tip of the default branch. */
  readonly sha: string;
}

/** An event that names no change. */
export interface OtherEvent {
  readonly kind: 'other';
  readonly name: string;
}

/** The runner's words for the event: `GITHUB_EVENT_NAME`, `GITHUB_SHA` and the file that `GITHUB_EVENT_PATH` names. */
export interface RawEvent {
  readonly name: string;
  readonly sha: string;
  readonly payload: unknown;
}

/**
 * Decodes the event by its name.
 *
 * @throws InputError when its payload lacks a field that it needs, or has another type there.
 */
export function decodeEvent({ name, sha, payload }: RawEvent): Event {
  const fields = payloadOf(name, payload);
  const commitOfRun = () => requireCommit(sha);
  switch (name) {
    case 'pull_request':
      return { kind: 'pull-request', ...ofPullRequest(fields), sha: commitOfRun(), guest: guestOf(fields) };
    case 'pull_request_target':
      return { kind: 'pull-request-target', ...ofPullRequest(fields) };
    case 'merge_group':
      return {
        kind: 'merge-group',
        baseSha: fields.commit('merge_group.base_sha'),
        headSha: fields.commit('merge_group.head_sha'),
      };
    case 'push':
      return {
        kind: 'push',
        ref: fields.text('ref'),
        before: fields.commitOrNone('before'),
        after: fields.commitOrNone('after'),
        defaultBranch: fields.text('repository.default_branch'),
      };
    case 'workflow_dispatch':
      return {
        kind: 'dispatch',
        sha: commitOfRun(),
        base: fields.textOrNone('inputs.base'),
        head: fields.textOrNone('inputs.head'),
        defaultBranch: fields.text('repository.default_branch'),
      };
    case 'schedule':
      return { kind: 'schedule', sha: commitOfRun() };
    default:
      return { kind: 'other', name };
  }
}

/** null where the event is of no pull request that can be commented on. */
export function commentable(event: Event): CommentableEvent | null {
  return event.kind === 'pull-request' || event.kind === 'pull-request-target' ? event : null;
}

function ofPullRequest(fields: Payload): OfPullRequest {
  return {
    number: fields.number('pull_request.number'),
    headSha: fields.commit('pull_request.head.sha'),
    baseSha: fields.commit('pull_request.base.sha'),
  };
}

function requireCommit(sha: string): string {
  if (isCommitId(sha)) return sha;
  const message = `GITHUB_SHA is '${sha.slice(0, 60)}', expected the id of a commit: the runner sets it`;
  throw inputError('usage', message);
}
