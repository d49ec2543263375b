import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { requireNoEscape } from './path-inside.js';
import { inputError } from './problem.js';
import { decoded } from './tree.js';

/**
 * The text of one file that the user named: UTF-8 or, with a byte order mark, UTF-16, as PowerShell redirects.
 *
 * @throws InputError when it cannot be read.
 */
export function readTextFile(name: string, cwd: string): string {
  requireNoEscape(name, cwd);
  const path = resolve(cwd, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw inputError('unreadable', `there is no file '${name}': name an existing one`);
  if (found.isDirectory()) throw inputError('unreadable', `'${name}' is a folder: name a file`);
  if (found.size > MAX_TEXT) throw inputError('unreadable', tooLongText(name));
  const bytes = bytesOf(path, name);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw inputError('unreadable', gzippedText(name));
  const text = decoded(bytes);
  if (typeof text !== 'string') throw inputError('unreadable', notUtf8Text(name));
  return text;
}

function bytesOf(path: string, name: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw inputError('unreadable', `'${name}' cannot be read (${reason}): make it readable`, cause);
  }
}

/** What to say of a compressed one. */
export function gzippedText(name: string): string {
  return `'${name}' is gzip, expected text: gunzip it`;
}

/** What to say of one in another encoding. */
export function notUtf8Text(name: string): string {
  return `'${name}' is not UTF-8 text, nor UTF-16 with a byte order mark: save it as UTF-8`;
}

/** More than the sidecar of a mesh with tens of thousands of services has; in bytes or UTF-16 units. */
export const MAX_TEXT = 256 * 1024 * 1024;

/** What to say of a longer one. */
export function tooLongText(name: string): string {
  return `'${name}' is larger than ${MAX_TEXT / 1024 / 1024} MiB: name a smaller one`;
}
