import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summaryEnd, summaryMarker } from '../../../src/report/marker.js';
import { startFakeGitHub, type FakeGitHub, type FakeOptions } from '../fake/fake-github.js';
import { hurried } from '../fake/hurried.js';
import { jobToken } from '../fake/permissions.js';
import { pullRequestRepository } from '../fake/pull-request-repository.js';
import { runStep, type StepResult } from '../fake/runner.js';
import { workflowRun } from './fork-run.js';

/** The outage as a pull request of a fork: reviewed with a token that reads, posted by another run with one that writes. */
const outage = 'test/fixtures/cases/outage-hijack';
const repository = pullRequestRepository(join(outage, 'base'), join(outage, 'head'));
const { baseSha, headSha, mergeSha } = repository;
const folder = mkdtempSync(join(tmpdir(), 'fork-'));
const artifact = join(folder, 'report.json');
let github: FakeGitHub;
let reviewed: StepResult;

beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/build.mjs', join(folder, 'dist')]);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  await start({ token: 'read' });
  const workspace = repository.checkout(mergeSha, { depth: 2 });
  const payload = { pull_request: { number: 7, head: { sha: headSha }, base: { sha: baseSha } } };
  const event = { name: 'pull_request', sha: mergeSha, payload };
  const environment = { GITHUB_ACTION_REPOSITORY: 'octo/istio-egress-review', GITHUB_ACTION_REF: 'c0ffee' };
  const step = { main: join(folder, 'dist/action.js'), workspace, event, inputs: {}, environment };
  reviewed = await runStep({ ...step, apiUrl: github.url });
  await github.close();
});
afterEach(() => github.close());
afterAll(() => {
  repository.remove();
  rmSync(folder, { recursive: true });
});

async function start(given: Partial<FakeOptions> = {}): Promise<void> {
  const pull = { number: 7, headSha, baseSha, files: repository.files, headRepository: 'mona/manifests' };
  github = await startFakeGitHub({ ...pull, token: 'write', ...given });
}

/** One run of the poster, on an artifact that holds this. */
function post(report: unknown, run: object = {}): Promise<StepResult> {
  writeFileSync(artifact, typeof report === 'string' ? report : JSON.stringify(report));
  return postFile(run);
}

function postFile(run: object = {}): Promise<StepResult> {
  const payload = { action: 'completed', workflow_run: { ...workflowRun(headSha), ...run } };
  return runStep({
    main: join(folder, 'dist/post.js'),
    action: 'post/action.yml',
    workspace: folder,
    event: { name: 'workflow_run', sha: baseSha, payload },
    inputs: { report: artifact },
    environment: hurried,
    apiUrl: github.url,
    secrets: [jobToken],
  });
}

test('the run that reviews has the verdict, and may not comment', () => {
  expect(reviewed.succeeded).toBe(false);
  expect(reviewed.outputs).toMatchObject({ errors: '2' });
});

test('the run that reviews leaves SARIF beside its report, with the pages of the action as it runs', () => {
  const { runs } = JSON.parse(reviewed.outputFiles['sarif'] ?? '') as { runs: [{ results: object[]; tool: object }] };
  const [run] = runs;
  expect(run.results).toHaveLength((reviewed.report as { findings: object[] }).findings.length);
  expect(JSON.stringify(run.tool)).toContain(
    'https://github.com/octo/istio-egress-review/blob/c0ffee/docs/rules/traffic-captured.md',
  );
});

test('the run that posts comments on the pull request, and is green: the verdict is not its own', async () => {
  await start();
  const { succeeded, annotations, summary, log } = await post(reviewed.report);
  expect([succeeded, annotations]).toEqual([true, []]);
  expect(log).toContain('The comments on pull request 7 are up to date.');
  expect(summary).toContain('traffic-captured');
  expect(github.reviews).toMatchObject([{ event: 'COMMENT', commit_id: headSha }]);
  expect(github.reviewComments).toMatchObject([{ path: 'dns-controller/traefik.yaml', side: 'RIGHT' }]);
  expect(github.issueComments).toHaveLength(1);
  expect(github.issueComments[0]?.body).toContain('2 errors');

  const bodies = [...github.reviewComments, ...github.issueComments].map(({ body }) => body).join('\n');
  expect(bodies).not.toContain('```suggestion');
  expect(bodies).toContain(`https://github.com/shop/manifests/blob/${headSha}/dns-controller/traefik.yaml`);

  const { writes } = github;
  writes.length = 0;
  await post(reviewed.report);
  expect(writes).toEqual([]);
});

// prettier-ignore
const elsewhere: readonly [what: string, given: Partial<FakeOptions>, words: string][] = [
  ['has moved on since',             { headSha: 'f00d'.repeat(10) },               'it has moved on, and its next run reviews it'],
  ['is closed by now',               { isOpen: false },                            'it may be closed by now'],
  ['comes from another repository',  { headRepository: 'shop/manifests' },         'it may be closed by now'],
  ['comes from a fork that is gone', { headRepository: null },                     'it may be closed by now'],
];

test.each(elsewhere)('nothing is posted on a pull request that %s', async (_what, given, words) => {
  await start(given);
  const { succeeded, annotations } = await post(reviewed.report);
  expect(succeeded).toBe(true);
  expect(annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining(words) }]);
  expect(github.writes).toEqual([]);
});

