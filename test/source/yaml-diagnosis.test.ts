import { expect, test } from '@jest/globals';
import { linesOf } from '../../src/source/lines.js';
import { readYaml } from '../../src/source/yaml-reader.js';

type Row = readonly [what: string, text: string, place: string, message: string];

const tab = 'a tab stands where YAML allows only spaces: replace it with spaces';
const wholeInQuotes = 'put the whole value in one pair of quotes';

// prettier-ignore
const rows: readonly Row[] = [
  ['a tab before a key',                  'spec:\n\thosts: []\n',               '2:1', tab],
  ['a tab before a list item',            'spec:\n  hosts:\n  \t- a\n',         '3:3', tab],
  ['a tab after a dash',                  'hosts:\n-\ta\n',                     '2:2', tab],
  ['a tab on a blank line',               'a:\n\t\n  b: c\n',                   '2:1', tab],
  ['a tab before a comment',              'a: b\n \t# c\nd: e\n',               '2:2', tab],
  ['a tab in the text of a block',        'a: |\n  b\n\tc\n',                   '3:1', tab],
  ['a line between two columns',          'a:\n  b:\n    - c\n   d: e\n',       '4:4', 'this line is indented by 3 spaces; expected 0, 2 or 4, as the lines above are'],
  ['a line below a key with a value',     'a: b\n  c: d\n',                     '2:3', 'this line is indented by 2 spaces; expected 0, as the lines above are'],
  ['an item left of its list',            'a:\n  - b\n - c\n',                  '3:2', 'this line is indented by 1 space; expected 0 or 2, as the lines above are'],
  ['a first line that is indented',       '  a: b\nc: d\n',                     '2:1', 'this line is indented by 0 spaces; expected 2, as the lines above are'],
  ['an item among keys',                  'a:\n  b: c\n  - d\n',                '3:3', 'a list item stands among the keys of a mapping: indent it below its key'],
  ['a key among items',                   'a:\n  - b\n  c: d\n',                '3:3', "'c: d' does not fit the lines above: check their indentation"],
  ['a list on the line of its key',       'a: - b\n',                           '1:4', "a list cannot begin on the line of its key: put '- …' on the next line"],
  ['no blank after a colon',              'a: b\nc:d\ne: f\n',                  '2:1', "expected 'key: value' with a blank after the colon, found 'c:d'"],
  ['a line without a key',                'a: b\nc\n',                          '2:1', "expected 'key: value' with a blank after the colon, found 'c'"],
  ['a colon in a value',                  'a:\n- b: c: d\n',                    '2:6', "a value without quotes cannot hold ': ': put it in quotes"],
  ['a double quote that is not closed',   'a: "b\nc: d\n',                      '1:4', `'"' is opened here and not closed: expected '"' after the value`],
  ['a quote that the next one closes',    'a: "b\nc: "d"\n',                    '1:4', `'"' is opened here and not closed: expected '"' after the value`],
  ['a single quote that is not closed',   "a: b\nc: 'd\n",                      '2:4', `"'" is opened here and not closed: expected "'" after the value`],
  ['a single quote within quotes',        "a: 'it's'\n",                        '1:8', `"s'" follows the end of the value: ${wholeInQuotes}`],
  ['text after a quote',                  'a: "b" c\n',                         '1:8', `'c' follows the end of the value: ${wholeInQuotes}`],
  ['an escape that is none',              'a: "\\d+"\n',                        '1:5', "'\\d' is no escape in double quotes: write '\\\\d', or use single quotes"],
  ['a list that is not closed',           'hosts: [a, b\nports: []\n',          '1:8', "'[' is opened here and not closed: expected ']' after the value"],
  ['a mapping that is not closed',        'a: {b: {c: d}\n',                    '1:4', "'{' is opened here and not closed: expected '}' after the value"],
  ['a bracket too many',                  'a: [b]]\n',                          '1:7', "']' closes nothing: remove it"],
  ['no comma in brackets',                '{"a": 1 "b": 2}\n',                  '1:9',  "a ',' is missing before this: it separates the values in brackets"],
  ['two commas in brackets',              'a: [b, , c]\n',                      '1:8', "a value is missing before this ','"],
  ['a star as a host',                    'hosts:\n- *\n',                      '2:3', `'*' without quotes starts an alias, which needs a name; for a star write "*"`],
  ['a wildcard host',                     'hosts:\n- *.example.com\n',          '2:3', "alias '*.example.com' has no anchor of that name before it in this document; if a star is meant, put the value in quotes"],
  ['an anchor of another document',       'a: &x b\n---\nc: *x\n',              '3:4', "alias '*x' has no anchor of that name before it in this document; if a star is meant, put the value in quotes"],
  ['an alias of what is around it',       'a: &x\n  b: [*x]\n',                 '2:7', "alias '*x' stands inside the value that it repeats"],
  ['an alias with an anchor',             'a: &x b\nc: &y *x\n',                '2:7', 'an alias cannot have an anchor or a tag of its own: remove it'],
  ['a merge of what is no mapping',       'a: &x b\nc:\n  <<: *x\n',            '3:3', "'<<' merges a value that is no mapping; give it an alias to a mapping"],
  ['a value that starts with @',          'a: @b\n',                            '1:4', "a value cannot start with '@': put the value in quotes"],
  ['a value that starts with %',          'a: %b\n',                            '1:4', "a value cannot start with '%': put the value in quotes"],
  ['text beside the | of a block',        'a: |b\n  c\n',                       '1:5', "the text of a '|' block begins on the next line: move it there"],
  ['a tag that nobody declared',          'a: !e!foo b\n',                      '1:4', "the tag '!e!foo' is not declared: remove it"],
  ['a merge conflict',                    'a: b\n<<<<<<< HEAD\nc: d\n=======\n', '2:1', "'<<<<<<<' marks a merge conflict: resolve it"],
  ['a control character',                 'a: b\u0001c\n',                      '1:5', 'the control character U+0001 cannot stand in YAML: remove it'],
  ['a key given twice',                   'a:\n  b: c\n  d: e\n  "b": f\n',     '4:3', "key 'b' is given twice in one mapping: keep one of them"],
  ['a key that is a mapping',             '? {a: b}\n: c\n',                    '1:3', "a mapping is used as a key; a manifest's keys are plain words"],
  ['a key that is empty',                 'a: b\n: c\n',                        '2:1', "a key is empty; expected a word before the ':'"],
];

