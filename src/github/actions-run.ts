import * as core from '@actions/core';
import { context } from '@actions/github';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Review } from '../findings/review.js';
import { logText } from '../report/escape.js';
import { octokitPullRequest } from './pull-request/octokit-pull-request.js';
import type { Run } from './run-action.js';
import { secretsOf, withoutSecrets } from './secrets.js';

/**
 * The run that the environment of a job describes, as far as it does not depend on this project's own parts. Whatever it
 * says passes here: the token is never in it, and no line of a log commands the runner.
 */
export function actionsRun(formatReport: (review: Review) => string): Omit<Run, 'history' | 'review'> {
  const secrets = secretsOf(core.getInput('token').trim());
  secrets.forEach(core.setSecret);
  const discreet = (text: string) => withoutSecrets(text, secrets);
  const said = (text: string) => logText(discreet(text));

  return {
    input: name => core.getInput(name),
    event: { name: context.eventName, sha: context.sha, payload: context.payload },
    repositoryUrl: `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`,
    pullRequest: (token, number) => octokitPullRequest(token, { ...context.repo, number }),

    saveReport: review => {
      const path = join(mkdtempSync(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'egress-review-')), 'report.json');
      writeFileSync(path, discreet(formatReport(review)));
      return path;
    },

    writeSummary: async markdown => {
      await core.summary.addRaw(discreet(markdown), true).write();
    },

    setOutput: core.setOutput,

    annotate: ({ level, file, line, endLine, title, message }) => {
      const place = { ...(file !== null && { file: said(file) }), ...(line !== null && { startLine: line }) };
      core[level](said(message), { title: said(title), ...place, ...(endLine !== null && { endLine }) });
    },

    log: line => core.info(said(line)),
    fail: message => core.setFailed(said(message)),
  };
}
