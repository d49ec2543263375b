import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runGit } from './git.js';
import { resolveCommit } from './git-revision.js';
import { InputError } from './problem.js';
import { decoded, MAX_BYTES, tooLarge } from './tree.js';

/** The files of one side, for what is read by name and is no manifest. */
export interface SideFiles {
  /** The folder or revision, as the user named it. */
  readonly name: string;
  /**
   * The text of a regular file; null where there is none of that path, which is relative to what is read.
   *
   * @throws InputError when it is there and cannot be read.
   */
  read(path: string): string | null;
}

export function filesOfFolder(folder: string, name: string): SideFiles {
  const read = (path: string) => {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    return found?.isFile() === true ? textOf(path, found.size, () => readFileSync(join(folder, path))) : null;
  };
  return { name, read };
}

/** `below`: the folder of the revision that is read as if it were all of it; empty for the whole tree. */
export function filesOfRevision(revision: string, cwd: string, below = ''): SideFiles {
  const commit = resolveCommit(revision, cwd);
  const isBelow = below !== '' && runGit(cwd, ['rev-parse', '--verify', '--quiet', `${commit}:${below}`]).succeeded;
  const read = (path: string) => {
    const blob = `${commit}:${isBelow ? `${below}/` : ''}${path}`;
    const size = runGit(cwd, ['cat-file', '-s', blob]);
    if (!size.succeeded) return null;
    const answer = runGit(cwd, ['cat-file', 'blob', blob]);
    return answer.succeeded ? textOf(path, Number(size.output.toString('utf8')), () => answer.output) : null;
  };
  return { name: revision, read };
}

function textOf(path: string, size: number, bytes: () => Buffer): string {
  const text = size > MAX_BYTES ? tooLarge(size) : decoded(bytes());
  if (typeof text === 'string') return text;
  const at = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  throw new InputError([{ code: text.code, message: text.message, at }]);
}
