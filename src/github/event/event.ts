import { InputError } from '../../source/problem.js';

/** What started the workflow, as far as a review needs it. */
export type Event = PullRequestEvent | { readonly kind: 'other'; readonly name: string };

/** A `pull_request` event: the only one with a pull request to comment on. */
export interface PullRequestEvent {
  readonly kind: 'pull-request';
  readonly number: number;
  /** The tip of the pull request's own branch: the commit that comments are anchored on. */
  readonly headSha: string;
  /** The tip of the branch that it is merged into, when the event was sent. */
  readonly baseSha: string;
  /** The merge commit that GitHub made of the two for this run. */
  readonly mergeSha: string;
}

/** The runner's words for the event: `GITHUB_EVENT_NAME`, `GITHUB_SHA` and the file that `GITHUB_EVENT_PATH` names. */
export interface RawEvent {
  readonly name: string;
  readonly sha: string;
  readonly payload: unknown;
}

/**
 * Decides what kind of event it is. `pull_request_target` counts as other: it runs with the rights of the base, so
 * what it may read is a decision of its own.
 */
export function decodeEvent({ name, sha, payload }: RawEvent): Event {
  if (name !== 'pull_request') return { kind: 'other', name };

  const pullRequest = field(payload, 'pull_request');
  const number = field(pullRequest, 'number');
  const headSha = field(field(pullRequest, 'head'), 'sha');
  const baseSha = field(field(pullRequest, 'base'), 'sha');
  if (typeof number === 'number' && typeof headSha === 'string' && typeof baseSha === 'string') {
    return { kind: 'pull-request', number, headSha, baseSha, mergeSha: sha };
  }
  const message = 'the payload of the `pull_request` event has no `pull_request` with a number, a head and a base';
  throw new InputError([{ code: 'usage', message, at: null }]);
}

function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
