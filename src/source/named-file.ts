import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { spanAt, type SourceDocument } from './document.js';
import { linesOf } from './lines.js';
import { InputError, inputError } from './problem.js';
import { requireNoEscape } from './path-inside.js';
import { filesOfRevision } from './side-files.js';
import { decoded, MAX_BYTES, tooLarge } from './tree.js';
import { readYaml } from './yaml-reader.js';

/**
 * The one YAML document of a file that the user names.
 *
 * @throws InputError when the file cannot be read, or does not hold one YAML document.
 */
export function readNamedFile(name: string, cwd: string): SourceDocument {
  const text = decoded(bytesOf(name, cwd));
  if (typeof text !== 'string') throw inputError('unreadable', `'${name}': ${text.message}`);
  return parseDocument(name, text);
}

/**
 * The same from a Git revision; `name` is relative to the root of the repository.
 *
 * @throws InputError
 */
export function readNamedBlob(name: string, revision: string, cwd: string): SourceDocument {
  const text = filesOfRevision(revision, cwd).read(name);
  if (text !== null) return parseDocument(name, text);
  throw inputError(
    'unreadable',
    `there is no file '${name}' at '${revision}': name a file that is there, relative to the repository`,
  );
}

function bytesOf(name: string, cwd: string): Buffer {
  requireNoEscape(name, cwd);
  try {
    const { size } = statSync(resolve(cwd, name));
    if (size > MAX_BYTES) throw new InputError([{ ...tooLarge(size), at: null }]);
    return readFileSync(resolve(cwd, name));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const reason = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : String(cause);
    throw inputError('unreadable', `file '${name}' cannot be read (${reason}): name a file that is there`, cause);
  }
}

/**
 * The one YAML document of a text.
 *
 * @throws InputError with every fault of it, or when it does not hold one document.
 */
export function parseDocument(path: string, text: string): SourceDocument {
  const { roots, faults } = readYaml(text);
  const lines = linesOf(text);
  if (faults.length > 0) {
    throw new InputError(
      faults.map(({ code, message, start, end }) => ({ code, message, at: spanAt({ path, lines }, start, end) })),
    );
  }
  const [root] = roots;
  if (root !== undefined && roots.length === 1) return { path, text, lines, root };
  throw inputError('unreadable', `'${path}' holds ${roots.length} YAML documents, expected one`);
}
