import { isUtf8 } from 'node:buffer';
import { gitOutput } from './git.js';
import { isKustomizationPath } from './kustomization.js';
import { pathFilter } from './manifest-paths.js';
import { isReadPath } from './tree.js';

/** A path that is not the same in two commits. */
export interface ChangedFile {
  readonly path: string;
  /** Whether it is a regular file, or nothing, at both; no link and no submodule, and with a name that is UTF-8. */
  readonly isPlain: boolean;
}

/**
 * What differs between two commits, by the names of contents alone: no file is read. A file that was moved is two.
 *
 * @throws InputError when a commit cannot be read.
 */
export function changedFiles(base: string, head: string, cwd: string): readonly ChangedFile[] {
  const options = ['-r', '-z', '--raw', '--no-renames', '--ignore-submodules=none', '--end-of-options'];
  const output = gitOutput(cwd, ['diff-tree', ...options, base, head]);
  const changed: ChangedFile[] = [];
  for (let start = 0; start < output.length;) {
    const modesEnd = output.indexOf(0, start);
    const end = output.indexOf(0, modesEnd + 1);
    const modes = output.toString('latin1', start, modesEnd);
    const name = output.subarray(modesEnd + 1, end);
    const isPlain = /^:(?:100\d{3}|0{6}) (?:100\d{3}|0{6}) /.test(modes) && isUtf8(name);
    changed.push({ path: name.toString('utf8'), isPlain });
    start = end + 1;
  }
  return changed;
}

/** What decides which files a review reads. */
export interface Reading {
  /** Files, folders or globs that limit it; none means all. */
  readonly paths: readonly string[];
  /** Files that are read by their names: settings and what they name, MeshConfig, snapshots. */
  readonly named: ReadonlySet<string>;
}

/**
 * Whether a review could read a changed file, or go by its being there. In doubt it does: a link or a submodule may
 * lead anywhere, and a kustomization or a chart speaks for files elsewhere.
 */
export function isReadBy({ paths, named }: Reading): (file: ChangedFile) => boolean {
  const isWanted = pathFilter(paths);
  return ({ path, isPlain }) =>
    !isPlain ||
    named.has(path) ||
    (isReadPath(path) && (isWanted(path) || isKustomizationPath(path) || isChartPath(path)));
}

/** `Chart.yaml` makes templates of the files below it; values beside one count by their names. */
function isChartPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === 'Chart.yaml' || /^values.*\.ya?ml$/.test(name);
}
