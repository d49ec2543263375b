import { expect, test } from '@jest/globals';
import { isMeant, isPattern } from '../../src/settings/wildcard.js';

// prettier-ignore
const meant: [pattern: string, name: string, isMeant: boolean][] = [
  ['shop',          'shop',            true],
  ['shop',          'Shop',            true],
  ['shop',          'shop-2',          false],
  ['sandbox-*',     'sandbox-anna',    true],
  ['sandbox-*',     'my-sandbox-anna', false],
  ['*.example.com', 'www.example.com', true],
  ['*.example.com', '*.example.com',   true],
  ['*.example.com', 'example.com',     false],
  ['*',             'anything',        true],
  ['a.c',           'abc',             false],
];

test.each(meant)('%s means %s: %s', (pattern, name, expected) => {
  expect(isMeant(pattern, name)).toBe(expected);
});

test.each(['a*b', '*a*', '**', '', 'a b'])('"%s" is no pattern', text => {
  expect(isPattern(text)).toBe(false);
});
