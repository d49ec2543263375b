import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { findFile, readFile, type GitFile } from './git-file.js';
import { findBlob } from './git-revision.js';
import { pathInside } from './path-inside.js';
import { InputError } from './problem.js';
import { snapshotOf, type Snapshot } from './snapshot.js';
import { MAX_TEXT, readTextFile, tooLongText } from './text-file.js';
import { decoded } from './tree.js';

/** A run of the action: the revisions that it compares, and the checkout. */
export interface RunOfAction {
  readonly base: string;
  readonly head: string;
  readonly cwd: string;
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

function textOf(name: string, { base, head, cwd }: RunOfAction): string {
  const path = resolve(cwd, name);
  const named = pathInside(cwd, path);
  const file = named === null ? null : findFile(base, named, cwd);
  if (file !== null) return textOfBlob(file, name, base, cwd);

  // By another name, through a link, it would be the same file.
  const real = existsSync(path) ? pathInside(realpathSync(cwd), realpathSync(path)) : null;
  if ([named, real].some(inside => inside !== null && findBlob(head, inside, cwd) !== null)) {
    throw unreadable(
      `snapshot '${name}' is a file of '${head}' that '${base}' does not have, and a change must not bring the cluster ` +
        'that it is judged by: merge the file first, or write it elsewhere in an earlier step',
    );
  }
  return readTextFile(name, cwd);
}

function textOfBlob(file: GitFile, name: string, base: string, cwd: string): string {
  if (file.bytes > MAX_TEXT) throw unreadable(tooLongText(name));
  const text = decoded(readFile(file, cwd));
  if (typeof text === 'string') return text;
  throw unreadable(`snapshot '${name}' at '${base}': ${text.message}`);
}

function unreadable(message: string): InputError {
  return new InputError([{ code: 'unreadable', message, at: null }]);
}
