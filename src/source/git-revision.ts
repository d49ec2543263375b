import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { gitLine, gitOutput, runGit } from './git.js';
import { inputError } from './problem.js';

/**
 * The commit that a revision names (branch, tag, hash, `HEAD~1`).
 *
 * @throws InputError when the folder is in no repository, or the repository has no such commit.
 */
export function resolveCommit(revision: string, cwd: string): string {
  const commit = findCommit(revision, cwd);
  if (commit !== null) return commit;
  throw inputError('unknown-revision', unknownRevision(revision, cwd));
}

/** The same, or null where there is no such commit in the clone. */
export function findCommit(revision: string, cwd: string): string | null {
  return gitLine(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
}

/** The name of the content that a path has in a commit, or null when there is none. */
export function findBlob(commit: string, path: string, cwd: string): string | null {
  return gitLine(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}:${path}`]);
}

/** The parents of a commit, first parent first. Read from the commit itself, so a shallow clone knows them too. */
export function parentsOf(revision: string, cwd: string): readonly string[] {
  const commit = gitOutput(cwd, ['cat-file', 'commit', resolveCommit(revision, cwd)]).toString('utf8');
  const [header = ''] = commit.split('\n\n', 1);
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, parent]) => parent ?? []);
}

/** The best common ancestor of two revisions, or null when the clone holds none. */
export function mergeBase(one: string, other: string, cwd: string): string | null {
  return gitLine(cwd, ['merge-base', resolveCommit(one, cwd), resolveCommit(other, cwd)]);
}

function unknownRevision(revision: string, cwd: string): string {
  const found = `'${revision}' is neither an existing folder nor a revision`;
  const isRepository = runGit(cwd, ['rev-parse', '--git-dir']);
  if (isRepository.error.includes('safe.bareRepository')) {
    return `${found}: '${cwd}' is a bare repository, which is read only where it is meant: set GIT_DIR to it`;
  }
  if (!isRepository.succeeded) {
    return `${found}: '${cwd}' is in no Git repository; name an existing folder, or run this inside the repository`;
  }
  if (gitLine(cwd, ['rev-list', '--all', '--max-count=1']) === null) {
    return `${found}: the repository has no commit yet; commit the manifests first, or name the folder that holds them`;
  }
  if (statSync(resolve(cwd, revision), { throwIfNoEntry: false })?.isFile() === true) {
    return `'${revision}' is a file, neither a folder nor a revision of this repository: name the folder that holds it`;
  }
  const isShallow = gitLine(cwd, ['rev-parse', '--is-shallow-repository']) === 'true';
  return isShallow
    ? `${found} in this shallow clone: fetch more history (actions/checkout with 'fetch-depth: 0', or 'git fetch --unshallow')`
    : `${found} of this repository: check the spelling, or get it with 'git fetch origin ${fetchable(revision)}'`;
}

/** What to fetch to get a revision: the branch of that name, where it looks like one. */
function fetchable(revision: string): string {
  const branch = revision.replace(/^origin\//, '');
  return /^\w[\w./-]*$/.test(branch) ? branch : '<branch>';
}
