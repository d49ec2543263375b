import { constants, lstatSync, readFileSync, type Stats } from 'node:fs';
import { runGit } from './git.js';
import { findFile, readFile } from './git-file.js';
import { resolveCommit } from './git-revision.js';
import { fileIn } from './file-name.js';
import { InputError } from './problem.js';
import { notFollowed, pathInTree, pathsAbove } from './tree-path.js';
import { decoded, MAX_BYTES, tooLarge, type LoadFault } from './tree.js';

/** The files of one side, for what is read by name and is no manifest. */
export interface SideFiles {
  /** The folder or revision, as the user named it. */
  readonly name: string;
  /**
   * The text of a regular file; null where there is none of that path, which is relative to what is read and does not
   * lead out of it.
   *
   * @throws InputError when it is there and cannot be read, or is behind a symbolic link: none is followed.
   */
  read(path: string): string | null;
}

export function filesOfFolder(folder: string, name: string): SideFiles {
  const read = (path: string) => {
    try {
      const inside = pathInTree(path);
      const found = inside === null ? null : regularFile(folder, inside);
      if (inside === null || found === null) return null;
      const flag = constants.O_RDONLY | constants.O_NOFOLLOW;
      return textOf(path, found.size, () => readFileSync(fileIn(folder, inside), { flag }));
    } catch (cause) {
      if (cause instanceof InputError || typeof cause !== 'object' || cause === null || !('code' in cause)) throw cause;
      const message = `the file cannot be read (${String(cause.code)}): make it readable`;
      throw unreadable(path, { code: 'unreadable', message });
    }
  };
  return { name, read };
}

/** @throws InputError where it, or a folder on the way, is a link: what is behind it is not the folder's. */
function regularFile(folder: string, path: string): Stats | null {
  for (const above of pathsAbove(path)) {
    const found = lstatSync(fileIn(folder, above), { throwIfNoEntry: false });
    if (found?.isSymbolicLink() === true) throw new InputError([notFollowed(path)]);
    if (found?.isDirectory() !== true) return null;
  }
  const found = lstatSync(fileIn(folder, path), { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) throw new InputError([notFollowed(path)]);
  return found ?? null;
}

/** `below`: the folder of the revision that is read as if it were all of it; empty for the whole tree. */
export function filesOfRevision(revision: string, cwd: string, below = ''): SideFiles {
  const commit = resolveCommit(revision, cwd);
  const isBelow = below !== '' && runGit(cwd, ['rev-parse', '--verify', '--quiet', `${commit}:${below}`]).succeeded;
  const tree = isBelow ? `${commit}:${below}` : commit;
  const read = (path: string) => {
    const file = findFile(tree, path, cwd);
    return file === null ? null : textOf(path, file.bytes, () => readFile(file, cwd));
  };
  return { name: revision, read };
}

function textOf(path: string, size: number, bytes: () => Buffer): string {
  const text = size > MAX_BYTES ? tooLarge(size) : decoded(bytes());
  if (typeof text === 'string') return text;
  throw unreadable(path, text);
}

function unreadable(path: string, { code, message }: LoadFault): InputError {
  return new InputError([{ code, message, at: { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 } }]);
}
