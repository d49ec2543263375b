import { context, getOctokit } from '@actions/github';
import { jobRun } from '../actions-run.js';
import { attempt } from '../pull-request/octokit-pull-request.js';
import type { OpenPullRequest } from './open-pull-request.js';
import { readReportFile } from './report-file.js';
import type { PostRun } from './run-post.js';

/** The run of `post` that the environment of a job describes. */
export function actionsPostRun(): PostRun {
  return { ...jobRun(), readFile: readReportFile, openPullRequests };
}

async function openPullRequests(token: string, head: string): Promise<readonly OpenPullRequest[]> {
  const octokit = getOctokit(token);
  octokit.hook.before('request', options => {
    options.headers['x-github-api-version'] = '2022-11-28';
  });
  const { data } = await attempt(() =>
    octokit.rest.pulls.list({ ...context.repo, state: 'open', head, per_page: 100 }),
  );
  return data.map(({ number, head: { sha, repo }, base }) => ({
    number,
    headSha: sha,
    headRepositoryId: (repo as { readonly id: number } | null)?.id ?? null,
    baseSha: base.sha,
  }));
}
