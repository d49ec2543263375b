import { describe, expect, test } from '@jest/globals';
import { spanAt } from '../../src/source/document.js';
import { readEmbedded } from '../../src/source/embedded-yaml.js';
import { linesOf } from '../../src/source/lines.js';
import { nodeAt, overlay, withNode, type Node } from '../../src/source/node.js';
import { readYaml } from '../../src/source/yaml-reader.js';

/** `line:column-endLine:endColumn` of the value at `a.b` within the text at `mesh`. */
function placeIn(text: string): string {
  const [root] = readYaml(text).roots;
  const scalar = root === undefined ? null : nodeAt(root, ['mesh']);
  if (scalar?.kind !== 'scalar') throw new Error('the text of this test has no scalar at mesh');
  const embedded = readEmbedded({ text }, scalar).root;
  const node = embedded === null ? null : nodeAt(embedded, ['a', 'b']);
  if (node === null) return 'nothing';
  const { line, column, endLine, endColumn } = spanAt({ path: '', lines: linesOf(text) }, node.start, node.end);
  return `${line}:${column}-${endLine}:${endColumn}`;
}

describe('a value of YAML within YAML stands', () => {
  // prettier-ignore
  const rows: [where: string, text: string, place: string][] = [
    ['in its line of a literal block',          'mesh: |\n  a:\n    b: one\n',                       '3:8-3:10'],
    ['there too where the block is chomped',    'mesh: |-\n  a:\n    b: one\n',                      '3:8-3:10'],
    ['or keeps its end',                        'mesh: |+\n  a:\n    b: one\n\n',                    '3:8-3:10'],
    ['below blank lines',                       'mesh: |\n\n  a:\n\n    b: one\n',                   '5:8-5:10'],
    ['with an indentation of its own',          'mesh: |2\n    a:\n      b: one\n',                  '3:10-3:12'],
    ['after Windows line ends',                 'mesh: |\r\n  a:\r\n    b: one\r\n',                 '3:8-3:10'],
    ['over several lines',                      'mesh: |\n  a:\n    b:\n    - 1\n    - 2\nx: 1\n',    '4:5-5:7'],
    ['where the whole folded text does',        'mesh: >\n  {a: {b:\n  one}}\n',                     '1:7-3:7'],
    ['where the whole quoted text does',        'mesh: "a:\\n  b: one"\n',                           '1:7-1:20'],
    ['nowhere where the text is another',       'mesh: |\n  - 1\n',                                  'nothing'],
  ];
  test.each(rows)('%s', (_where, text, place) => {
    expect(placeIn(text)).toBe(place);
  });
});

test('what is wrong with the inner YAML is said', () => {
  const text = 'mesh: "a: [1"';
  const [root] = readYaml(text).roots;
  const scalar = root === undefined ? null : nodeAt(root, ['mesh']);
  if (scalar?.kind !== 'scalar') throw new Error('no scalar');
  expect(readEmbedded({ text }, scalar).fault).toMatch(/\S/);
});

/** A node as the value that it stands for. */
function valueOf(node: Node | null): unknown {
  if (node === null) return undefined;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'sequence') return node.items.map(valueOf);
  return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, valueOf(value)]));
}

const yaml = (text: string): Node => {
  const [root] = readYaml(text).roots;
  if (root === undefined) throw new Error('no YAML');
  return root;
};

// prettier-ignore
test.each([
  ['in place of what was there', '{a: {b: 1}}',  ['a', 'b'],      { a: { b: 'new' } }],
  ['beside what was there',      '{a: {c: 1}}',  ['a', 'b'],      { a: { c: '1', b: 'new' } }],
  ['below mappings of its own',  '{}',           ['a', 'b'],      { a: { b: 'new' } }],
  ['within a list',              '{a: [{}, {}]}', ['a', 1, 'b'],  { a: [{}, { b: 'new' }] }],
  ['not beyond the list',        '{a: [{}]}',    ['a', 1, 'b'],   { a: [{}] }],
  ['not below a text',           '{a: text}',    ['a', 'b', 'c'], { a: 'text' }],
])('a node is put %s', (_where, root, path, expected) => {
  expect(valueOf(withNode(yaml(root), path, yaml('new')))).toEqual(expected);
});

// prettier-ignore
test.each([
  ['mappings are merged all the way down', '{a: {b: 1, c: 2}}', '{a: {c: 3}}', { a: { b: '1', c: '3' } }],
  ['lists are replaced',                   '{a: [1, 2]}',       '{a: [3]}',    { a: ['3'] }],
  ['texts are replaced',                   '{a: 1}',            '{a: {b: 2}}', { a: { b: '2' } }],
])('of two trees %s', (_what, under, over, expected) => {
  expect(valueOf(overlay(yaml(under), yaml(over)))).toEqual(expected);
});
