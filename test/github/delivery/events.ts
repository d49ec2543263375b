import {
  mergeGroupEvent,
  pullRequestEvent,
  pullRequestTargetEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from '../fake/events.js';
import type { PullRequestRepository } from '../fake/pull-request-repository.js';
import type { JobEvent } from '../fake/runner-environment.js';
import { workflowRun } from '../post/fork-run.js';

/** One event as a workflow has it. */
interface Started {
  readonly event: JobEvent;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The pull request comes from a fork. */
  readonly isFork?: true;
  /** It has a pull request to comment on. */
  readonly comments?: true;
  /** The job has checked out what is compared, as `examples/workflow.yml` does; without it nothing. */
  readonly isCheckedOut?: true;
  /** `dist/post.js` instead of `dist/action.js`: what another run reviewed is posted. */
  readonly posts?: true;
}

const headRepository = 'mona/manifests';

/** Every event of the table, by the name that it has there. */
export const events = {
  pull_request: pull => ({ event: pullRequestEvent(pull), comments: true, isCheckedOut: true }),
  'pull_request, no checkout': pull => ({ event: pullRequestEvent(pull), comments: true }),
  'pull_request from a fork': pull => ({
    ...{ event: pullRequestEvent(pull, { headRepository }), isFork: true, comments: true, isCheckedOut: true },
  }),
  'pull_request from Dependabot': pull => ({
    ...{ event: pullRequestEvent(pull, { by: 'dependabot[bot]' }), comments: true, isCheckedOut: true },
  }),
  pull_request_target: pull => ({
    event: pullRequestTargetEvent(pull, { headRepository }),
    isFork: true,
    comments: true,
  }),
  merge_group: ({ baseSha, mergeSha }) => ({ event: mergeGroupEvent({ baseSha, headSha: mergeSha }) }),
  push: ({ baseSha, mergeSha }) => ({ event: pushEvent({ before: baseSha, after: mergeSha }) }),
  'push of a new branch': ({ headSha }) => ({
    event: pushEvent({ before: null, after: headSha }, { branch: 'change' }),
  }),
  workflow_dispatch: ({ baseSha }) => ({ event: workflowDispatchEvent(baseSha, { base: 'main', head: 'change' }) }),
  schedule: ({ mergeSha }) => ({ event: scheduleEvent(mergeSha) }),
  'schedule with upgrade-to': ({ mergeSha }) => ({
    event: scheduleEvent(mergeSha),
    inputs: { 'istio-version': '1.29', 'upgrade-to': '1.30' },
  }),
  'workflow_run (post)': ({ baseSha, headSha }) => ({
    event: {
      ...{ name: 'workflow_run', sha: baseSha },
      payload: { action: 'completed', workflow_run: workflowRun(headSha) },
    },
    isFork: true,
    comments: true,
    posts: true,
  }),
} satisfies Record<string, (pull: PullRequestRepository) => Started>;

export type EventName = keyof typeof events;

export function started(name: EventName, pull: PullRequestRepository): Started {
  return events[name](pull);
}

export const forkName = headRepository;
