import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Manifests } from './document.js';
import { isSkippedFolder } from './manifest-paths.js';
import { InputError } from './problem.js';
import { MAX_BYTES, readTree, tooLarge, type Loaded, type ReadOptions, type TreeEntry } from './tree.js';

/** The hash that names blobs: that of the repository whose revision stands on the other side. */
export type ObjectFormat = 'sha1' | 'sha256';

/**
 * The manifests below a folder. Paths are relative to it; symbolic links below it are not followed.
 *
 * @throws InputError when there is no such folder.
 */
export function readDirectory(
  directory: string,
  options: ReadOptions & { readonly objectFormat?: ObjectFormat } = {},
): Manifests {
  requireDirectory(directory);
  const format = options.objectFormat ?? 'sha1';
  const entries: TreeEntry[] = [];
  collect(directory, '', entries);
  const load = (wanted: readonly TreeEntry[]) => wanted.map(({ path }) => loadFile(join(directory, path), format));
  return readTree({ entries, load }, options);
}

function requireDirectory(directory: string): void {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  const message =
    found === undefined
      ? `there is no folder '${directory}': name an existing folder, or a Git revision like 'main'`
      : `'${directory}' is a file: name the folder that holds the manifests`;
  throw new InputError([{ code: 'unreadable', message, at: null }]);
}

function collect(directory: string, prefix: string, entries: TreeEntry[]): void {
  for (const entry of list(join(directory, prefix))) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) {
      if (!isSkippedFolder(entry.name)) collect(directory, `${path}/`, entries);
    } else if (entry.isFile()) entries.push({ path, content: null });
  }
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    const message = `folder '${folder}' cannot be listed (${reasonOf(cause)}): make it readable`;
    throw new InputError([{ code: 'unreadable', message, at: null }], { cause });
  }
}

function loadFile(file: string, format: ObjectFormat): Loaded {
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

function hashOfLarge(file: string, size: number, format: ObjectFormat): string {
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
