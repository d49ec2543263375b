import * as core from '@actions/core';
import { context } from '@actions/github';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Review } from '../findings/review.js';
import { logText } from '../report/escape.js';
import { commitStore } from '../source/commit-store.js';
import { findBlob } from '../source/git-revision.js';
import { depthCompared } from './event/depth-compared.js';
import { octokitHistory } from './event/octokit-history.js';
import { repositoryCommits } from './event/repository-commits.js';
import { octokitPullRequest } from './pull-request/octokit-pull-request.js';
import { docsFolder, rulePages } from './pages.js';
import type { Run } from './run.js';
import { secretsOf, withoutSecrets } from './secrets.js';

/** The files that a run leaves to the steps that follow. */
export interface ReportFormats {
  readonly json: (review: Review) => string;
  /** `rulePages`: the address of the folder with the pages of the rules; null where the action came from no repository. */
  readonly sarif: (review: Review, rulePages: string | null) => string;
}

/** What every entry needs of the job that it runs in. */
export type JobRun = Pick<
  Run,
  'input' | 'event' | 'repositoryUrl' | 'page' | 'docs' | 'pullRequest' | 'writeSummary' | 'annotate' | 'log' | 'fail'
>;

/** The job that the environment describes. Whatever it says passes here: no line of a log commands the runner. */
export function jobRun(discreet = discretion()): JobRun {
  const said = (text: string) => logText(discreet(text));
  const repositoryUrl = `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`;
  return {
    input: name => core.getInput(name),
    event: { name: context.eventName, sha: context.sha, payload: context.payload },
    repositoryUrl,
    page: `${repositoryUrl}/actions/runs/${context.runId}`,
    docs: docsFolder(process.env, context.serverUrl),
    pullRequest: (token, number) => octokitPullRequest(token, { ...context.repo, number }),

    writeSummary: async markdown => {
      await core.summary.addRaw(discreet(markdown), true).write();
    },

    annotate: ({ level, file, line, endLine, title, message }) => {
      const place = { ...(file !== null && { file: said(file) }), ...(line !== null && { startLine: line }) };
      core[level](said(message), { title: said(title), ...place, ...(endLine !== null && { endLine }) });
    },

    log: line => core.info(said(line)),
    fail: message => core.setFailed(said(message)),
  };
}

/** Masks the token of the job, and keeps it out of every text. */
function discretion(): (text: string) => string {
  const secrets = secretsOf(core.getInput('token').trim());
  secrets.forEach(core.setSecret);
  return text => withoutSecrets(text, secrets);
}

/** The run that the environment of a job describes, as far as it does not depend on this project's own parts. */
export function actionsRun(formats: ReportFormats): Omit<Run, 'review'> {
  const temporary = process.env['RUNNER_TEMP'] ?? tmpdir();
  const discreet = discretion();
  const job = jobRun(discreet);
  return {
    ...job,

    repository: token => {
      // There somebody may have unpacked a stranger's head, and its `.git` would answer for base.
      const checkout = job.event.name === 'pull_request_target' ? null : process.cwd();
      const checkOut = (what: string, depth: number) =>
        checkout === null
          ? null
          : `check out ${what} before this step (\`actions/checkout\` with \`fetch-depth: ${depth}\`)`;
      const remote = {
        url: job.repositoryUrl,
        token,
        otherwise: checkOut('what is compared', depthCompared(job.event.name, job.input)),
      };
      const store = commitStore({ checkout, temporary, remote });
      return {
        ...repositoryCommits(store, octokitHistory(token, context.repo, checkOut('all history', 0))),
        holding: store.holding,
        blobAt: (folder, commit, path) => findBlob(commit, path, folder),
      };
    },

    saveReports: review => {
      const folder = mkdtempSync(join(temporary, 'egress-review-'));
      const [report, sarif] = [join(folder, 'report.json'), join(folder, 'report.sarif')];
      writeFileSync(report, discreet(formats.json(review)));
      writeFileSync(sarif, discreet(formats.sarif(review, rulePages(job.docs))));
      return { report, sarif };
    },

    setOutput: core.setOutput,
    discreet,
  };
}
