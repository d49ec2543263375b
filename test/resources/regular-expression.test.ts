import { expect, test } from '@jest/globals';
import { faultOfRegularExpression } from '../../src/resources/regular-expression.js';

test.each([
  '',
  'a|b|',
  '(a|b)*c+?d??',
  '(?i)(?:a)(?P<name>b)(?<other>c)(?s-m:d)(?U)',
  '^\\Aa\\b\\B\\z$',
  '[]a]',
  '[^]a]',
  '[a-]',
  '[-a]',
  '[\\d-z]',
  '[a-\\x7f\\n]',
  '[[:alpha:][:^digit:]]',
  '[[:alpha]',
  '\\p{Greek}\\pL\\P{^Lu}\\p{uppercase letter}\\p{L_C}',
  '\\x41\\x{10FFFF}\\0\\07\\12\\123',
  '\\Q*+?(\\E+',
  '\\-\\_\\.',
  'a{2}b{2,}c{2,3}?d{0}',
  'a{,2}',
  '{',
  'a{01}',
  '(a{1000}){1}',
  '((a{1000}){0}){1000}',
  'a*(?i)*',
  '^*',
  '(((a)))',
])('%j is sound', pattern => {
  expect(faultOfRegularExpression(pattern)).toBeNull();
});

// prettier-ignore
test.each([
  ['(a', 'a ")" for every "("'],
  ['a)', 'a "(" for every ")"'],
  ['[a', 'a "]" for the "["'],
  ['[', 'a "]" for the "["'],
  ['[z-a]', 'ranges in ascending order between "[" and "]"'],
  ['[a-\\d]', 'an escape that RE2 knows, not "\\\\d"'],
  ['[[:foo:]]', 'a class that RE2 knows, not "[:foo:]"'],
  ['*a', 'something that "*" can repeat'],
  ['(*)', 'something that "*" can repeat'],
  ['a|+', 'something that "+" can repeat'],
  ['a**', 'something that "*" can repeat'],
  ['a{2}{3}', 'something that "{3}" can repeat'],
  ['\\Q\\E*', 'something that "*" can repeat'],
  ['a{1001}', 'at most 1000 repetitions, not "{1001}"'],
  ['a{3,2}', 'at most 1000 repetitions, not "{3,2}"'],
  ['(a{40}b{2}){30}', 'at most 1000 repetitions, not "{30}"'],
  ['(?=a)', 'a group that RE2 knows after "(?"'],
  ['(?P<a b>c)', 'a group that RE2 knows after "(?"'],
  ['(?i-)', 'a group that RE2 knows after "(?"'],
  ['\\', 'an escape that RE2 knows, not "\\\\"'],
  ['\\1', 'an escape that RE2 knows, not "\\\\1"'],
  ['\\C', 'an escape that RE2 knows, not "\\\\C"'],
  ['\\x{110000}', 'an escape that RE2 knows, not "\\\\x"'],
  ['\\ä', 'an escape that RE2 knows, not "\\\\ä"'],
  ['\\p{Foo}', 'a class that RE2 knows, not "\\\\p{Foo}"'],
  ['\\p{Old_Italic}', 'a class that RE2 knows, not "\\\\p{Old_Italic}"'],
])('%j is refused', (pattern, fault) => {
  expect(faultOfRegularExpression(pattern)).toBe(fault);
});
