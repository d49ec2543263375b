import type { Manifests } from './document.js';
import { gitLine, gitOutput } from './git.js';
import { resolveCommit } from './git-revision.js';
import { MAX_BYTES, readTree, tooLarge, type Loaded, type ReadOptions, type TreeEntry } from './tree.js';

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
 * and submodules are passed over.
 *
 * @throws InputError when the revision cannot be read.
 */
export function readRevision(revision: string, options: RevisionOptions): Manifests {
  const { cwd, below = '' } = options;
  const commit = resolveCommit(revision, cwd);
  const folder = below === '' ? null : gitLine(cwd, ['rev-parse', '--verify', '--quiet', `${commit}:${below}`]);
  return readTree({ entries: listBlobs(folder ?? commit, cwd), load: blobs => loadBlobs(blobs, cwd) }, options);
}

/** Regular files only: modes 100644 and 100755, neither 120000 (link) nor 160000 (submodule). */
function listBlobs(tree: string, cwd: string): readonly Blob[] {
  const list = gitOutput(cwd, ['ls-tree', '-r', '-z', '-l', '--full-tree', tree]).toString('utf8');
  return list.split('\0').flatMap(line => {
    const [, content, bytes, path] = /^100\d{3} blob ([0-9a-f]+) +(\d+|-)\t([^]*)$/.exec(line) ?? [];
    return content === undefined || path === undefined ? [] : [{ path, content, bytes: Number(bytes) }];
  });
}

function loadBlobs(blobs: readonly Blob[], cwd: string): readonly Loaded[] {
  const small = blobs.filter(({ bytes }) => bytes <= MAX_BYTES);
  const names = [...new Set(small.map(({ content }) => content))];
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
