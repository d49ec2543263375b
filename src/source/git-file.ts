import { gitOutput } from './git.js';
import { InputError } from './problem.js';
import { notFollowed, pathInTree, pathsAbove } from './tree-path.js';

/** A regular file of a Git tree. */
export interface GitFile {
  /** The name of its content. */
  readonly blob: string;
  readonly bytes: number;
}

/**
 * The regular file that a commit or tree has at a path; null where there is none, or where the path leads out of the
 * tree.
 *
 * @throws InputError when the tree cannot be read, or when a symbolic link or a submodule stands on the way.
 */
export function findFile(tree: string, path: string, cwd: string): GitFile | null {
  const inside = pathInTree(path);
  if (inside === null) return null;
  const [found] = listed(tree, [inside], cwd);
  if (found !== undefined) return regular(found) ?? refuse(path);
  const above = pathsAbove(inside);
  if (above.length > 0 && listed(tree, above, cwd).some(line => /^1[26]0000 /.test(line))) return refuse(path);
  return null;
}

/** The content that {@link findFile} found. */
export function readFile({ blob }: GitFile, cwd: string): Buffer {
  return gitOutput(cwd, ['cat-file', 'blob', blob]);
}

function listed(tree: string, paths: readonly string[], cwd: string): readonly string[] {
  const list = gitOutput(cwd, ['ls-tree', '-z', '-l', '--full-tree', tree, '--', ...paths]);
  return list.toString('utf8').split('\0').slice(0, -1);
}

/** Modes 100644 and 100755, neither 040000 (folder) nor 120000 (link) nor 160000 (submodule). */
function regular(line: string): GitFile | null {
  const [, blob, bytes] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t/.exec(line) ?? [];
  return blob === undefined ? null : { blob, bytes: Number(bytes) };
}

function refuse(path: string): never {
  throw new InputError([notFollowed(path)]);
}
