import { context } from '@actions/github';
import { jobRun } from '../actions-run.js';
import { decodeOpenPullRequest, list } from '../pull-request/answers.js';
import { attempt, octokitClient } from '../pull-request/octokit-client.js';
import { timeLimits } from '../pull-request/time-limits.js';
import type { OpenPullRequest } from '../pull-request/pull-request.js';
import { readReportFile } from './report-file.js';
import type { PostRun } from './run-post.js';

/** The run of `post` that the environment of a job describes. */
export function actionsPostRun(): PostRun {
  return { ...jobRun(), readFile: readReportFile, openPullRequests };
}

async function openPullRequests(token: string, head: string): Promise<readonly OpenPullRequest[]> {
  const octokit = octokitClient(token, timeLimits());
  const asked = { ...context.repo, state: 'open' as const, head, per_page: 100 };
  const { data } = await attempt(() => octokit.rest.pulls.list(asked));
  return list(data, 'a list of pull requests').map(decodeOpenPullRequest);
}
