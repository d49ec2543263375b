import { posix } from 'node:path';
import type { Problem } from './problem.js';

/** A path below the root of a tree, without `.` and `..`; null for one that leads out of the tree, or names none of its files. */
export function pathInTree(path: string): string | null {
  const normal = posix.normalize(path);
  const isInside = normal !== '.' && normal !== '..' && !normal.startsWith('../') && !normal.startsWith('/');
  // No file has a name with the character that ends names.
  return isInside && !normal.endsWith('/') && !normal.includes('\0') ? normal : null;
}

/** The folders above a path, outermost first. */
export function pathsAbove(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** What is wrong with a file that is asked for by name and is none: what a link shows may be anybody's. */
export function notFollowed(path: string): Problem {
  const message =
    'expected a regular file, found a folder, a symbolic link or a submodule (none is followed): put the file itself there';
  return { code: 'unreadable', message, at: { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 } };
}
