import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tempFolder } from '../../cli/temp-folder.js';
import { startFakeGitHub, type FakeGitHub } from '../fake/fake-github.js';
import { hurried } from '../fake/hurried.js';
import type { TokenKind } from '../fake/permissions.js';
import { runStep, type StepResult } from '../fake/runner.js';
import { bothChanges, type Change, type Changes } from './changes.js';
import { started } from './events.js';

/** What all rows share. */
export interface Stage {
  readonly changes: Changes;
  /** What `actions/checkout` makes of each change with `fetch-depth: 2`; no run writes to it. */
  readonly checkouts: Readonly<Record<Change, string>>;
  /** A new folder without anything. */
  readonly folder: () => string;
  /** What a run before has said of the outage. */
  readonly earlier: Pick<FakeGitHub, 'reviewComments' | 'issueComments'>;
  /** The report that a run for a fork has left. */
  readonly reports: Readonly<Record<Change, unknown>>;
  readonly remove: () => void;
}

export async function setStage(): Promise<Stage> {
  const changes = bothChanges();
  const temp = tempFolder();
  let folders = 0;
  const folder = () => {
    const path = join(temp.path, `folder-${(folders += 1)}`);
    mkdirSync(path);
    return path;
  };
  const checkedOut = (change: Change) => {
    const { checkout, mergeSha } = changes.repositories[change];
    return checkout(mergeSha, { depth: 2 });
  };
  const checkouts = { outage: checkedOut('outage'), clean: checkedOut('clean') };
  const reviewed = async (change: Change, token: TokenKind): Promise<[StepResult, FakeGitHub]> => {
    const pull = changes.repositories[change];
    const github = await startFakeGitHub({ number: 7, ...pull, token });
    const { event } = started('pull_request', pull);
    const result = await runStep({
      ...{ main: resolve('dist/action.js'), workspace: checkouts[change], event, inputs: {} },
      ...{ environment: hurried, apiUrl: github.url, serverUrl: github.url },
    });
    await github.close();
    return [result, github];
  };
  const [[outage, earlier], [clean]] = await Promise.all([reviewed('outage', 'write'), reviewed('clean', 'read')]);
  return {
    ...{ changes, checkouts, folder, earlier },
    reports: { outage: outage.report, clean: clean.report },
    remove: () => {
      changes.remove();
      temp.remove();
    },
  };
}
