import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FakeFile } from './state.js';

/** A repository with one pull request, as GitHub holds it: two branches and the merge commit of both. */
export interface PullRequestRepository {
  readonly baseSha: string;
  readonly headSha: string;
  readonly mergeSha: string;
  /** What `GET /pulls/{n}/files` lists. */
  readonly files: readonly FakeFile[];
  /** A fresh clone with the commit checked out, as `actions/checkout` makes it. */
  readonly checkout: (commit: string, options?: { readonly depth?: number }) => string;
  readonly remove: () => void;
}

/** The base branch holds the folder `base`; the pull request turns it into the folder `head`. */
export function pullRequestRepository(base: string, head: string): PullRequestRepository {
  const folder = mkdtempSync(join(tmpdir(), 'pull-request-'));
  const origin = join(folder, 'origin');
  mkdirSync(origin);
  const git = gitIn(origin);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');

  const commit = (from: string, message: string) => {
    for (const name of readdirSync(origin)) if (name !== '.git') rmSync(join(origin, name), { recursive: true });
    cpSync(from, origin, { recursive: true });
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  const baseSha = commit(base, 'What runs today');
  git('checkout', '--quiet', '-b', 'change');
  const headSha = commit(head, 'What the pull request asks for');
  git('checkout', '--quiet', '--detach', 'main');
  git('merge', '--quiet', '--no-ff', '--message', 'Merge the pull request', headSha);
  const mergeSha = git('rev-parse', 'HEAD');

  let clones = 0;
  return {
    baseSha,
    headSha,
    mergeSha,
    files: changedFiles(git, baseSha, headSha),
    checkout: (wanted, { depth } = {}) => {
      const clone = join(folder, `checkout-${(clones += 1)}`);
      mkdirSync(clone);
      const inClone = gitIn(clone);
      inClone('init', '--quiet');
      const shallow = depth === undefined ? [] : [`--depth=${depth}`];
      const all = depth === undefined ? ['+refs/heads/*:refs/remotes/origin/*'] : [];
      inClone('fetch', '--quiet', '--no-tags', ...shallow, pathToFileURL(origin).href, wanted, ...all);
      inClone('checkout', '--quiet', '--detach', wanted);
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
