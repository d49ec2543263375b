import { isUtf8 } from 'node:buffer';
import type { Manifests, Unfollowed } from './document.js';
import { isKustomizationPath } from './kustomization.js';
import { isManifestPath, isTemplatePath, mayLeadToManifests, pathFilter, wayFilter } from './manifest-paths.js';
import { readManifests } from './manifests.js';
import { newManifestCache, type ManifestCache, type SourceFile } from './parsed-content.js';
import { inputError, type Problem } from './problem.js';

/** A larger file is none that a person wrote; reading it would cost more than all others together. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** The most bytes of manifests of one side; those of larger files are not among them. */
export const MAX_ALL_BYTES = 256 * 1024 * 1024;

/** Counts the bytes of what is loaded, and ends the reading when they are too many. */
export function byteBudget(): (bytes: number) => void {
  let left = MAX_ALL_BYTES;
  return bytes => {
    left -= bytes;
    if (left >= 0) return;
    const message = `the manifests have more than ${MAX_ALL_BYTES / 1024 / 1024} MiB together, and no more are read: review a part of them by 'paths'`;
    throw inputError('too-large', message);
  };
}

/** A regular file of a folder or a Git tree. */
export interface TreeEntry {
  /** Relative to the root of the tree, parts separated by `/`. */
  readonly path: string;
  /** Content identity where the tree knows it without reading the file. */
  readonly content: string | null;
}

/** A file's bytes, or why there are none. */
export type Loaded =
  | { readonly kind: 'loaded'; readonly content: string; readonly bytes: Buffer }
  | { readonly kind: 'failed'; readonly content: string; readonly fault: LoadFault };

export interface LoadFault {
  readonly code: 'too-large' | 'unreadable';
  readonly message: string;
}

/** A folder or a Git tree: its regular files, and a way to load some of them, answered in the same order. */
export interface Tree<Entry extends TreeEntry> {
  /** At least those that {@link isReadPath} tells. */
  readonly entries: readonly Entry[];
  readonly unfollowed: readonly Unfollowed[];
  load(entries: readonly Entry[]): readonly Loaded[];
}

export interface ReadOptions {
  /** Files, folders or globs that limit what is read, relative to the root of the tree; none means all. */
  readonly paths?: readonly string[];
  /** Files that are no manifests of the tree, whatever they hold, relative to its root. */
  readonly apart?: readonly string[];
  /** Shared between the two sides of a review. */
  readonly cache?: ManifestCache;
}

/** The manifests of a tree, sorted by path. */
export function readTree<Entry extends TreeEntry>(tree: Tree<Entry>, options: ReadOptions): Manifests {
  const cache = options.cache ?? newManifestCache();
  const isWanted = pathFilter(options.paths ?? []);
  const apart = new Set(options.apart);
  const entries = tree.entries.filter(({ path }) => !apart.has(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const named = entries.filter(({ path }) => isManifestPath(path) || isKustomizationPath(path));
  const wanted = loadFiles(
    tree,
    named.filter(({ path }) => isWanted(path)),
    cache,
  );
  const others = loadFiles(
    tree,
    named.filter(({ path }) => !isWanted(path) && isKustomizationPath(path)),
    cache,
  );
  const surroundings = { paths: entries.map(({ path }) => path), kustomizations: others.files };
  const manifests = readManifests(wanted.files, surroundings, cache);
  const templates = entries.filter(({ path }) => isTemplatePath(path) && isWanted(path)).map(({ path }) => path);
  return {
    documents: manifests.documents,
    problems: [...wanted.problems, ...manifests.problems],
    unrendered: [...templates, ...manifests.unrendered].toSorted(),
    files: wanted.contents,
    unfollowed: unfollowedIn(tree, options),
  };
}

/** True for a path that the reading of a tree looks at: it may hold manifests, or tell which files do. */
export function isReadPath(path: string): boolean {
  return isManifestPath(path) || isKustomizationPath(path) || isTemplatePath(path);
}

function unfollowedIn(
  { unfollowed }: Pick<Tree<TreeEntry>, 'unfollowed'>,
  options: ReadOptions,
): readonly Unfollowed[] {
  const isOnWay = wayFilter(options.paths ?? []);
  return unfollowed
    .filter(({ kind, path }) => isOnWay(path) && (kind === 'submodule' || mayLeadToManifests(path)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The fault of a file that is larger than {@link MAX_BYTES}. */
export function tooLarge(bytes: number): LoadFault {
  const found = (bytes / 1024 / 1024).toFixed(1);
  return {
    code: 'too-large',
    message: `the file has ${found} MiB, and at most ${MAX_BYTES / 1024 / 1024} MiB are read: split it`,
  };
}

interface LoadedFiles {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
  readonly contents: ReadonlyMap<string, string>;
}

function loadFiles<Entry extends TreeEntry>(
  tree: Tree<Entry>,
  entries: readonly Entry[],
  cache: ManifestCache,
): LoadedFiles {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  const contents = new Map<string, string>();
  const missing = entries.filter(({ content }) => content === null || !cache.texts.has(content));
  const loaded = new Map(tree.load(missing).map((answer, index) => [missing[index], answer]));
  for (const entry of entries) {
    const { path } = entry;
    const answer = loaded.get(entry);
    const content = answer?.content ?? entry.content ?? '';
    contents.set(path, content);
    const text = answer?.kind === 'failed' ? answer.fault : (cache.texts.get(content) ?? decoded(answer?.bytes));
    if (typeof text === 'string') {
      cache.texts.set(content, text);
      files.push({ path, content, text });
    } else {
      const at = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
      problems.push({ code: text.code, message: text.message, at });
    }
  }
  return { files, problems, contents };
}

/** The text of a file: Kubernetes' reader takes UTF-8 and, with a byte order mark, UTF-16. */
export function decoded(bytes: Buffer = Buffer.of()): string | LoadFault {
  const mark = bytes.toString('latin1', 0, 2);
  if (mark === '\xff\xfe') return bytes.toString('utf16le', 2);
  if (mark === '\xfe\xff')
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (!isUtf8(bytes)) return { code: 'unreadable', message: 'the file is not UTF-8 text: save it as UTF-8' };
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}
