import type { Manifests, Unfollowed } from './document.js';
import { readableName } from './file-name.js';
import { gitLine, gitOutput } from './git.js';
import { resolveCommit } from './git-revision.js';
import {
  byteBudget,
  isReadPath,
  MAX_BYTES,
  readTree,
  tooLarge,
  type Loaded,
  type ReadOptions,
  type TreeEntry,
} from './tree.js';

export interface RevisionOptions extends ReadOptions {
  /** A folder of the repository. */
  readonly cwd: string;
  /**
   * The folder of the revision that is read as if it were all of it; paths are relative to it.
   * Empty, or not there in that revision: the whole tree, wherever in the repository `cwd` is.
   */
  readonly below?: string;
}

interface Blob extends TreeEntry {
  readonly content: string;
  readonly bytes: number;
}

/**
 * The manifests of a Git revision, read from its objects: nothing is checked out and nothing is run. Symbolic links
 * and submodules are not followed.
 *
 * @throws InputError when the revision cannot be read.
 */
export function readRevision(revision: string, options: RevisionOptions): Manifests {
  const { cwd, below = '' } = options;
  const commit = resolveCommit(revision, cwd);
  const folder = below === '' ? null : gitLine(cwd, ['rev-parse', '--verify', '--quiet', `${commit}:${below}`]);
  return readTree({ ...listTree(folder ?? commit, cwd), load: blobs => loadBlobs(blobs, cwd) }, options);
}

/**
 * What the tree holds: regular files (modes 100644 and 100755), symbolic links (120000) and submodules (160000).
 * Of its files, only those that may be manifests or stand around them.
 */
function listTree(
  tree: string,
  cwd: string,
): { readonly entries: readonly Blob[]; readonly unfollowed: readonly Unfollowed[] } {
  const list = gitOutput(cwd, ['ls-tree', '-r', '-z', '-l', '--full-tree', tree]);
  const entries: Blob[] = [];
  const unfollowed: Unfollowed[] = [];
  for (let start = 0, end = list.indexOf(0, start); end >= 0; start = end + 1, end = list.indexOf(0, start)) {
    const tab = list.indexOf(0x09, start);
    const [mode = '', , content = '', bytes] = list.toString('latin1', start, tab).split(/ +/);
    const path = readableName(list.subarray(tab + 1, end));
    if (mode === '160000') unfollowed.push({ kind: 'submodule', path, content });
    else if (mode === '120000') unfollowed.push({ kind: 'link', path, content });
    else if (isReadPath(path)) entries.push({ path, content, bytes: Number(bytes) });
  }
  return { entries, unfollowed };
}

function loadBlobs(blobs: readonly Blob[], cwd: string): readonly Loaded[] {
  const small = blobs.filter(({ bytes }) => bytes <= MAX_BYTES);
  const sizes = new Map(small.map(({ content, bytes }) => [content, bytes]));
  const names = [...sizes.keys()];
  [...sizes.values()].forEach(byteBudget());
  const contents = names.length === 0 ? new Map<string, Buffer>() : catFile(names, cwd);
  return blobs.map(({ content, bytes: size }) => {
    const bytes = contents.get(content);
    if (bytes !== undefined) return { kind: 'loaded', content, bytes };
    const message = "the file is missing from the repository: see what 'git fsck' says";
    return { kind: 'failed', content, fault: size > MAX_BYTES ? tooLarge(size) : { code: 'unreadable', message } };
  });
}

/** The blobs of these names that the clone holds, through one `git cat-file --batch`. */
function catFile(names: readonly string[], cwd: string): ReadonlyMap<string, Buffer> {
  const output = gitOutput(cwd, ['cat-file', '--batch', '--buffer'], `${names.join('\n')}\n`);
  const blobs = new Map<string, Buffer>();
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf(0x0a, at);
    const [name = '', type, size] = output.toString('latin1', at, lineEnd).split(' ');
    at = lineEnd + 1;
    if (type !== 'blob') continue; // '<name> missing'
    const end = at + Number(size);
    blobs.set(name, output.subarray(at, end));
    at = end + 1;
  }
  return blobs;
}
