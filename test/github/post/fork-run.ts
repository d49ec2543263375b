import { forkId } from '../fake/shapes.js';

/** The run that reviewed a pull request of mona's fork, as the payload of `workflow_run` has it: it names no pull request. */
export function workflowRun(headSha: string) {
  return {
    id: 30433642,
    name: 'egress review',
    event: 'pull_request',
    status: 'completed',
    conclusion: 'failure',
    head_branch: 'change',
    head_sha: headSha,
    pull_requests: [],
    head_repository: {
      id: forkId,
      name: 'manifests',
      full_name: 'mona/manifests',
      owner: { login: 'mona', type: 'User' },
    },
  };
}
