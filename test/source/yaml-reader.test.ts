import { expect, test } from '@jest/globals';
import { linesOf } from '../../src/source/lines.js';
import { nodeAt, pairOf, type Node } from '../../src/source/node.js';
import { readYaml } from '../../src/source/yaml-reader.js';
import { plainValue } from './plain-value.js';

type ValueRow = readonly [what: string, text: string, values: readonly unknown[]];

const valueRows: readonly ValueRow[] = [
  ['an empty text holds no document', '', []],
  ['comments alone are no document', '# nothing\n\n# here\n', []],
  ['empty documents are skipped', '---\n---\n# nothing\n---\na: b\n---\n', [{ a: 'b' }]],
  ['documents follow one another', 'a: b\n---\nc: d\n...\n---\ne: f\n', [{ a: 'b' }, { c: 'd' }, { e: 'f' }]],
  ['a document may start on the line of its marker', '--- [a]\n--- {b: c}\n', [['a'], { b: 'c' }]],
  ['JSON is YAML', '{"a": [1, true, null, "b\\u00fc\\/"]}', [{ a: [1, true, null, 'bü/'] }]],
  ['JSON may be indented with tabs', '{\n\t"a": {\n\t\t"b": [\n\t\t\t1\n\t\t]\n\t}\n}\n', [{ a: { b: [1] } }]],
  ['lines may end as on Windows', 'a:\r\n  - b\r\nc: |\r\n  d\r\n  e\r\n', [{ a: ['b'], c: 'd\ne\n' }]],
  ['a list may stand at the column of its key', 'a:\n- b\n- c\nd: e\n', [{ a: ['b', 'c'], d: 'e' }]],
  ['quotes keep words from being typed', `a: "yes"\nb: '1'\nc: yes\nd: 1\n`, [{ a: 'yes', b: '1', c: true, d: 1 }]],
  ['block scalars are strings', 'a: |-\n  1\nb: >\n  c\n  d\n', [{ a: '1', b: 'c d\n' }]],
  ['missing values are null', 'a:\nb: ~\nc: [{d: }]\n', [{ a: null, b: null, c: [{ d: null }] }]],
  ['tags decide the type', 'a: !!str 1\nb: !!int "2"\nc: ! 3\nd: !own 4\n', [{ a: '1', b: 2, c: '3', d: '4' }]],
  ['an alias repeats its anchor', 'a: &x [b]\nc: *x\nd: &x e\nf: *x\n', [{ a: ['b'], c: ['b'], d: 'e', f: 'e' }]],
  ['anchors end with their document', 'a: &x b\n---\nc: d\n', [{ a: 'b' }, { c: 'd' }]],
  [
    'merged keys yield to own ones, and to sources before them',
    'a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  x: 0\n  <<: [*a, *b]\n',
    [{ a: { x: 1, y: 1 }, b: { y: 2, z: 2 }, c: { x: 0, y: 1, z: 2 } }],
  ],
  ["'<<' in quotes is a key", `"<<": a\n`, [{ '<<': 'a' }]],
  ['a key may be given with a question mark', '? a\n: b\n', [{ a: 'b' }]],
  ['hosts with colons in brackets', 'a: [http://b:80/c, fe80::/10]\n', [{ a: ['http://b:80/c', 'fe80::/10'] }]],
  ['an address may end with colons in brackets', 'a: [2001:db8::, 1.2.3.4]\n', [{ a: ['2001:db8::', '1.2.3.4'] }]],
  ['brackets may hold a pair', 'a: [b: c]\n', [{ a: [{ b: 'c' }] }]],
  // What YAML 1.2 refuses and Kubernetes' reader takes: it does not look at the indentation inside brackets and quotes.
  ['a closing bracket may stand below its key', 'a: [\n  b, # c\n  "d"\n]\ne: f\n', [{ a: ['b', 'd'], e: 'f' }]],
  [
    'braces may close at the column of the key',
    'a:\n  b: {\n    c: d\n  }\n  e: f\n',
    [{ a: { b: { c: 'd' }, e: 'f' } }],
  ],
  ['the lines in brackets may have any indentation', 'a: {\n\t"b": [\nc,\n d ]}\n', [{ a: { b: ['c', 'd'] } }]],
  ['quotes may go on at any column', `a:\n  b: '{\n  "c": 1\n\n  }'\n  d: e\n`, [{ a: { b: '{ "c": 1\n}', d: 'e' } }]],
  ['block scalars pass for text there', 'a: |\n  [b\nc: {\n}\nd: "e\nf"\n', [{ a: '[b\n', c: {}, d: 'e f' }]],
];

