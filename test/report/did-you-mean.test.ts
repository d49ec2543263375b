import { expect, test } from '@jest/globals';
import { suggestion } from '../../src/report/did-you-mean.js';

const commands = ['review', 'listeners', 'trace', 'rules', 'explain'];

// prettier-ignore
const rows: readonly [what: string, typed: string, said: string][] = [
  ['two letters swapped',        'reveiw',    "did you mean 'review'?"],
  ['a letter too few',           'listner',   "did you mean 'listeners'?"],
  ['a letter too many',          'rrules',    "did you mean 'rules'?"],
  ['another letter',             'trase',     "did you mean 'trace'?"],
  ['capitals',                   'Explain',   "did you mean 'explain'?"],
  ['the nearest of several',     'rule',      "did you mean 'rules'?"],
  ['something else altogether',  'deploy',    'expected one of review, listeners, trace, rules, explain'],
  ['nothing',                    '',          'expected one of review, listeners, trace, rules, explain'],
];

test.each(rows)('%s', (_what, typed, said) => {
  expect(suggestion(typed, commands)).toBe(said);
});

test('with one known word, or none', () => {
  expect(suggestion('deploy', ['review'])).toBe('expected review');
  expect(suggestion('deploy', [])).toBe('expected none');
});
