import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { runGit } from './git.js';
import { findBlob } from './git-revision.js';
import { pathInside } from './path-inside.js';
import { InputError } from './problem.js';
import { snapshotOf, type Snapshot } from './snapshot.js';
import { readTextFile } from './text-file.js';
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
  const blob = named === null ? null : findBlob(base, named, cwd);
  if (blob !== null) return textOfBlob(blob, name, base, cwd);

  // By another name, through a link, it would be the same file.
  const real = existsSync(path) ? pathInside(realpathSync(cwd), realpathSync(path)) : null;
  if ([named, real].some(inside => inside !== null && findBlob(head, inside, cwd) !== null)) {
    throw unreadable(
      `snapshot '${name}' is a file of '${head}' that '${base}' does not have, and a change must not bring the cluster ` +
        'that it is judged by: merge the file first, or write it elsewhere in an earlier step',
    );
  }
  return readTextFile(path, name);
}

function textOfBlob(blob: string, name: string, base: string, cwd: string): string {
  const { succeeded, output } = runGit(cwd, ['cat-file', 'blob', blob]);
  if (!succeeded) throw unreadable(`snapshot '${name}' is no file at '${base}': name a file`);
  const text = decoded(output);
  if (typeof text === 'string') return text;
  throw unreadable(`snapshot '${name}' at '${base}': ${text.message}`);
}

function unreadable(message: string): InputError {
  return new InputError([{ code: 'unreadable', message, at: null }]);
}
