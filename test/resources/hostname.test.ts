import { expect, test } from '@jest/globals';
import { isSubsetOf, isWildcard } from '../../src/resources/hostname.js';

// prettier-ignore
const subsets: [host: string, pattern: string, isWithin: boolean][] = [
  ['api.example.com',   'api.example.com',   true],
  ['api.example.com',   'API.example.com',   false],
  ['api.example.com',   '*.example.com',     true],
  ['a.b.example.com',   '*.example.com',     true],
  ['example.com',       '*.example.com',     false],
  ['.example.com',      '*.example.com',     true],
  ['badexample.com',    '*example.com',      true],
  ['api.example.com',   '*',                 true],
  ['*.example.com',     '*',                 true],
  ['*',                 '*',                 true],
  ['*.example.com',     '*.example.com',     true],
  ['*.b.example.com',   '*.example.com',     true],
  ['*.example.com',     '*.b.example.com',   false],
  ['*.com',             '*.example.com',     false],
  ['*.example.com',     'api.example.com',   false],
  ['*',                 'api.example.com',   false],
];

test.each(subsets)('SC-9: %s lies within %s: %s', (host, pattern, isWithin) => {
  expect(isSubsetOf(host, pattern)).toBe(isWithin);
});

test.each([
  ['*', true],
  ['*.example.com', true],
  ['api.example.com', false],
  ['a.*.com', false],
])('%s is a wildcard: %s', (host, expected) => {
  expect(isWildcard(host)).toBe(expected);
});
