import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { findFile, readFile, type GitFile } from './git-file.js';
import { findBlob } from './git-revision.js';
import { pathInside } from './path-inside.js';
import { inputError } from './problem.js';
import { snapshotOf, type Snapshot } from './snapshot.js';
import { MAX_TEXT, readTextFile, tooLongText } from './text-file.js';
import { decoded } from './tree.js';

/** A run of the action: the revisions that it compares, and where they are. */
export interface RunOfAction {
  readonly base: string;
  readonly head: string;
  /** A folder whose repository holds both. */
  readonly repository: string;
  /** The folder of the job, which names are relative to. It may hold the checkout, and need not. */
  readonly workspace: string;
}

/**
 * The snapshot of a run of the action. A file that base has is read there; any other is one of the runner, which an
 * earlier step made. One that only head has is refused: a change must not bring the cluster that it is judged by.
 *
 * @throws InputError when a file cannot be read, or is the change's own.
 */
export function readSnapshotOfRun(names: readonly string[], run: RunOfAction): Snapshot {
  return snapshotOf(names.map(name => ({ path: name, text: textOf(name, run) })));
}

function textOf(name: string, { base, head, repository, workspace }: RunOfAction): string {
  const path = resolve(workspace, name);
  const named = pathInside(workspace, path);
  const file = named === null ? null : findFile(base, named, repository);
  if (file !== null) return textOfBlob(file, name, base, repository);

  // By another name, through a link, it would be the same file.
  const real = existsSync(path) ? pathInside(realpathSync(workspace), realpathSync(path)) : null;
  if ([named, real].some(inside => inside !== null && findBlob(head, inside, repository) !== null)) {
    throw inputError(
      'unreadable',
      `snapshot '${name}' is a file of '${head}' that '${base}' does not have, and a change must not bring the cluster ` +
        'that it is judged by: merge the file first, or write it elsewhere in an earlier step',
    );
  }
  return readTextFile(name, workspace);
}

function textOfBlob(file: GitFile, name: string, base: string, cwd: string): string {
  if (file.bytes > MAX_TEXT) throw inputError('unreadable', tooLongText(name));
  const text = decoded(readFile(file, cwd));
  if (typeof text === 'string') return text;
  throw inputError('unreadable', `snapshot '${name}' at '${base}': ${text.message}`);
}
