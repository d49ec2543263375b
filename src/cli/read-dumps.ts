import type { DumpText } from '../live/dump-parts.js';
import { inputError } from '../source/problem.js';
import { gzippedText, MAX_TEXT, notUtf8Text, readTextFile, tooLongText } from '../source/text-file.js';
import type { Io } from './io.js';

/**
 * The texts of the files that were named, `-` for stdin.
 *
 * @throws InputError when one cannot be read.
 */
export async function readDumps(
  names: readonly [string, ...string[]],
  io: Io,
): Promise<readonly [DumpText, ...DumpText[]]> {
  const [first, ...rest] = names;
  const dumps: [DumpText, ...DumpText[]] = [await readDump(first, io)];
  for (const name of rest) dumps.push(await readDump(name, io));
  return dumps;
}

async function readDump(name: string, io: Io): Promise<DumpText> {
  return name === '-' ? { name: 'stdin', text: await readAll(io.stdin) } : { name, text: readTextFile(name, io.cwd) };
}

async function readAll(stdin: AsyncIterable<string>): Promise<string> {
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    length += chunk.length;
    if (length > MAX_TEXT) throw inputError('unreadable', tooLongText('stdin'));
    chunks.push(chunk);
  }
  const text = chunks.join('');
  // Decoded already: bytes that are no UTF-8 stand as U+FFFD.
  if (text.startsWith('\x1f\uFFFD')) throw inputError('unreadable', gzippedText('stdin'));
  if (text.startsWith('\uFFFD')) throw inputError('unreadable', notUtf8Text('stdin'));
  return text;
}
