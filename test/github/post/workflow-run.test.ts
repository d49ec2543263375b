import { expect, test } from '@jest/globals';
import { Unpostable } from '../../../src/github/post/unpostable.js';
import { decodeWorkflowRun } from '../../../src/github/post/workflow-run.js';
import { InputError } from '../../../src/source/problem.js';
import { workflowRun } from './fork-run.js';

const decode = (workflow_run: unknown, name = 'workflow_run') =>
  decodeWorkflowRun({ name, sha: '', payload: { workflow_run } });

test('the run of a fork is read', () => {
  expect(decode(workflowRun('c0ffee'))).toEqual({
    id: 30433642,
    headSha: 'c0ffee',
    headBranch: 'change',
    headOwner: 'mona',
    headRepositoryId: 42_424_242,
  });
});

// prettier-ignore
test.each([
  ['a run of a push',                    { ...workflowRun('c0ffee'), event: 'push' },                Unpostable, /started by `push`/],
  ['a run of a pull_request_target',     { ...workflowRun('c0ffee'), event: 'pull_request_target' }, Unpostable, /`pull_request_target`/],
  ['a run of a fork that is gone',       { ...workflowRun('c0ffee'), head_repository: null },        Unpostable, /is gone/],
  ['a run without a commit',             { ...workflowRun('c0ffee'), head_sha: undefined },          InputError, /no run with an id/],
])('%s is not posted', (_what, run, kind, words) => {
  expect(() => decode(run)).toThrow(kind);
  expect(() => decode(run)).toThrow(words);
});

test('another event is a mistake of the workflow', () => {
  expect(() => decode(workflowRun('c0ffee'), 'pull_request')).toThrow(InputError);
});
