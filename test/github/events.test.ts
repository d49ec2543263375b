import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tempFolder } from '../cli/temp-folder.js';
import { stateOf } from '../source/folder-state.js';
import {
  mergeGroupEvent,
  pullRequestEvent,
  pullRequestTargetEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from './fake/events.js';
import { startFakeGitHub, type FakeGitHub, type FakeOptions } from './fake/fake-github.js';
import { hurried } from './fake/hurried.js';
import { pullRequestRepository, type CheckoutOptions } from './fake/pull-request-repository.js';
import type { JobEvent } from './fake/runner-environment.js';
import { runStep, type StepResult } from './fake/runner.js';

/** The outage as a pull request, under each event: the action as committed, as the runner starts it. */
const outage = 'test/fixtures/cases/outage-hijack';
const repository = pullRequestRepository(join(outage, 'base'), join(outage, 'head'));
const { baseSha, headSha, mergeSha } = repository;
const folder = tempFolder();
let github: FakeGitHub;

beforeAll(() => cpSync(join(outage, 'base'), join(folder.path, 'text'), { recursive: true }));
afterEach(() => github.close());
afterAll(() => (repository.remove(), folder.remove()));

async function run(
  event: JobEvent,
  {
    workspace = folder.path,
    inputs = {},
    ...options
  }: Partial<FakeOptions> & { workspace?: string; inputs?: Record<string, string> } = {},
): Promise<StepResult> {
  const { files, origin } = repository;
  github = await startFakeGitHub({ number: 7, headSha, baseSha, mergeSha, files, origin, token: 'write', ...options });
  const main = resolve('dist/action.js');
  return runStep({ main, workspace, event, inputs, environment: hurried, apiUrl: github.url, serverUrl: github.url });
}

interface Sides {
  readonly base: { readonly rev?: string; readonly nothing?: true };
  readonly head: { readonly rev?: string; readonly nothing?: true };
}

function sidesOf({ report }: StepResult): readonly unknown[] {
  const { base, head } = report as Sides;
  return [base.rev ?? base, head.rev ?? head];
}

const push = pullRequestEvent(repository);
const gone = 'f'.repeat(40);
const nothing = { nothing: true };

describe('without any checkout', () => {
  type Row = [
    what: string,
    event: JobEvent,
    inputs: Record<string, string>,
    base: unknown,
    head: unknown,
    verdict: 'pass' | 'fail',
    comments: boolean,
    said: string,
  ];

  // prettier-ignore
  const rows: Row[] = [
    ['pull_request',                        push,                                                       {}, baseSha, mergeSha, 'fail', true,  'pull request 7 merged'],
    ['pull_request_target',                 pullRequestTargetEvent(repository),                         {}, baseSha, mergeSha, 'fail', true,  'pull request 7 merged'],
    ['merge_group',                         mergeGroupEvent({ baseSha, headSha: mergeSha }),            {}, baseSha, mergeSha, 'fail', false, 'what the merge queue is about to merge'],
    ['push',                                pushEvent({ before: baseSha, after: mergeSha }),            {}, baseSha, mergeSha, 'fail', false, 'main before the push'],
    ['push of a new branch',                pushEvent({ before: null, after: headSha }, { branch: 'change' }), {}, baseSha, headSha, 'fail', false, 'because change is new'],
    ['forced push over what is gone',       pushEvent({ before: gone, after: headSha }, { branch: 'change', forced: true }), {}, baseSha, headSha, 'fail', false, `because GitHub does not have ${gone} any more`],
    ['first push',                          pushEvent({ before: null, after: mergeSha }),               {}, nothing, mergeSha, 'fail', false, 'compares nothing (the first push of main)'],
    ['push that deletes a branch',          pushEvent({ before: headSha, after: null }, { branch: 'change', defaultSha: baseSha }), {}, nothing, nothing, 'pass', false, 'change is deleted'],
    ['workflow_dispatch with inputs',       workflowDispatchEvent(baseSha, { base: 'main', head: 'change' }), {}, baseSha, headSha, 'fail', false, "`head` of the workflow's inputs: change"],
    ['workflow_dispatch on a branch',       workflowDispatchEvent(headSha),                             {}, baseSha, headSha, 'fail', false, 'merge base with main'],
    ['workflow_dispatch on the first commit', workflowDispatchEvent(baseSha),                           {}, nothing, baseSha, 'pass', false, 'it is the first commit'],
    ['schedule',                            scheduleEvent(mergeSha),                                    {}, nothing, mergeSha, 'fail', false, 'a scheduled review is of the whole repository'],
    ['schedule of an upgrade',              scheduleEvent(mergeSha), { 'istio-version': '1.29', 'upgrade-to': '1.30' }, mergeSha, mergeSha, 'pass', false, 'the default branch'],
    ['another event with inputs',           { name: 'issue_comment', sha: baseSha, payload: {} }, { base: baseSha, head: 'change' }, baseSha, headSha, 'fail', false, 'input `head`: change'],
  ];

  test.each(rows)('%s', async (_what, event, inputs, base, head, verdict, comments, said) => {
    const result = await run(event, { inputs });
    expect([sidesOf(result), result.outputs['verdict'], result.succeeded]).toEqual([
      [base, head],
      verdict,
      verdict === 'pass',
    ]);
    expect(result.log).toContain(said);
    expect(result.summary).not.toBe('');
    expect(github.writes.length > 0).toBe(comments);
    const onLines = result.annotations.filter(({ file }) => file !== undefined);
    expect(onLines.length > 0).toBe(Number(result.outputs['findings']) > 0 && !comments);
  });
});

test('a release of Istio is reviewed on a schedule, and its report says so', async () => {
  const { report } = await run(scheduleEvent(mergeSha), { inputs: { 'istio-version': '1.20', 'upgrade-to': '1.24' } });
  expect(report).toMatchObject({
    upgrade: { from: expect.stringMatching(/^1\.20/), to: expect.stringMatching(/^1\.24/) },
  });
});

describe('whatever is checked out', () => {
  // prettier-ignore
  const rows: [what: string, commit: string, options: CheckoutOptions | null][] = [
    ['the merge commit alone',               mergeSha, { depth: 1 }],
    ['the merge commit and its parents',     mergeSha, { depth: 2 }],
    ['all history',                          mergeSha, {}],
    ['the head alone',                       headSha,  { depth: 1 }],
    ['the base',                             baseSha,  { depth: 1 }],
    ['a partial clone',                      mergeSha, { depth: 2, filter: 'blob:none' }],
    ['a partial clone of all history',       mergeSha, { filter: 'blob:none' }],
    ['a sparse one',                         mergeSha, { depth: 2, sparse: ['external'] }],
  ];

  test.each(rows)('%s: the review is the same, and the checkout stays as it is', async (_what, commit, options) => {
    const workspace = repository.checkout(commit, options ?? {});
    const before = stateOf(workspace);
    const result = await run(push, { workspace, token: 'read' });
    expect([sidesOf(result), result.outputs]).toMatchObject([[baseSha, mergeSha], { errors: '2', relevant: 'true' }]);
    expect(stateOf(workspace)).toBe(before);
  });
});

test.each([
  ['the base, as GitHub checks out', baseSha],
  ['the head, which nobody should', headSha],
])('pull_request_target reads the same where %s is checked out', async (_what, commit) => {
  const workspace = repository.checkout(commit);
  const result = await run(pullRequestTargetEvent(repository), { workspace, token: 'read' });
  expect([sidesOf(result), result.outputs]).toMatchObject([[baseSha, mergeSha], { errors: '2' }]);
});

test('pull_request_target does not ask the checkout, whose objects a stranger may have made', async () => {
  const workspace = join(folder.path, 'forged');
  cpSync(repository.origin, workspace, { recursive: true });
  const objectOf = (revision: string) => {
    const id = execFileSync('git', ['rev-parse', revision], { cwd: workspace, encoding: 'utf8' }).trim();
    return join(workspace, '.git', 'objects', id.slice(0, 2), id.slice(2));
  };
  // As if base had held all along what the pull request brings.
  const [ofBase, ofMerge] = [objectOf(`${baseSha}^{tree}`), objectOf(`${mergeSha}^{tree}`)];
  rmSync(ofBase);
  cpSync(ofMerge, ofBase);
  const result = await run(pullRequestTargetEvent(repository), { workspace, token: 'read' });
  expect([sidesOf(result), result.outputs]).toMatchObject([[baseSha, mergeSha], { errors: '2' }]);
});

describe('the token', () => {
  // prettier-ignore
  const rows: [what: string, token: FakeOptions['token'] | '', options: Partial<FakeOptions>, depth: number, verdict: string, findings: string | undefined, comments: boolean, said: string][] = [
    ['may comment',                                'write', {}, 1, 'fail', '2', true,  ''],
    ['may read only, as for a fork',               'read',  {}, 1, 'fail', '2', false, 'may not comment'],
    ['may do nothing, where all is checked out',   'none',  {}, 2, 'fail', '2', false, 'may not comment'],
    ['may do nothing',                             'none',  {}, 1, 'fail', undefined, false, '`permissions: contents: read`'],
    ['is wrong',                                   'bad',   {}, 1, 'fail', undefined, false, '`permissions: contents: read`'],
    ['is empty',                                   '',      {}, 1, 'fail', undefined, false, '`permissions: contents: read`'],
    ['is empty, and anybody may read',             '',      { isPublic: true }, 1, 'fail', '2', false, 'input `token` is empty'],
  ];

  test.each(rows)('%s', async (_what, token, options, depth, verdict, errors, comments, said) => {
    const inputs: Record<string, string> = token === '' ? { token } : {};
    const workspace = repository.checkout(mergeSha, { depth });
    const { outputs, log } = await run(push, { workspace, inputs, token: token === '' ? 'write' : token, ...options });
    expect([outputs['verdict'], outputs['errors']]).toEqual([verdict, errors]);
    expect(github.writes.length > 0).toBe(comments);
    expect(log).toContain(said);
  });
});

describe('a change that no review reads', () => {
  const text = pullRequestRepository(join(outage, 'base'), join(outage, 'base'));
  afterAll(() => text.remove());

  test('is green at once, and what was said of an earlier one is said to be solved', async () => {
    const { origin, files } = text;
    await run(push);
    const { reviewComments, issueComments } = github;
    expect([reviewComments.length, issueComments.length]).toEqual([1, 1]);
    const [earlier, summary] = [reviewComments[0], issueComments[0]];
    await github.close();

    const shas = { headSha: text.headSha, baseSha: text.baseSha, mergeSha: text.mergeSha };
    github = await startFakeGitHub({ number: 7, ...shas, files, origin, token: 'write' });
    github.addReviewComment({ ...earlier, body: earlier?.body ?? '', user: earlier?.user ?? null });
    github.addIssueComment(summary?.user ?? { login: '', type: 'User' }, summary?.body ?? '');
    const result = await runStep({
      ...{ main: resolve('dist/action.js'), workspace: folder.path, event: pullRequestEvent(text), inputs: {} },
      ...{ environment: hurried, apiUrl: github.url, serverUrl: github.url },
    });

    const line = 'Egress review: the change touches nothing that decides outbound traffic.';
    expect([result.succeeded, result.summary.trim(), result.annotations]).toEqual([true, line, []]);
    expect(result.outputs).toMatchObject({ verdict: 'pass', relevant: 'false', findings: '0' });
    expect(github.reviewComments[0]?.body).toContain('olved');
    expect(github.issueComments[0]?.body).toContain('touches nothing that decides outbound traffic');
  });

  test('gets no comment where there was none', async () => {
    const { origin, files, headSha: head } = text;
    const result = await run(pullRequestEvent(text), { origin, files, headSha: head });
    expect([result.succeeded, github.writes]).toEqual([true, []]);
  });
});

describe('is never green because of an error', () => {
  // prettier-ignore
  const rows: [what: string, event: JobEvent, inputs: Record<string, string>, said: string][] = [
    ['an event that names no change',      { name: 'issue_comment', sha: baseSha, payload: {} }, {}, 'give both inputs `base` and `head`'],
    ['a payload without its fields',       { name: 'merge_group', sha: baseSha, payload: {} },   {}, '`merge_group.base_sha` of the payload'],
    ['a commit that is gone',              mergeGroupEvent({ baseSha, headSha: gone }),          {}, `does not have ${baseSha} or ${gone}`],
    ['a branch that is not there',         push, { base: 'no-such' },                                'input `base`: found \'no-such\''],
    ['a release to come without one that runs', push, { 'upgrade-to': '1.30' },                      'give the input `istio-version`'],
  ];

  test.each(rows)('%s', async (_what, event, inputs, said) => {
    const { succeeded, outputs, annotations, summary } = await run(event, { inputs });
    expect([succeeded, outputs]).toEqual([false, { verdict: 'fail' }]);
    expect(annotations).toEqual([{ level: 'error', message: expect.stringContaining(said) }]);
    expect(summary).toMatch(/^### 🔴 Egress review: nothing was reviewed\n\n- /);
  });
});