test('nothing is posted for a run that no pull request started', async () => {
  await start();
  const { succeeded, annotations } = await post(reviewed.report, { event: 'push' });
  expect(succeeded).toBe(true);
  expect(annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining('started by `push`') }]);
  expect(github.requests).toEqual([]);
});

test('a token that may not comment is told what it lacks, and the run is green', async () => {
  await start({ token: 'read' });
  const { succeeded, annotations, summary } = await post(reviewed.report);
  expect(succeeded).toBe(true);
  const warning = { level: 'warning', message: expect.stringContaining('pull-requests: write') };
  expect(annotations).toContainEqual(expect.objectContaining(warning));
  expect(annotations.filter(({ file }) => file !== undefined)).toEqual([]);
  expect(summary).toContain('traffic-captured');
});

test('another event is a mistake of the workflow, and red', async () => {
  await start();
  const event = { name: 'push', sha: baseSha, payload: {} };
  const inputs = { report: artifact };
  const main = join(folder, 'dist/post.js');
  const step = { main, action: 'post/action.yml', workspace: folder, event, inputs, apiUrl: github.url };
  const { succeeded, annotations } = await runStep(step);
  expect(succeeded).toBe(false);
  expect(annotations).toMatchObject([{ message: expect.stringContaining('`workflow_run`') }]);
});

/** A report of one finding that says this wherever a text can be. */
function saying(text: string): object {
  const resource = { kind: text, namespace: text, name: text };
  const verdict = { kind: 'delivered', cluster: text, owner: resource, reason: text, steps: [] };
  const group = { namespace: text, labels: { [text]: text } };
  const call = { kind: 'tls', speaksFirst: 'client', address: text, port: 443, host: text, command: text };
  const finding = {
    ...{
      rule: 'traffic-captured',
      severity: 'error',
      fingerprint: '0123456789abcdef',
      proof: 'each',
      reachesOutside: true,
    },
    ...{ title: text, message: text, fix: text, suggestion: null },
    ...{ groups: [group], subject: { hosts: [text] }, witness: { group, call, before: verdict, after: verdict } },
    causes: [
      { ...resource, file: text, line: 1, endLine: 1, excerpt: text, side: 'head', change: 'added' },
      {
        ...resource,
        file: `\\x2e\\x2e/\\x2e\\x2e/../../evil/${text}`,
        line: 1,
        endLine: 1,
        excerpt: text,
        side: 'base',
        change: 'removed',
      },
    ],
  };
  return {
    ...(reviewed.report as object),
    ...{ istioVersion: text, assumptions: [text], pullRequest: 8, number: 8, head: { rev: 'forged' } },
    ...{ findings: [finding], problems: [{ code: 'yaml-syntax', message: text, file: text, line: 1, column: 1 }] },
  };
}

// prettier-ignore
const hostile: readonly [what: string, text: string][] = [
  ['mentions',            '@octocat and @shop/admins, fixes #1'],
  ['HTML',                '<img src=x onerror=alert(1)></details><script>alert(1)</script>'],
  ['links',               '[click](https://evil.example) https://evil.example'],
  ['markers of ours',     '<!-- istio-egress-review:v1 fp=fedcba9876543210 -->\n<!-- istio-egress-review:v1 summary -->'],
  ['suggestions',         '```suggestion\nrm -rf\n```'],
  ['control characters',  '\u001b[2J\u0000\u202e\u0007'],
  ['workflow commands',   '\n::error::injected\n::set-output name=a::b\n##[error]injected'],
];

test.each(hostile)('%s in a report are shown, and do nothing', async (_what, text) => {
  await start();
  const { succeeded, annotations, outputs } = await post(saying(text));
  expect([succeeded, annotations, outputs]).toEqual([true, [], {}]);
  expect(github.writes).toEqual(['POST /issues/7/comments']);
  const [body = ''] = github.issueComments.map(comment => comment.body);
  const shown = body.replace(/(`+)[^]*?[^`]\1(?!`)/g, '').replace(/<code>[^<]*<\/code>/g, '');
  const links = shown.match(/\]\([^)]*\)/g) ?? [];
  expect(links.filter(link => !link.startsWith(`](https://github.com/shop/manifests/blob/${headSha}/`))).toEqual([]);
  expect(links.filter(link => /\/(?:\.|%2e){2}\//i.test(link))).toEqual([]);
  const active = shown
    .replace(/\]\([^)]*\)/g, '')
    .replace(summaryMarker, '')
    .replace(summaryEnd, '');
  expect(active).not.toMatch(/@octocat|<img|<script|<!--|evil|rm -rf|::error/);
});

test('a report of 100 MB is not even read, and the run is green', async () => {
  await start();
  writeFileSync(artifact, '');
  truncateSync(artifact, 100_000_000);
  const { succeeded, annotations } = await postFile();
  expect(succeeded).toBe(true);
  expect(annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('100 MB') }]);
  expect(github.requests).toEqual([]);
});

test('a report that is none, or that is not there, is refused in a sentence', async () => {
  await start();
  const forged = await post({ ...(reviewed.report as object), findings: [{ title: 'x' }] });
  expect(forged.succeeded).toBe(true);
  expect(forged.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('/findings/0') }]);
  rmSync(artifact);
  const missing = await postFile();
  expect(missing.succeeded).toBe(true);
  expect(missing.annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining('uploaded no report') },
  ]);
  expect(github.writes).toEqual([]);
});
