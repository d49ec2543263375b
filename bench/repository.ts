import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Texts by path. */
export type Files = ReadonlyMap<string, string>;

/** What a commit writes, by path; null deletes. */
export type Changes = ReadonlyMap<string, string | null>;

export interface Repository {
  readonly path: string;
  remove(): void;
}

/**
 * A Git repository in a temporary folder, with nothing checked out: branch `base`, and one commit after it a branch for
 * each head, given as what it changes. The same input gives the same commits.
 */
export function createRepository(base: Files, heads: ReadonlyMap<string, Changes>): Repository {
  const path = mkdtempSync(join(tmpdir(), 'egress-review-bench-'));
  const git = (args: readonly string[], input = '') =>
    execFileSync('git', args, { cwd: path, input, stdio: ['pipe', 'ignore', 'inherit'] });
  git(['init', '--quiet']);
  const commits = [commit('base', null, base), ...[...heads].map(([name, files]) => commit(name, 'base', files))];
  git(['fast-import', '--quiet'], commits.join(''));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** One commit in the words of `git fast-import`. */
function commit(branch: string, parent: string | null, files: Changes): string {
  const changes = [...files].map(([path, text]) =>
    text === null ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`,
  );
  return [
    `commit refs/heads/${branch}\n`,
    'committer Bench <bench@example.com> 1700000000 +0000\n',
    data(branch),
    parent === null ? '' : `from refs/heads/${parent}\n`,
    ...changes,
    '\n',
  ].join('');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
