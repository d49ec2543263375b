import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Manifests, Unfollowed } from './document.js';
import { fileIn, readableName } from './file-name.js';
import { isSkippedFolder } from './manifest-paths.js';
import { inputError } from './problem.js';
import { byteBudget, MAX_BYTES, readTree, tooLarge, type Loaded, type ReadOptions, type TreeEntry } from './tree.js';

/** The hash that names blobs: that of the repository whose revision stands on the other side. */
export type ObjectFormat = 'sha1' | 'sha256';

/**
 * The manifests below a folder. Paths are relative to it; symbolic links below it are not followed, and submodules are
 * left out, as they are of a revision.
 *
 * @throws InputError when there is no such folder.
 */
export function readDirectory(
  directory: string,
  options: ReadOptions & { readonly objectFormat?: ObjectFormat } = {},
): Manifests {
  requireDirectory(directory);
  const format = options.objectFormat ?? 'sha1';
  const found: Found = { directory, format, entries: [], unfollowed: [] };
  collect(found, '');
  const load = (wanted: readonly TreeEntry[]) => {
    const spend = byteBudget();
    return wanted.map(({ path }) => {
      const loaded = loadFile(fileIn(directory, path), format);
      if (loaded.kind === 'loaded') spend(loaded.bytes.length);
      return loaded;
    });
  };
  return readTree({ ...found, load }, options);
}

interface Found {
  readonly directory: string;
  readonly format: ObjectFormat;
  readonly entries: TreeEntry[];
  readonly unfollowed: Unfollowed[];
}

function requireDirectory(directory: string): void {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  const message =
    found === undefined
      ? `there is no folder '${directory}': name an existing folder, or a Git revision like 'main'`
      : `'${directory}' is a file: name the folder that holds the manifests`;
  throw inputError('unreadable', message);
}

function collect(found: Found, prefix: string): void {
  const entries = list(found.directory, prefix);
  if (prefix !== '' && entries.some(isLinkToRepository)) {
    found.unfollowed.push({ kind: 'submodule', path: prefix.slice(0, -1), content: null });
    return;
  }
  for (const entry of entries) {
    const name = readableName(entry.name);
    const path = `${prefix}${name}`;
    if (entry.isDirectory()) {
      if (!isSkippedFolder(name)) collect(found, `${path}/`);
    } else if (entry.isSymbolicLink()) {
      const target = readlinkSync(fileIn(found.directory, path), 'buffer');
      const content = blobHash(target.length, found.format).update(target).digest('hex');
      found.unfollowed.push({ kind: 'link', path, content });
    } else if (entry.isFile()) found.entries.push({ path, content: null });
  }
}

/** What Git puts into the folder of a submodule, and of a second working tree: a file that says where its repository is. */
function isLinkToRepository(entry: Dirent<Buffer>): boolean {
  return entry.isFile() && entry.name.equals(Buffer.from('.git'));
}

function list(directory: string, prefix: string): readonly Dirent<Buffer>[] {
  try {
    return readdirSync(fileIn(directory, prefix), { withFileTypes: true, encoding: 'buffer' });
  } catch (cause) {
    const folder = join(directory, prefix);
    const message = `folder '${folder}' cannot be listed (${reasonOf(cause)}): make it readable`;
    throw inputError('unreadable', message, cause);
  }
}

function loadFile(file: Buffer, format: ObjectFormat): Loaded {
  try {
    const { size } = statSync(file);
    if (size > MAX_BYTES) return { kind: 'failed', content: hashOfLarge(file, size, format), fault: tooLarge(size) };
    const bytes = readFileSync(file);
    return { kind: 'loaded', content: blobHash(bytes.length, format).update(bytes).digest('hex'), bytes };
  } catch (cause) {
    const reason = reasonOf(cause);
    const message = `the file cannot be read (${reason}): make it readable`;
    return { kind: 'failed', content: reason, fault: { code: 'unreadable', message } };
  }
}

/** Git's own name for a blob, so that a folder's file and the same one of a revision are known to be equal. */
function blobHash(size: number, format: ObjectFormat) {
  return createHash(format).update(`blob ${size}\0`);
}

function hashOfLarge(file: Buffer, size: number, format: ObjectFormat): string {
  const hash = blobHash(size, format);
  const chunk = Buffer.alloc(1024 * 1024);
  const descriptor = openSync(file, 'r');
  try {
    for (let count = -1; count !== 0;) {
      count = readSync(descriptor, chunk);
      hash.update(chunk.subarray(0, count));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
