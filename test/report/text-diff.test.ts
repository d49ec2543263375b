import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { textDiff } from '../../src/report/text-diff.js';

// prettier-ignore
const diffs: [what: string, before: string, after: string, lines: string[]][] = [
  ['what stays',           'a\nb\n', 'a\nb\n',    ['  a', '  b']],
  ['what is edited',       'a\nb\n', 'a\nc\n',    ['  a', '- b', '+ c']],
  ['what is added',        'a\nb\n', 'a\nx\nb\n', ['  a', '+ x', '  b']],
  ['what is removed',      'a\nb\n', 'b\n',       ['- a', '  b']],
];
test.each(diffs)('shows %s', (_what, before, after, lines) => {
  expect(textDiff(before, after)).toEqual(lines);
});

test('holds both texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = textDiff(before.join('\n'), after.join('\n'));
      const side = (sign: string) => lines.filter(line => !line.startsWith(sign)).map(line => line.slice(2));
      expect([side('+'), side('-')]).toEqual([before, after]);
    }),
  );
});