test.each(rows)('%s', (_what, text, place, message) => {
  const { roots, faults } = readYaml(`${text}---\n# the next document stays\ngood: true\n`);
  const { line, column } = linesOf(text).positionOf(faults[0]?.start ?? -1);
  expect([`${line}:${column}`, faults.map(fault => fault.message)]).toEqual([place, [message]]);
  expect(roots.map(({ kind }) => kind)).toEqual(text.includes('---') ? ['mapping', 'mapping'] : ['mapping']);
});

test('a key given twice names the first', () => {
  expect(readYaml('a: b\nc: d\na: e\n').faults).toMatchObject([{ start: 10, end: 11, rival: 0 }]);
});

test('a key given twice is found among many', () => {
  const keys = Array.from({ length: 100 }, (_, index) => `k${index}: v\n`);
  const { faults } = readYaml([...keys, 'k7: w\n'].join(''));
  expect(faults.map(({ message }) => message)).toEqual(["key 'k7' is given twice in one mapping: keep one of them"]);
});

test('every broken document has its fault, and the others are kept', () => {
  const text = 'a: b\n---\nc: [\n---\nd: e\n---\nf: "\n---\ng: h\n';
  const { roots, faults } = readYaml(text);
  expect(roots.map(root => text.slice(root.start, root.end))).toEqual(['a: b', 'd: e', 'g: h']);
  expect(faults.map(({ start }) => linesOf(text).positionOf(start).line)).toEqual([3, 7]);
});

const laughs = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'] as unknown as readonly [string, string][]) {
  laughs.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${of}`).join(', ')}]`);
}

type HostileRow = readonly [what: string, text: string, code: string, message: string];

const hostileRows: readonly HostileRow[] = [
  ['brackets without end', '['.repeat(1_000_000), 'too-large', 'the values are nested deeper than 100 levels'],
  ['braces without end', `a: ${'{'.repeat(1_000_000)}`, 'too-large', 'the values are nested deeper than 100 levels'],
  ['dashes without end', '- '.repeat(100_000), 'too-large', 'the values are nested deeper than 100 levels'],
  ['a billion laughs', laughs.join('\n'), 'too-large', "with '*d' aliases repeat more than 100000 values"],
  ['quotes without end', '"'.repeat(500_001), 'yaml-syntax', 'follows the end of the value'],
  ['one long word', `a: "${'x'.repeat(1_000_000)}`, 'yaml-syntax', 'is opened here and not closed'],
];

test.each(hostileRows)('%s are a fault, not a dead process', (_what, text, code, message) => {
  const { roots, faults } = readYaml(text);
  expect(roots).toEqual([]);
  expect(faults).toMatchObject([{ code, message: expect.stringContaining(message) }]);
});

test('of thousands of faults the first hundred are told', () => {
  const { faults } = readYaml('a: [\n---\n'.repeat(5_000));
  expect(faults.length).toBe(100);
  expect(faults.at(-1)?.message).toBe('this is fault 100 of the file; what follows is left out');
});
