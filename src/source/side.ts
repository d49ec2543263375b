import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { readDirectory, type ObjectFormat } from './directory.js';
import type { Manifests } from './document.js';
import { gitLine } from './git.js';
import { readRevision } from './git-tree.js';
import { newManifestCache } from './parsed-content.js';
import { pathInside, requireNoEscape } from './path-inside.js';
import { filesOfFolder, filesOfRevision, type SideFiles } from './side-files.js';
import type { ReadOptions } from './tree.js';

/** Where manifests come from, as the user named it. */
export type Revision = Place | { readonly nothing: true };

type Place = { readonly dir: string } | { readonly rev: string };

/** One side of a review, or the only one of another command. */
export interface Side {
  readonly revision: Revision;
  readonly manifests: Manifests;
}

/** The side that a whole repository is compared with: all that the other holds counts as added. */
export const nothing: Side = {
  revision: { nothing: true },
  manifests: { documents: [], problems: [], unrendered: [], files: new Map(), unfollowed: [] },
};

export interface SideOptions extends Omit<ReadOptions, 'apart'> {
  /** The folder that names are relative to, and whose repository holds the revisions. */
  readonly cwd: string;
  /** Files with a snapshot of the cluster: what they hold is not the repository's, even where they stand in it. */
  readonly snapshotFiles?: readonly string[];
}

/**
 * The manifests of a folder or a Git revision; an existing folder wins over a revision of that name.
 *
 * @throws InputError when it is neither.
 */
export function readSide(name: string, options: SideOptions): Side {
  return read(revisionOf(name, options.cwd), options, { below: '', objectFormat: 'sha1' });
}

/**
 * Both sides of a review. The same path with the same content gives the same documents at both. Where one side is
 * a folder of the repository and the other a revision, that folder of the revision is read: the paths are the same.
 *
 * @throws InputError when one is neither a folder nor a revision.
 */
export function readSides(baseName: string, headName: string, options: SideOptions): { base: Side; head: Side } {
  const shared = { ...options, cache: options.cache ?? newManifestCache() };
  const base = revisionOf(baseName, options.cwd);
  const head = revisionOf(headName, options.cwd);
  const other = counterpart(base, head, options.cwd);
  return { base: read(base, shared, other), head: read(head, shared, other) };
}

/**
 * Both sides as Git revisions, whatever folders there are; null for {@link nothing}. For a checkout that is itself under
 * review: a pull request that adds a folder named like its base must not be compared with that folder.
 *
 * @throws InputError when one is no revision.
 */
export function readRevisions(
  baseRev: string | null,
  headRev: string,
  options: SideOptions,
): { base: Side; head: Side } {
  const shared = { ...options, cache: options.cache ?? newManifestCache() };
  const side = (rev: string) => read({ rev }, shared, { below: '', objectFormat: 'sha1' });
  const head = side(headRev);
  // What is read once is one and the same at both sides.
  return { base: baseRev === null ? nothing : baseRev === headRev ? head : side(baseRev), head };
}

/**
 * The files beside the manifests that `readSides` reads.
 *
 * @throws InputError when one is neither a folder nor a revision.
 */
export function filesOfSides(baseName: string, headName: string, cwd: string): { base: SideFiles; head: SideFiles } {
  const base = revisionOf(baseName, cwd);
  const head = revisionOf(headName, cwd);
  const { below } = counterpart(base, head, cwd);
  const filesOf = (revision: Place) =>
    'dir' in revision
      ? filesOfFolder(resolve(cwd, revision.dir), revision.dir)
      : filesOfRevision(revision.rev, cwd, below);
  return { base: filesOf(base), head: filesOf(head) };
}

/** What a revision needs to know of the folder that it is compared with, and the folder of the revision. */
interface Counterpart {
  readonly below: string;
  readonly objectFormat: ObjectFormat;
}

function read(revision: Place, options: SideOptions, { below, objectFormat }: Counterpart): Side {
  if ('dir' in revision) {
    const folder = resolve(options.cwd, revision.dir);
    return {
      revision,
      manifests: readDirectory(folder, { ...options, objectFormat, apart: apartIn(folder, options) }),
    };
  }
  const apart = apartIn(resolve(topOf(options), below), options);
  return { revision, manifests: readRevision(revision.rev, { ...options, below, apart }) };
}

function apartIn(folder: string, { cwd, snapshotFiles = [] }: SideOptions): readonly string[] {
  return snapshotFiles.flatMap(name => pathInside(folder, resolve(cwd, name)) ?? []);
}

function topOf({ cwd, snapshotFiles = [] }: SideOptions): string {
  return (snapshotFiles.length === 0 ? null : gitLine(cwd, ['rev-parse', '--show-toplevel'])) ?? cwd;
}

function revisionOf(name: string, cwd: string): Place {
  const path = resolve(cwd, name);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    requireNoEscape(name, cwd);
    return { dir: name };
  }
  // Nothing but a folder is written like this; readDirectory says what is wrong with it.
  const isFolderName = isAbsolute(name) || /^\.\.?(?:\/|$)/.test(name) || name.endsWith('/');
  return isFolderName ? { dir: name } : { rev: name };
}

function counterpart(base: Place, head: Place, cwd: string): Counterpart {
  const none = { below: '', objectFormat: 'sha1' } as const;
  const dir = 'dir' in base ? base.dir : 'dir' in head ? head.dir : null;
  if (dir === null || ('dir' in base && 'dir' in head)) return none;
  const top = gitLine(cwd, ['rev-parse', '--show-toplevel']);
  if (top === null) return none;
  const objectFormat = gitLine(cwd, ['rev-parse', '--show-object-format']) === 'sha256' ? 'sha256' : 'sha1';
  const path = resolve(cwd, dir);
  const real = statSync(path, { throwIfNoEntry: false }) === undefined ? path : realpathSync(path);
  return { below: pathInside(top, real) ?? '', objectFormat };
}
