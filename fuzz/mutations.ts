import type { Chance } from '../judge/chance.js';
import { nastyWords } from './nasty.js';

/** Makes other bytes of a file; `other` is another file of the cases. */
export type Mutation = (file: Buffer, chance: Chance, other: Buffer) => Buffer;

/** By name, so that a failure can say what was done. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'flip a bit': (file, chance) => {
    const bytes = Buffer.from(file);
    const at = chance.number(bytes.length);
    if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.number(8));
    return bytes;
  },
  'insert a byte': (file, chance) => inserted(file, chance.number(file.length + 1), Buffer.of(chance.number(256))),
  'delete some bytes': (file, chance) => {
    const at = chance.number(file.length + 1);
    return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + chance.number(20))]);
  },
  'cut the end': (file, chance) => file.subarray(0, chance.number(file.length + 1)),
  'repeat a piece': (file, chance) => {
    const at = chance.number(file.length + 1);
    const piece = file.subarray(at, at + 1 + chance.number(60));
    return inserted(file, at, Buffer.concat(Array.from({ length: 1 + chance.number(200) }, () => piece)));
  },
  'shuffle lines': (file, chance) => ofLines(file, lines => chance.shuffle(lines)),
  'swap two lines': (file, chance) =>
    ofLines(file, lines => {
      const [one, two] = [chance.number(lines.length), chance.number(lines.length)];
      return lines.map((line, at) => lines[at === one ? two : at === two ? one : at] ?? line);
    }),
  'repeat a line': (file, chance) =>
    ofLines(file, lines => {
      const at = chance.number(lines.length);
      return lines.flatMap((line, index) => (index === at ? Array<string>(2 + chance.number(30)).fill(line) : [line]));
    }),
  'drop a line': (file, chance) => ofLines(file, lines => lines.toSpliced(chance.number(lines.length), 1)),
  'indent a line anew': (file, chance) =>
    ofLine(file, chance, line => (chance.number(4) === 0 ? '\t' : ' '.repeat(chance.number(9))) + line.trimStart()),
  'say a nasty word instead': (file, chance) => ofWord(file, chance, () => nasty(chance)),
  'add a nasty word': (file, chance) => ofWord(file, chance, word => `${word} ${nasty(chance)}`),
  'say a word of another place': (file, chance, other) => {
    const words = other.toString('latin1').split(/\s+/);
    return ofWord(file, chance, () => words[chance.number(words.length)] ?? '');
  },
  'anchor a value and repeat it': (file, chance) => {
    const anchored = ofWord(file, chance, word => `&a ${word}`);
    return ofWord(anchored, chance, () => '*a');
  },
  'merge a mapping into others': (file, chance) =>
    ofLine(file, chance, line => `${/^[ -]*/.exec(line)?.[0].replaceAll('-', ' ') ?? ''}<<: *a\n${line}`),
  'splice another file in': (file, chance, other) => {
    const at = chance.number(other.length + 1);
    return inserted(file, chance.number(file.length + 1), other.subarray(at, at + chance.number(400)));
  },
  'splice lines of another file in': (file, chance, other) => {
    const lines = other.toString('latin1').split('\n');
    const at = chance.number(lines.length);
    const taken = lines.slice(at, at + 1 + chance.number(12));
    return ofLine(file, chance, line => [line, ...taken].join('\n'));
  },
  'end lines otherwise': (file, chance) => {
    const end = ['\r', '\r\n', '\u0085', '\n\n', '\n...\n'][chance.number(5)] ?? '\r';
    return Buffer.from(file.toString('latin1').replaceAll('\n', end), 'latin1');
  },
  'write it as UTF-16': file => Buffer.from(`\uFEFF${file.toString('utf8')}`, 'utf16le'),
  'nest a value deep': (file, chance) => {
    const depth = chance.number(150);
    return ofWord(file, chance, word => `${'['.repeat(depth)}${word}${']'.repeat(depth)}`);
  },
  'make a value huge': (file, chance) => ofWord(file, chance, word => word.repeat(1 + chance.number(timesOf(word)))),
  'make a list huge': (file, chance) =>
    ofLine(file, chance, line =>
      Array.from({ length: chance.number(timesOf(line) / 10) }, (_, index) =>
        line.replace(/\w(?=[^\w]*$)/, `$&${index}`),
      ).join('\n'),
    ),
  'wrap it in a List': file =>
    ofLines(file, lines => [
      'apiVersion: v1',
      'kind: List',
      'items:',
      ...lines.map((line, at) => (at === 0 ? '- ' : '  ') + line),
    ]),
};

/** How often a text may be repeated: what earlier mutations made huge is not made endless. */
function timesOf(text: string): number {
  return Math.min(20_000, Math.ceil(2_000_000 / (text.length + 1)));
}

function inserted(file: Buffer, at: number, bytes: Buffer): Buffer {
  return Buffer.concat([file.subarray(0, at), bytes, file.subarray(at)]);
}

/** Of each byte a character, so that bytes that are no UTF-8 stay what they are. */
function ofLines(file: Buffer, change: (lines: readonly string[]) => readonly string[]): Buffer {
  return Buffer.from(change(file.toString('latin1').split('\n')).join('\n'), 'latin1');
}

function ofLine(file: Buffer, chance: Chance, change: (line: string) => string): Buffer {
  return ofLines(file, lines => {
    const at = chance.number(lines.length);
    return lines.map((line, index) => (index === at ? change(line) : line));
  });
}

function ofWord(file: Buffer, chance: Chance, change: (word: string) => string): Buffer {
  const text = file.toString('latin1');
  const words = [...text.matchAll(/[^\s,[\]{}]+/g)];
  const word = words[chance.number(words.length)];
  if (word === undefined) return file;
  const made = text.slice(0, word.index) + change(word[0]) + text.slice(word.index + word[0].length);
  return Buffer.from(made, 'latin1');
}

/** As UTF-8, each byte a character. */
function nasty(chance: Chance): string {
  return Buffer.from(nastyWords[chance.number(nastyWords.length)] ?? '').toString('latin1');
}