test.each(valueRows)('%s', (_what, text, values) => {
  const { roots, faults } = readYaml(text);
  expect(faults).toEqual([]);
  expect(roots.map(plainValue)).toEqual(values);
});

const placed = `# a comment
metadata: {name: "shop", labels: {app: web}} # another
spec:
  hosts:
    - a.example.com
    - 'b.example.com'
  text: |+ # kept
    one

    two

  empty:
  items:
  - {}
  -
  - &x c
  - *x
last: >-
  folded
  text
`;

type PlaceRow = readonly [path: string, place: string];

const placeRows: readonly PlaceRow[] = [
  ['metadata', '2:11 to 2:44'],
  ['metadata name', '2:18 to 2:23'],
  ['metadata labels', '2:34 to 2:43'],
  ['metadata labels app', '2:40 to 2:42'],
  ['spec', '4:3 to 17:6'],
  ['spec hosts', '5:5 to 6:21'],
  ['spec hosts 0', '5:7 to 5:19'],
  ['spec hosts 1', '6:7 to 6:21'],
  ['spec text', '7:9 to 10:7'],
  ['spec empty', '12:9 to 12:9'],
  ['spec items', '14:3 to 17:6'],
  ['spec items 0', '14:5 to 14:6'],
  ['spec items 1', '15:4 to 15:4'],
  ['spec items 2', '16:8 to 16:8'],
  ['spec items 3', '16:8 to 16:8'],
  ['last', '18:7 to 20:6'],
];

test.each(placeRows)('the value of %s is at %s', (path, place) => {
  const [root] = readYaml(placed).roots;
  expect(placeOf(placed, root && nodeAt(root, steps(path)))).toBe(place);
});

test('the place of a document is that of its keys, in whichever document of the file', () => {
  const text = '# first\n---\na: b\n---\n\n  c: "d\n    e"\n';
  expect(readYaml(text).roots.map(root => placeOf(text, root))).toEqual(['3:1 to 3:4', '6:3 to 7:6']);
});

test('places are the same where a document must be read apart from its broken neighbour', () => {
  const good = 'a: {\n  b: "c d"\n}\ne:\n- |\n  f\n';
  const text = `x: [\n---\n${good}---\ny: @\n`;
  const [root] = readYaml(text).roots;
  expect(root && plainValue(root)).toEqual({ a: { b: 'c d' }, e: ['f\n'] });
  expect(placeOf(text, root)).toBe('3:1 to 8:3');
  expect(placeOf(text, root && nodeAt(root, ['a', 'b']))).toBe('4:6 to 4:10');
  expect(placeOf(text, root && nodeAt(root, ['e', 0]))).toBe('7:3 to 8:3');
});

test('a merged value keeps the place where it is written', () => {
  const text = 'a: &a\n  b: c\nd:\n  <<: *a\n';
  const [root] = readYaml(text).roots;
  expect(placeOf(text, root && nodeAt(root, ['d', 'b']))).toBe('2:6 to 2:6');
});

test('keys have places', () => {
  const text = 'a: 1\n"b c": 2\n';
  const [root] = readYaml(text).roots;
  expect(placeOf(text, root && pairOf(root, 'b c')?.key)).toBe('2:1 to 2:5');
});

function steps(path: string): readonly (string | number)[] {
  return path.split(' ').map(step => (/^\d+$/.test(step) ? Number(step) : step));
}

function placeOf(text: string, node: Node | null | undefined): string | null {
  if (node === null || node === undefined) return null;
  const lines = linesOf(text);
  const first = lines.positionOf(node.start);
  const last = lines.positionOf(Math.max(node.start, node.end - 1));
  return `${first.line}:${first.column} to ${last.line}:${last.column}`;
}
