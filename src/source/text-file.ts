import { readFileSync, statSync } from 'node:fs';
import { InputError } from './problem.js';

/**
 * The text of one file that the user named.
 *
 * @throws InputError when it cannot be read.
 */
export function readTextFile(path: string, name: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw unreadable(`there is no file '${name}': name an existing one`);
  if (found.isDirectory()) throw unreadable(`'${name}' is a folder: name a file`);
  if (found.size > MAX_TEXT) throw unreadable(tooLongText(name));
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw unreadable(`'${name}' cannot be read (${reason}): make it readable`, cause);
  }
}

/** More than the sidecar of a mesh with tens of thousands of services has; in bytes or UTF-16 units. */
export const MAX_TEXT = 256 * 1024 * 1024;

/** What to say of a longer one. */
export function tooLongText(name: string): string {
  return `'${name}' is larger than ${MAX_TEXT / 1024 / 1024} MiB: name a smaller one`;
}

function unreadable(message: string, cause?: unknown): InputError {
  return new InputError([{ code: 'unreadable', message, at: null }], { cause });
}
