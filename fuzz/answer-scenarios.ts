import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../src/findings/finding.js';
import { findingMarker, summaryMarker } from '../src/report/marker.js';
import { cause, finding, reviewOf } from '../test/github/comments/canned-review.js';
import { added, headSha } from '../test/github/comments/canned-runs.js';
import {
  pullRequestEvent,
  pullRequestTargetEvent,
  pushEvent,
  workflowDispatchEvent,
} from '../test/github/fake/events.js';
import type { FakeGitHub, FakeOptions } from '../test/github/fake/fake-github.js';
import { actionsBot } from '../test/github/fake/permissions.js';
import { pullRequestRepository } from '../test/github/fake/pull-request-repository.js';
import type { JobEvent } from '../test/github/fake/runner-environment.js';
import type { Step } from '../test/github/fake/runner.js';
import { workflowRun } from '../test/github/post/fork-run.js';
import type { Programs } from './answer-programs.js';

/** A run of the action, of which one answer or more will be others than GitHub's. */
export interface Scenario {
  readonly name: string;
  readonly github: FakeOptions;
  /** What stands on the pull request before. */
  readonly before: (github: FakeGitHub) => void;
  readonly step: Omit<Step, 'apiUrl'>;
  readonly hurries: boolean;
  /** The requests whose answers the review does not depend on, as faults name them. */
  readonly comments: readonly string[];
  /** Those without which there may be no review. */
  readonly commits: readonly string[];
}

export interface Scenarios {
  /** As often as it is to be chosen. */
  readonly all: readonly Scenario[];
  readonly remove: () => void;
}

const lists = ['GET /pulls/7/files', 'GET /pulls/7/comments', 'GET /issues/7/comments'];
const reads = ['GET /pulls/7', ...lists, 'graphql viewer'];
const creates = ['POST /pulls/7/reviews', 'POST /issues/7/comments'];
const edits = ['PATCH /pulls/comments/*', 'PATCH /issues/comments/*'];
const threads = ['graphql repository', 'graphql resolveReviewThread', 'graphql unresolveReviewThread'];
const git = ['git info/refs', 'git git-upload-pack'];

const pay = finding('pay', 'error');
const cart = finding('cart', 'warning');
const stock = finding('stock', 'warning', 2);
const till = finding('till', 'notice');
const [payCause = cause('pay')] = pay.causes;
const elsewhere = finding('elsewhere', 'warning', 1, {
  causes: [{ ...payCause, at: { ...payCause.at, file: 'other.yaml' } }],
});

