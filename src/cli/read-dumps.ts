import { resolve } from 'node:path';
import type { DumpText } from '../live/dump-parts.js';
import { InputError } from '../source/problem.js';
import { MAX_TEXT, readTextFile, tooLongText } from '../source/text-file.js';
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
  return name === '-'
    ? { name: 'stdin', text: await readAll(io.stdin) }
    : { name, text: readTextFile(resolve(io.cwd, name), name) };
}

async function readAll(stdin: AsyncIterable<string>): Promise<string> {
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    length += chunk.length;
    if (length > MAX_TEXT) throw new InputError([{ code: 'unreadable', message: tooLongText('stdin'), at: null }]);
    chunks.push(chunk);
  }
  return chunks.join('');
}
