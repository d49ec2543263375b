import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linesOf } from '../../src/cli/lines.js';

async function* chunks(texts: readonly string[]): AsyncIterable<string> {
  for (const text of texts) yield Promise.resolve(text);
}

async function lines(...texts: string[]): Promise<string[]> {
  const all: string[] = [];
  for await (const line of linesOf(chunks(texts))) all.push(line);
  return all;
}

// prettier-ignore
const rows: readonly [what: string, chunks: string[], lines: string[]][] = [
  ['nothing',                         [],                       []],
  ['a line without a break',          ['one'],                  ['one']],
  ['a line with a break',             ['one\n'],                ['one']],
  ['a line over many chunks',         ['o', 'n', 'e\ntw', 'o'], ['one', 'two']],
  ['many lines in one chunk',         ['one\n\ntwo\n'],         ['one', '', 'two']],
  ['line ends of Windows',            ['one\r', '\ntwo\r\n'],   ['one', 'two']],
];

test.each(rows)('%s', async (_what, texts, expected) => {
  expect(await lines(...texts)).toEqual(expected);
});

test('where the chunks are cut makes no difference', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(30)), async (whole, cuts) => {
      const places = [0, ...cuts.map(cut => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
      const parts = places.slice(1).map((end, index) => whole.slice(places[index], end));
      expect(await lines(...parts)).toEqual(await lines(whole));
    }),
  );
});