/** Each with a step of its own; folders and repositories are shared. */
export function answerScenarios(programs: Programs): Scenarios {
  const outage = 'test/fixtures/cases/outage-hijack';
  const fix = 'test/fixtures/cases/outage-fix';
  const [red, green] = [outage, fix].map(name => pullRequestRepository(join(name, 'base'), join(name, 'head')));
  if (red === undefined || green === undefined) throw new Error('no repositories');

  const canned = (name: string, findings: readonly Finding[], given: Partial<Scenario>): Scenario => {
    const file = join(programs.folder, `${name.replaceAll(' ', '-')}.json`);
    writeFileSync(file, JSON.stringify(reviewOf(findings)));
    const payload = { pull_request: { number: 7, head: { sha: headSha }, base: { sha: 'ba'.repeat(20) } } };
    const event = { name: 'pull_request', sha: '3e'.repeat(20), payload };
    const environment = { CANNED_REVIEW: file, PULL_REQUEST_HEAD: headSha };
    return {
      ...{ name, hurries: false, before: () => {}, comments: [...reads, ...creates], commits: [] },
      github: { number: 7, headSha, files: added('pay', 'cart', 'stock', 'till'), token: 'write' },
      step: { main: programs.canned, workspace: programs.folder, event, inputs: {}, environment },
      ...given,
    };
  };

  const real = (
    name: string,
    event: JobEvent,
    repository: typeof red,
    given: Partial<Scenario> & { inputs?: Record<string, string> },
  ): Scenario => {
    const { baseSha, headSha: head, mergeSha, files, origin } = repository;
    return {
      ...{ name, hurries: true, before: () => {}, comments: [...reads, ...creates], commits: git },
      github: { number: 7, headSha: head, baseSha, mergeSha, files, origin, token: 'write' },
      step: { main: programs.action, workspace: programs.folder, event, inputs: given.inputs ?? {} },
      ...given,
    };
  };

  const earlier = canned('pull_request with comments', [pay, cart, elsewhere], {
    before: github => {
      // One that stays with another text, one that is solved, one that came back, and one that a person resolved.
      const ours = (name: string, { fingerprint }: Finding, mark = findingMarker([fingerprint])) =>
        github.addReviewComment({
          user: actionsBot,
          body: `what was said of ${name}\n\n${mark}`,
          path: `shop/${name}.yaml`,
          side: 'RIGHT',
          line: 1,
        });
      const first = ours('pay', pay);
      ours('stock', stock);
      const back = ours('cart', cart, `<!-- istio-egress-review:v1 fp=${cart.fingerprint} solved -->`);
      const resolved = ours('till', till);
      github.addReviewComment({ user: { login: 'sara', type: 'User' }, body: 'why?', in_reply_to_id: first.id });
      github.setResolved(back.id, actionsBot.login);
      github.setResolved(resolved.id, 'sara');
      github.addIssueComment({ login: 'mona', type: 'User' }, `${summaryMarker}\nnot ours`);
      github.addIssueComment(actionsBot, `${summaryMarker}\nwhat was said`);
    },
    github: { number: 7, headSha, files: added('pay', 'cart', 'stock', 'till'), token: 'maintainer' },
    comments: [...reads, ...creates, ...edits, ...threads],
  });

  const report = join(programs.folder, 'posted-report.json');
  const { baseSha, headSha: redHead, mergeSha } = red;
  const gone = 'f'.repeat(40);
  const posting = (path: string): Scenario => ({
    ...{ name: 'workflow_run', hurries: true, before: () => {}, commits: [] },
    github: {
      number: 7,
      headSha: redHead,
      baseSha,
      files: red.files,
      headRepository: 'mona/manifests',
      token: 'write',
    },
    step: {
      ...{ main: programs.post, action: 'post/action.yml', workspace: programs.folder, inputs: { report: path } },
      event: {
        name: 'workflow_run',
        sha: baseSha,
        payload: { action: 'completed', workflow_run: workflowRun(redHead) },
      },
    },
    comments: ['GET /pulls', ...reads, ...creates],
  });
  writeFileSync(report, JSON.stringify({ version: 1, ...reviewOf([pay, elsewhere]) }));

  const many = (scenario: Scenario, times: number) => Array<Scenario>(times).fill(scenario);
  return {
    all: [
      ...many(canned('pull_request', [pay, cart, elsewhere], {}), 6),
      ...many(canned('pull_request that passes', [cart, stock], {}), 3),
      ...many(earlier, 6),
      real('pull_request of the real action', pullRequestEvent(red), red, {}),
      real('pull_request of the real action that passes', pullRequestEvent(green), green, {}),
      real('pull_request_target', pullRequestTargetEvent(red), red, {}),
      real('push', pushEvent({ before: baseSha, after: mergeSha }), red, { comments: [] }),
      real('push that passes', pushEvent({ before: green.baseSha, after: green.mergeSha }), green, { comments: [] }),
      real(
        'forced push over what is gone',
        pushEvent({ before: gone, after: redHead }, { branch: 'change', forced: true }),
        red,
        { comments: [], commits: [...git, 'GET /compare/*', 'GET /commits/*'] },
      ),
      real('workflow_dispatch', workflowDispatchEvent(green.baseSha, { base: 'main', head: 'change' }), green, {
        comments: [],
        commits: [...git, 'GET /compare/*', 'GET /commits/*'],
      }),
      ...many(posting(report), 2),
    ],
    remove: () => (red.remove(), green.remove()),
  };
}
