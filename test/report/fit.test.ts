import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fit, fitAll } from '../../src/report/fit.js';

function list(items: readonly string[]) {
  return { open: '<', items, close: '>', separator: '\n', more: (left: number) => `+${left}` };
}

// prettier-ignore
const rows: readonly [when: string, max: number, text: string, left: number][] = [
  ['all has room',              15, '<\naaa\nbbb\nccc\n>', 0],
  ['the last two have not',     13, '<\naaa\n+2\n>',       2],
  ['only the first one has',    10, '<\naaa\n+2\n>',       2],
  ['none has',                   9, '',                     3],
  ['there is no room at all',   -5, '',                     3],
];

test.each(rows)('when %s', (_when, max, text, left) => {
  expect(fit(list(['aaa', 'bbb', 'ccc']), max)).toEqual({ text, left });
});

test('an empty list is no text', () => {
  expect(fit(list([]), 100)).toEqual({ text: '', left: 0 });
});

test('lists stay within what they have together', () => {
  const anyPart = fc.record({
    list: fc.array(fc.string({ maxLength: 9 })).map(list),
    share: fc.constantFrom(0.3, 0.5, 1),
  });
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 5 }), fc.nat(200), (parts, max) => {
      const { texts } = fitAll(parts, max, '\n\n');
      expect(texts.filter(text => text !== '').reduce((sum, text) => sum + 2 + text.length, 0)).toBeLessThanOrEqual(
        max,
      );
    }),
  );
});
