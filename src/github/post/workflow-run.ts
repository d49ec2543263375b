import { inputError } from '../../source/problem.js';
import type { RawEvent } from '../event/event.js';
import { Unpostable } from './unpostable.js';

/** The run that reviewed, as GitHub tells of it: nothing here was written by the pull request. */
export interface ReviewedRun {
  readonly id: number;
  /** The tip of the pull request's branch when the run was started. */
  readonly headSha: string;
  readonly headBranch: string;
  /** Who owns the repository of that branch: mostly a fork. */
  readonly headOwner: string;
  readonly headRepositoryId: number;
}

/** Reads a `workflow_run` event; any other is a mistake of the workflow. */
export function decodeWorkflowRun({ name, payload }: RawEvent): ReviewedRun {
  if (name !== 'workflow_run') {
    const message = `the event is \`${name}\`: post from a workflow that runs on \`workflow_run\``;
    throw inputError('usage', message);
  }
  const run = at(payload, 'workflow_run');
  const event = at(run, 'event');
  if (event !== 'pull_request') {
    throw new Unpostable('notice', `the run that reviewed was started by \`${String(event)}\`, and by no pull request`);
  }
  const [id, headSha, headBranch] = [at(run, 'id'), at(run, 'head_sha'), at(run, 'head_branch')];
  const repository = at(run, 'head_repository');
  const [headRepositoryId, headOwner] = [at(repository, 'id'), at(at(repository, 'owner'), 'login')];
  if (typeof headRepositoryId !== 'number' || typeof headOwner !== 'string') {
    throw new Unpostable('notice', 'the repository that the pull request came from is gone');
  }
  if (typeof id === 'number' && typeof headSha === 'string' && typeof headBranch === 'string') {
    return { id, headSha, headBranch, headOwner, headRepositoryId };
  }
  const message = 'the payload of the `workflow_run` event has no run with an id, a head and a branch';
  throw inputError('usage', message);
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
