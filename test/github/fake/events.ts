/**
 * What started a job: payloads as GitHub describes its webhooks. What a review may look at stands here, the rest is
 * completed.
 */
import { complete } from './filler.js';
import { description } from './openapi.js';
import { repositoryName } from './options.js';
import type { Push } from './pull-request-repository.js';
import type { JobEvent } from './runner-environment.js';

/** Which pull request it is; the rest is the pull request 7 from `change` into `main` of one repository. */
export interface PullRequestOf {
  readonly number?: number;
  readonly baseRef?: string;
  readonly headRef?: string;
  /** `someone/manifests` for a fork; null where that fork is deleted. */
  readonly headRepository?: string | null;
  readonly action?: 'opened' | 'reopened' | 'synchronize';
  /** Who pushed; sara unless given. */
  readonly by?: 'dependabot[bot]';
}

type Commits = Pick<Push, 'baseSha' | 'headSha' | 'mergeSha'>;

const noCommit = '0'.repeat(40);
const sender = { login: 'sara', id: 7, type: 'User', site_admin: false };

/** The merge commit is what runs: `refs/pull/7/merge`. */
export function pullRequestEvent(push: Commits, of: PullRequestOf = {}): JobEvent {
  const { number = 7, baseRef = 'main', headRef = 'change' } = of;
  const payload = pullRequestPayload(push, of);
  return { name: 'pull_request', sha: push.mergeSha, ref: `refs/pull/${number}/merge`, baseRef, headRef, payload };
}

/** The default branch is what runs, whatever branch the pull request goes to (since 2025-12-08). */
export function pullRequestTargetEvent(push: Commits, of: PullRequestOf = {}, defaultSha = push.baseSha): JobEvent {
  const { baseRef = 'main', headRef = 'change' } = of;
  const payload = pullRequestPayload(push, of);
  return { name: 'pull_request_target', sha: defaultSha, ref: 'refs/heads/main', baseRef, headRef, payload };
}

/** `headSha` merges what is in the queue; there is no pull request in the payload. */
export function mergeGroupEvent(
  { baseSha, headSha }: Pick<Commits, 'baseSha' | 'headSha'>,
  baseRef = 'main',
): JobEvent {
  const ref = `refs/heads/gh-readonly-queue/${baseRef}/pr-7-${baseSha}`;
  const merge_group = {
    ...{ base_sha: baseSha, base_ref: `refs/heads/${baseRef}`, head_sha: headSha, head_ref: ref },
    head_commit: commitPayload(headSha),
  };
  const payload = webhook('merge-group-checks-requested', { action: 'checks_requested', merge_group, ...common() });
  return { name: 'merge_group', sha: headSha, ref, payload };
}

/** null for `before`: the branch is new; null for `after`: it is deleted. */
export function pushEvent(
  { before, after }: { readonly before: string | null; readonly after: string | null },
  { branch = 'main', forced = false, defaultSha = '' } = {},
): JobEvent {
  const ref = `refs/heads/${branch}`;
  const payload = webhook('push', {
    ...{ ref, before: before ?? noCommit, after: after ?? noCommit, base_ref: null, forced },
    ...{ created: before === null, deleted: after === null },
    compare: `https://github.com/${repositoryName}/compare/${before?.slice(0, 12)}...${after?.slice(0, 12)}`,
    commits: after === null ? [] : [commitPayload(after)],
    head_commit: after === null ? null : commitPayload(after),
    pusher: { name: 'sara', email: 'sara@shop.example' },
    ...common(),
  });
  // Of a deleted branch nothing is left to run, so the default branch is.
  return after === null
    ? { name: 'push', sha: defaultSha, ref: 'refs/heads/main', payload }
    : { name: 'push', sha: after, ref, payload };
}

/** Inputs come as texts, whatever their type. */
export function workflowDispatchEvent(sha: string, inputs: Readonly<Record<string, string>> | null = null): JobEvent {
  const ref = 'refs/heads/main';
  const workflow = '.github/workflows/egress-review.yaml';
  const payload = webhook('workflow-dispatch', { inputs, ref, workflow, ...common() });
  return { name: 'workflow_dispatch', sha, ref, payload };
}

/** The default branch; there is no such webhook, and the payload knows nothing of a commit. */
export function scheduleEvent(sha: string): JobEvent {
  const payload = { schedule: '17 4 * * 1', workflow: '.github/workflows/egress-review.yaml', ...common() };
  return { name: 'schedule', sha, ref: 'refs/heads/main', payload };
}

