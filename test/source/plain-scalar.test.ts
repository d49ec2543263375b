import { expect, test } from '@jest/globals';
import type { ScalarNode } from '../../src/source/node.js';
import { booleanOf, numberOf, typeOfPlain } from '../../src/source/plain-scalar.js';

type Row = readonly [text: string, type: ScalarNode['type'], value: unknown];

// What sigs.k8s.io/yaml 1.6 makes of each.
const rows: readonly Row[] = [
  ['', 'null', null],
  ['~', 'null', null],
  ['null', 'null', null],
  ['NULL', 'null', null],
  ['nULL', 'string', null],
  ['y', 'boolean', true],
  ['Yes', 'boolean', true],
  ['on', 'boolean', true],
  ['TRUE', 'boolean', true],
  ['n', 'boolean', false],
  ['off', 'boolean', false],
  ['No', 'boolean', false],
  ['tRue', 'string', null],
  ['yess', 'string', null],
  ['0', 'integer', 0],
  ['443', 'integer', 443],
  ['-1', 'integer', -1],
  ['+1', 'integer', 1],
  ['1_000', 'integer', 1000],
  ['0777', 'integer', 511],
  ['-010', 'integer', -8],
  ['0o17', 'integer', 15],
  ['0x1F', 'integer', 31],
  ['0b101', 'integer', 5],
  ['08', 'float', 8],
  ['1.5', 'float', 1.5],
  ['443.0', 'float', 443],
  ['.5', 'float', 0.5],
  ['1.', 'float', 1],
  ['1e3', 'float', 1000],
  ['-1.5e-3', 'float', -0.0015],
  ['.inf', 'float', Infinity],
  ['-.Inf', 'float', -Infinity],
  ['.nan', 'float', NaN],
  ['1e999', 'string', null],
  ['.', 'string', null],
  ['-', 'string', null],
  ['./*', 'string', null],
  ['0x', 'string', null],
  ['_1', 'string', null],
  ['1.2.3.4', 'string', null],
  ['10.0.0.0/8', 'string', null],
  ['1:30', 'string', null],
  ['2001-01-01', 'string', null],
  ['2001:db8::1', 'string', null],
  ['::', 'string', null],
  ['~/x', 'string', null],
  ['5s', 'string', null],
  ['日本', 'string', null],
];

test.each(rows)("'%s' is a %s", (text, type, value) => {
  expect(typeOfPlain(text)).toBe(type);
  const node: ScalarNode = { kind: 'scalar', text, type, start: 0, end: text.length };
  expect(numberOf(node) ?? booleanOf(node)).toEqual(value);
});

test('a string is no number, whatever it says', () => {
  const node: ScalarNode = { kind: 'scalar', text: '443', type: 'string', start: 0, end: 5 };
  expect([numberOf(node), booleanOf(node)]).toEqual([null, null]);
});
