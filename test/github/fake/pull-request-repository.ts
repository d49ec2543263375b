import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FakeFile } from './state.js';

/** The pull request at one time: two branches and the merge commit of both. */
export interface Push {
  readonly baseSha: string;
  readonly headSha: string;
  readonly mergeSha: string;
  /** What `GET /pulls/{n}/files` lists. */
  readonly files: readonly FakeFile[];
}

/** A repository with one pull request, as GitHub holds it; its own `Push` is the first one. */
export interface PullRequestRepository extends Push {
  /** The folder of the repository itself: the option `origin` of the fake GitHub. */
  readonly origin: string;
  /** The pull request's branch `change` gets one more commit, which holds this folder; with `force` in place of what it had. */
  readonly push: (head: string, options?: { readonly force?: boolean }) => Push;
  /** The branch `main` gets one more commit, which holds this folder; it has to merge with `change`. */
  readonly pushBase: (base: string) => Push;
  /** A fresh clone with the commit checked out, as `actions/checkout` makes it. */
  readonly checkout: (commit: string, options?: CheckoutOptions) => string;
  readonly remove: () => void;
}

export interface CheckoutOptions {
  /** `fetch-depth`; without it, all of history and all branches. */
  readonly depth?: number;
  /** `filter`, say `blob:none`: blobs come when Git asks for them. */
  readonly filter?: string;
  /** `sparse-checkout`: the folders that the work tree has. */
  readonly sparse?: readonly string[];
  /** The URL that `origin` has afterwards; without it, the folder's. */
  readonly remote?: string;
}

/** The base branch holds the folder `base`; the pull request turns it into the folder `head`. */
export function pullRequestRepository(base: string, head: string): PullRequestRepository {
  const folder = mkdtempSync(join(tmpdir(), 'pull-request-'));
  const origin = join(folder, 'origin');
  mkdirSync(origin);
  const git = gitIn(origin);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  git('config', 'uploadpack.allowFilter', 'true');

  const commit = (from: string, message: string) => {
    for (const name of readdirSync(origin)) if (name !== '.git') rmSync(join(origin, name), { recursive: true });
    cpSync(from, origin, { recursive: true });
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', message);
  };
  commit(base, 'What runs today');
  git('branch', 'change');

  /** As GitHub does after each push: a merge commit, and the pull request's own references. */
  const merged = (): Push => {
    const [baseSha, headSha] = [git('rev-parse', 'main'), git('rev-parse', 'change')];
    git('checkout', '--quiet', '--detach', 'main');
    git('merge', '--quiet', '--no-ff', '--message', 'Merge the pull request', headSha);
    const mergeSha = git('rev-parse', 'HEAD');
    git('update-ref', 'refs/pull/7/head', headSha);
    git('update-ref', 'refs/pull/7/merge', mergeSha);
    return { baseSha, headSha, mergeSha, files: changedFiles(git, git('merge-base', baseSha, headSha), headSha) };
  };
  const push = (from: string, { force = false } = {}) => {
    git('checkout', '--quiet', ...(force ? ['-B', 'change', 'main'] : ['change']));
    commit(from, 'What the pull request asks for');
    return merged();
  };

  let clones = 0;
  return {
    ...push(head),
    origin,
    push,
    pushBase: from => {
      git('checkout', '--quiet', 'main');
      commit(from, 'What others merged');
      return merged();
    },
    checkout: (wanted, { depth, filter, sparse, remote } = {}) => {
      const clone = join(folder, `checkout-${(clones += 1)}`);
      mkdirSync(clone);
      const inClone = gitIn(clone);
      inClone('init', '--quiet');
      inClone('remote', 'add', 'origin', pathToFileURL(origin).href);
      const shallow = depth === undefined ? [] : [`--depth=${depth}`];
      const partial = filter === undefined ? [] : [`--filter=${filter}`];
      const all = depth === undefined ? ['+refs/heads/*:refs/remotes/origin/*'] : [];
      inClone('fetch', '--quiet', '--no-tags', ...shallow, ...partial, 'origin', wanted, ...all);
      if (sparse !== undefined) inClone('sparse-checkout', 'set', ...sparse);
      inClone('checkout', '--quiet', '--detach', wanted);
      if (remote !== undefined) inClone('remote', 'set-url', 'origin', remote);
      return clone;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

type Git = (...args: string[]) => string;

const statuses: Record<string, string> = { A: 'added', M: 'modified', D: 'removed', R: 'renamed' };

function changedFiles(git: Git, base: string, head: string): readonly FakeFile[] {
  const rows = git('diff', '--name-status', '-M', base, head).split('\n');
  return rows
    .filter(row => row !== '')
    .map(row => {
      const [status = '', first = '', second = first] = row.split('\t');
      const diff = git('diff', '-M', base, head, '--', first, second);
      const hunks = diff.indexOf('\n@@ ');
      return {
        sha: git('rev-parse', `${status === 'D' ? base : head}:${second}`),
        filename: second,
        status: statuses[status.slice(0, 1)] ?? 'modified',
        ...(first !== second && { previous_filename: first }),
        ...(hunks >= 0 && { patch: diff.slice(hunks + 1) }),
      };
    });
}

function gitIn(cwd: string): Git {
  const env = {
    PATH: process.env['PATH'] ?? '',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'Author',
    GIT_AUTHOR_EMAIL: 'author@shop.example',
    GIT_COMMITTER_NAME: 'Committer',
    GIT_COMMITTER_EMAIL: 'committer@shop.example',
  };
  return (...args) => execFileSync('git', args, { cwd, env, encoding: 'utf8' }).replace(/\n$/, '');
}