/**
 * Another workflow has ended, which ran for a pull request of this head. GitHub names that pull request only where it
 * comes from the same repository: for a fork `pull_requests` is empty.
 */
export function workflowRunEvent(
  { baseSha, headSha }: Pick<Commits, 'baseSha' | 'headSha'>,
  { headRef = 'change', headRepository = repositoryName, number = 7, baseRef = 'main' }: PullRequestOf = {},
): JobEvent {
  const isFork = headRepository !== repositoryName;
  const side = (ref: string, sha: string) => ({
    ref,
    sha,
    repo: { id: 7, name: 'manifests', url: urlOf(repositoryName) },
  });
  const workflow_run = {
    ...{ id: 4712, run_id: 4712, name: 'Egress review', path: '.github/workflows/egress-review.yaml', run_number: 12 },
    ...{ event: 'pull_request', status: 'completed', conclusion: 'success', run_attempt: 1, workflow_id: 8 },
    ...{ head_branch: headRef, head_sha: headSha, head_commit: commitPayload(headSha) },
    head_repository: headRepository === null ? null : repositoryPayload(headRepository),
    repository: repositoryPayload(repositoryName),
    pull_requests: isFork
      ? []
      : [
          {
            id: 70,
            number,
            url: `${urlOf(repositoryName)}/pulls/${number}`,
            head: side(headRef, headSha),
            base: side(baseRef, baseSha),
          },
        ],
    artifacts_url: `${urlOf(repositoryName)}/actions/runs/4712/artifacts`,
  };
  const workflow = { id: 8, name: 'Egress review', path: '.github/workflows/egress-review.yaml', state: 'active' };
  const payload = webhook('workflow-run-completed', { action: 'completed', workflow_run, workflow, ...common() });
  return { name: 'workflow_run', sha: baseSha, ref: 'refs/heads/main', payload };
}

function pullRequestPayload({ baseSha, headSha, mergeSha }: Commits, of: PullRequestOf) {
  const {
    number = 7,
    baseRef = 'main',
    headRef = 'change',
    headRepository = repositoryName,
    action = 'synchronize',
    by = sender.login,
  } = of;
  const side = (ref: string, sha: string, name: string | null) => ({
    ...{ ref, sha, label: `${(name ?? 'unknown').split('/')[0]}:${ref}`, user: sender },
    repo: name === null ? null : repositoryPayload(name),
  });
  const pull_request = {
    ...{ id: 70, number, state: 'open', locked: false, draft: false, merged: false },
    ...{
      url: `${urlOf(repositoryName)}/pulls/${number}`,
      html_url: `https://github.com/${repositoryName}/pull/${number}`,
    },
    ...{ title: 'What the pull request asks for', body: null, user: sender, labels: [], author_association: 'NONE' },
    merge_commit_sha: mergeSha,
    mergeable: null,
    mergeable_state: 'unknown',
    head: side(headRef, headSha, headRepository),
    base: side(baseRef, baseSha, repositoryName),
  };
  const moved = action === 'synchronize' ? { before: baseSha, after: headSha } : {};
  const pusher = { ...common(), sender: { ...sender, login: by } };
  return webhook(`pull-request-${action}`, { action, number, pull_request, ...moved, ...pusher });
}

function webhook(name: string, payload: object): unknown {
  const schema = description.webhooks[name];
  if (schema === undefined) throw new Error(`scripts/github-openapi.mjs keeps no webhook ${name}`);
  return complete(schema, payload);
}

function common() {
  return { repository: repositoryPayload(repositoryName), sender };
}

function repositoryPayload(fullName: string) {
  const [owner = '', name = ''] = fullName.split('/');
  return {
    ...{ id: fullName === repositoryName ? 7 : 8, name, full_name: fullName, private: true },
    ...{ fork: fullName !== repositoryName, default_branch: 'main', url: urlOf(fullName) },
    ...{ html_url: `https://github.com/${fullName}`, clone_url: `https://github.com/${fullName}.git` },
    owner: { login: owner, id: 9, type: 'Organization' },
  };
}

function commitPayload(id: string) {
  const author = { name: 'Sara', email: 'sara@shop.example' };
  return {
    id,
    tree_id: noCommit,
    message: 'What the pull request asks for',
    timestamp: '2026-11-22T12:00:00Z',
    author,
  };
}

function urlOf(fullName: string): string {
  return `https://api.github.com/repos/${fullName}`;
}
