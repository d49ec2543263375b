import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Finding } from '../../src/findings/finding.js';
import { markedFingerprints } from '../../src/report/marker.js';
import { startFakeGitHub, type FakeGitHub, type FakeOptions } from './fake/fake-github.js';
import { pullRequestRepository } from './fake/pull-request-repository.js';
import { runStep } from './fake/runner.js';

/** The outage as a pull request, reviewed by the action as committed, from the checkout to the posted comments. */
const outage = 'test/fixtures/cases/outage-hijack';
const repository = pullRequestRepository(join(outage, 'base'), join(outage, 'head'));
const { baseSha, headSha, mergeSha } = repository;
const capturing = 'dns-controller/traefik.yaml';
let github: FakeGitHub;

beforeEach(() => start('write'));
afterEach(() => github.close());
afterAll(() => repository.remove());

async function start(token: FakeOptions['token']): Promise<void> {
  github = await startFakeGitHub({ number: 7, headSha, files: repository.files, token });
}

function review(workspace: string, inputs: Record<string, string> = {}) {
  const payload = { pull_request: { number: 7, head: { sha: headSha }, base: { sha: baseSha } } };
  const event = { name: 'pull_request', sha: mergeSha, payload };
  return runStep({ main: resolve('dist/action.js'), workspace, event, inputs, apiUrl: github.url });
}

interface Expected extends Pick<Finding, 'rule' | 'severity'> {
  readonly namespaces: readonly string[];
  readonly subject: { readonly host: string; readonly port: number };
}

/** As `test/fixtures/cases/README.md` says: each expected finding is met, and nothing else is above a notice. */
function expectTheOutage(report: unknown): void {
  const { findings: all } = report as { findings: Finding[] };
  const found = all.filter(({ severity }) => severity !== 'notice');
  const { findings: expected } = parse(readFileSync(join(outage, 'case.yaml'), 'utf8')) as { findings: Expected[] };
  const meets = (finding: Finding, { rule, severity, namespaces, subject: { host, port } }: Expected) =>
    finding.rule === rule &&
    finding.severity === severity &&
    finding.subject.port === port &&
    finding.subject.hosts?.includes(host) === true &&
    [...new Set(finding.groups.map(({ namespace }) => namespace))].toSorted().join() === namespaces.toSorted().join();

  expect(expected.filter(one => !found.some(finding => meets(finding, one)))).toEqual([]);
  expect(found.filter(finding => !expected.some(one => meets(finding, one)))).toEqual([]);
  expect(new Set(found.map(({ causes }) => (causes[0] as unknown as { file: string }).file))).toEqual(
    new Set([capturing]),
  );
}

test('a checkout with fetch-depth 2 gets comments on the generated entry, and a second run posts nothing twice', async () => {
  const workspace = repository.checkout(mergeSha, { depth: 2 });
  const first = await review(workspace, { 'istio-version': '1.30' });

  expect(first.succeeded).toBe(false);
  expectTheOutage(first.report);
  expect(first.outputs).toMatchObject({ errors: '2', warnings: '0' });
  expect(first.summary).toContain('traffic-captured');
  expect(github.reviews).toMatchObject([{ event: 'COMMENT', commit_id: headSha }]);
  expect(github.reviewComments).toMatchObject([{ path: capturing, side: 'RIGHT' }]);
  const { findings } = first.report as { findings: Finding[] };
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(github.reviewComments.map(({ body }) => markedFingerprints(body))).toEqual([
    errors.map(({ fingerprint }) => fingerprint),
  ]);
  expect(github.issueComments).toHaveLength(1);
  github.writes.length = 0;

  const second = await review(workspace, { 'istio-version': '1.30' });
  expect(second.report).toEqual(first.report);
  expect(second.succeeded).toBe(false);
  expect(github.writes).toEqual([]);
});

test("a fork's token gets annotations, and the verdict stays", async () => {
  await github.close();
  await start('read');
  const { report, succeeded, annotations, summary } = await review(repository.checkout(mergeSha, { depth: 2 }));
  expectTheOutage(report);
  expect(succeeded).toBe(false);
  expect(annotations).toMatchObject([{ level: 'error', file: capturing }, { level: 'error' }, { level: 'warning' }]);
  expect(summary).toContain('traefik.cutom-name');
});

test('fail-on never lets the outage pass, with its comments', async () => {
  const { succeeded } = await review(repository.checkout(mergeSha, { depth: 2 }), { 'fail-on': 'never' });
  expect(succeeded).toBe(true);
  expect(github.reviewComments).toHaveLength(1);
});

test('paths limit what is read', async () => {
  const { succeeded, outputs } = await review(repository.checkout(mergeSha, { depth: 2 }), { paths: 'external' });
  expect(outputs).toMatchObject({ findings: '0', relevant: 'false' });
  expect(succeeded).toBe(true);
  expect(github.writes).toEqual([]);
});

test('a folder of the pull request cannot stand in for the base', async () => {
  const head = mkdtempSync(join(tmpdir(), 'head-'));
  cpSync(join(outage, 'head'), head, { recursive: true });
  cpSync(join(outage, 'head'), join(head, 'origin', 'main'), { recursive: true });
  const forged = pullRequestRepository(join(outage, 'base'), head);
  try {
    const { report } = await review(forged.checkout(forged.headSha), {
      base: 'origin/main',
      head: 'HEAD',
      paths: 'dns-controller\nexternal\nistio-demo\nnamespaces.yaml',
    });
    expectTheOutage(report);
  } finally {
    forged.remove();
    rmSync(head, { recursive: true });
  }
});

test.each([
  ['an unknown revision', { base: 'no-such-branch' }, 'no-such-branch'],
  ['a release that nobody recorded', { 'istio-version': '1.2' }, "'1.2'"],
  ['a level that there is not', { 'fail-on': 'errors' }, '`warning`'],
])('%s fails with one message and no stack', async (_what, inputs, words) => {
  const { succeeded, annotations, log } = await review(repository.checkout(mergeSha, { depth: 2 }), inputs);
  expect(succeeded).toBe(false);
  expect(annotations).toEqual([{ level: 'error', message: expect.stringContaining(words) }]);
  expect(log).not.toContain('    at ');
});
