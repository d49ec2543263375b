import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startFakeGitHub, type FakeGitHub } from '../fake/fake-github.js';
import { hurried } from '../fake/hurried.js';
import { jobToken, type TokenKind } from '../fake/permissions.js';
import { runStep, type Step, type StepResult } from '../fake/runner.js';
import type { Change } from './changes.js';
import { forkName, started, type EventName } from './events.js';
import { faults, type FaultName } from './faults.js';
import type { Stage } from './stage.js';

/** `empty`: the input `token` has no text. */
export type Token = TokenKind | 'empty';

export interface Given {
  readonly event: EventName;
  readonly token: Token;
  readonly fault: FaultName;
  readonly change: Change;
}

/**
 * One row, run with its fault; then without, until a run has nothing to add, three times at most. Events without comments
 * run once.
 */
export interface Measured {
  readonly first: StepResult;
  /** What each run changed on the pull request. */
  readonly writes: readonly (readonly string[])[];
  /** Comments on lines and others, when all is over. */
  readonly standing: readonly [onLines: readonly string[], others: readonly string[]];
}

export async function measure({ event: name, token, fault, change }: Given, stage: Stage): Promise<Measured> {
  const pull = stage.changes.repositories[change];
  const { event, inputs, isFork, comments, isCheckedOut, posts } = started(name, pull);
  const { headSha, baseSha, mergeSha, files, origin } = pull;
  const checkedOut = stage.checkouts[change];
  const kind = token === 'empty' ? 'write' : token;
  const options = { number: 7, ...{ headSha, baseSha, mergeSha, files, origin } };
  const ofFork = isFork ? { headRepository: forkName } : {};
  const github = await startFakeGitHub({ ...options, ...ofFork, token: kind, faults: faults[fault]() });
  if (change === 'clean' && comments) leave(stage.earlier, github);

  const folder = stage.folder();
  const report = join(folder, 'report.json');
  if (posts) writeFileSync(report, JSON.stringify(stage.reports[change]));
  const step: Step = {
    main: resolve(posts ? 'dist/post.js' : 'dist/action.js'),
    ...(posts && { action: 'post/action.yml' }),
    workspace: isCheckedOut ? checkedOut : folder,
    event,
    inputs: { ...inputs, ...(posts && { report }) },
    apiUrl: github.url,
    serverUrl: github.url,
    environment: hurried,
    secrets: [jobToken],
  };
  const first = await runStep(token === 'empty' ? { ...step, inputs: { ...step.inputs, token: '' } } : step);
  const writes = [github.writes.splice(0)];
  if (comments) {
    github.become({ token: token === 'maintainer' ? token : 'write', faults: [] });
    do {
      await runStep({ ...step, workspace: checkedOut });
      writes.push(github.writes.splice(0));
    } while (writes.length < 3 && writes.at(-1)?.length !== 0);
  }
  const bodies = (all: readonly { readonly body: string }[]) => all.map(({ body }) => body);
  const standing = [bodies(github.reviewComments), bodies(github.issueComments)] as const;
  await github.close();
  return { first, writes, standing };
}

/** As a run before it has left them. */
function leave({ reviewComments, issueComments }: Stage['earlier'], github: FakeGitHub): void {
  for (const comment of reviewComments) github.addReviewComment(comment);
  for (const { user, body } of issueComments) if (user !== null) github.addIssueComment(user, body);
}
