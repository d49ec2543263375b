import { expect, test } from '@jest/globals';
import * as events from './events.js';
import { description, faultsOf } from './openapi.js';
import type { JobEvent } from './runner-environment.js';

const commits = { baseSha: 'ba5e'.repeat(10), headSha: '4ead'.repeat(10), mergeSha: '3e49'.repeat(10) };
const { baseSha: before, headSha: after } = commits;
const fork = { headRepository: 'sara/manifests' };
const deletedFork = { headRepository: null };

const rows: [what: string, webhook: string, event: JobEvent][] = [
  ['a pull request that was opened', 'pull-request-opened', events.pullRequestEvent(commits, { action: 'opened' })],
  ['a pull request that was pushed to', 'pull-request-synchronize', events.pullRequestEvent(commits)],
  ['a pull request from a fork', 'pull-request-synchronize', events.pullRequestEvent(commits, fork)],
  [
    'a pull request from a deleted fork',
    'pull-request-synchronize',
    events.pullRequestTargetEvent(commits, deletedFork),
  ],
  ['a merge queue', 'merge-group-checks-requested', events.mergeGroupEvent(commits)],
  ['a push', 'push', events.pushEvent({ before, after })],
  ['a push with force', 'push', events.pushEvent({ before, after }, { forced: true })],
  ['a new branch', 'push', events.pushEvent({ before: null, after }, { branch: 'topic' })],
  ['a deleted branch', 'push', events.pushEvent({ before, after: null }, { branch: 'topic' })],
  ['a run by hand', 'workflow-dispatch', events.workflowDispatchEvent(after)],
  ['a run by hand with inputs', 'workflow-dispatch', events.workflowDispatchEvent(after, { base: 'main' })],
  ['a run for a branch that has ended', 'workflow-run-completed', events.workflowRunEvent(commits)],
  ['a run for a fork that has ended', 'workflow-run-completed', events.workflowRunEvent(commits, fork)],
];

test.each(rows)('the payload of %s is as GitHub describes it', (_what, webhook, { payload }) => {
  expect(faultsOf(webhook, description.webhooks[webhook] ?? {}, payload, 'content')).toEqual([]);
});

test('a run for a fork that has ended names no pull request', () => {
  expect(events.workflowRunEvent(commits, fork).payload).toMatchObject({
    workflow_run: {
      pull_requests: [],
      head_sha: after,
      head_branch: 'change',
      head_repository: { full_name: 'sara/manifests' },
    },
  });
});

test('a pull request runs on its merge commit, one with the rights of the base on the default branch', () => {
  const [own, target] = [events.pullRequestEvent(commits), events.pullRequestTargetEvent(commits)];
  expect([own.sha, own.ref]).toEqual([commits.mergeSha, 'refs/pull/7/merge']);
  expect([target.sha, target.ref]).toEqual([commits.baseSha, 'refs/heads/main']);
});
