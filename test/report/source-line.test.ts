import { expect, test } from '@jest/globals';
import { paintFor } from '../../src/report/paint.js';
import { sourceLine } from '../../src/report/source-line.js';

const long = `    - ${'a'.repeat(60)}.example.com # ${'why '.repeat(20)}`;

// prettier-ignore
const rows: readonly [what: string, excerpt: string, column: number, endColumn: number, endLine: number, shown: string[]][] = [
  ['the part that matters',         '  host: a.b # c',   9, 11, 7, ['   7 |   host: a.b # c', '     |         ^^^ here']],
  ['the rest of the first line',    '  spec: ',          3,  2, 9, ['   7 |   spec:',        '     |   ^^^^^ here']],
  ['a place behind the end',        'a:',                9, 12, 7, ['   7 | a:',             '     |   ^ here']],
  ['a tab, where it is',            '\thost: a',         2,  5, 7, ['   7 | \\thost: a',     '     |   ^^^^ here']],
  ['wide letters',                  '木星: x',            5,  5, 7, ['   7 | 木星: x',         '     |       ^ here']],
  ['a part far to the right',       long,               67, 77, 7, ['   7 | …aaaaaaaaa.example.com # why why wh…', '     |           ^^^^^^^^^^^ here']],
  ['a part longer than the line',   long,                7, 77, 7, ['   7 |     - aaaaaaaaaaaaaaaaaaaaaaaaaaaaa…', '     |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ here']],
];

test.each(rows)('carets are below %s', (_what, excerpt, column, endColumn, endLine, shown) => {
  const at = { file: 'a.yaml', line: 7, column, endLine, endColumn };
  expect(sourceLine({ at, excerpt, label: 'here' }, 'error', 43, paintFor(false)).split('\n')).toEqual(shown);
});
