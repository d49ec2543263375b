import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decodeInputs } from '../../src/github/inputs.js';
import { askReviewer } from '../../src/github/reviewer/ask.js';
import { temporaryFolder } from '../source/temporary-folder.js';
import { pullRequestEvent } from './fake/events.js';
import { startFakeGitHub, type FakeGitHub } from './fake/fake-github.js';
import { pullRequestRepository, type Push } from './fake/pull-request-repository.js';
import { runStep } from './fake/runner.js';

/** The outage, then a push that is more than anyone can review: by the action as committed, as the runner starts it. */
const outage = 'test/fixtures/cases/outage-hijack';
const repository = pullRequestRepository(join(outage, 'base'), join(outage, 'head'));
const hostile = temporaryFolder(contested(4));
let github: FakeGitHub;

beforeAll(async () => {
  const { headSha, baseSha, mergeSha, files, origin } = repository;
  github = await startFakeGitHub({ number: 7, headSha, baseSha, mergeSha, files, origin, token: 'write' });
});
afterAll(async () => (await github.close(), repository.remove(), hostile.remove()));

/** Namespaces that each have an entry for the one host, so that each sees it in its own way; 3,000 a file. */
function contested(files: number): Record<string, string> {
  const texts = Array.from({ length: files }, (_, file) => {
    const names = Array.from({ length: 3000 }, (__, at) => `n${file}-${at}`);
    return [`mesh-${file}.yaml`, names.map(contestant).join('---\n')];
  });
  return Object.fromEntries(texts);
}

function contestant(name: string): string {
  return (
    `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: { istio-injection: enabled } }\n` +
    `---\napiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: vendor, namespace: ${name} }\n` +
    'spec: { hosts: [vendor.example], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }\n'
  );
}

function run(push: Push, inputs: Record<string, string>) {
  const event = pullRequestEvent({ ...repository, ...push });
  const workspace = repository.checkout(push.mergeSha, { depth: 2 });
  return runStep({ main: resolve('dist/action.js'), workspace, event, inputs, apiUrl: github.url });
}

const toDo = 'limit what is read by the input `paths`, split the change, or';

test('a review that takes too long fails the check with what to do, and solves no earlier comment', async () => {
  await run(repository, {});
  expect(github.reviewComments).toHaveLength(1);
  const push = repository.push(hostile.path);
  github.setHead(push.headSha, push.files);
  github.writes.length = 0;

  const { succeeded, hung, outputs, annotations, log } = await run(push, { 'review-minutes': '0.05' });
  const message = `the review took longer than 0.05 min and was ended: ${toDo} raise the input \`review-minutes\``;
  expect([succeeded, hung, outputs]).toEqual([false, false, { verdict: 'fail' }]);
  expect(annotations).toEqual([{ level: 'error', message }]);
  expect(log).not.toContain('    at ');
  expect(github.writes).toEqual([expect.stringMatching(/^PATCH \/issues\/comments\//)]);
  expect(github.issueComments[0]?.body).toMatch(/could not be reviewed\..* The reason: the review took longer than/);
}, 120_000);

test('a review that needs too much memory is a fault of the input, with what to do', async () => {
  const { baseSha, headSha } = repository.push(hostile.path);
  const surroundings = { repository: repository.origin, workspace: repository.origin, today: '2026-11-22' };
  const question = [{ base: baseSha, head: headSha }, decodeInputs(() => ''), surroundings] as const;
  const program = pathToFileURL(resolve('dist/reviewer.js'));
  const message = `the review needed more than 64 MiB of memory, half of what the machine has, and was ended: ${toDo} use a larger runner`;
  const ended = askReviewer(program, [...question], { minutes: 10, megabytes: 64 });
  await expect(ended).rejects.toMatchObject({ problems: [{ code: 'too-large', message, at: null }] });
}, 120_000);
