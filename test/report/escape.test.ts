import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cell,
  code,
  codeBlock,
  html,
  inert,
  isExactInCode,
  jsonText,
  linked,
  logText,
  visible,
} from '../../src/report/escape.js';

// prettier-ignore
const invisibles: readonly [what: string, text: string, shown: string][] = [
  ['plain text',                    'www.baidu.com:443',      'www.baidu.com:443'],
  ['letters of any language',       'Überweisung 木星 é',      'Überweisung 木星 é'],
  ['line breaks and tabs',          'a\nb\r\tc',              'a\\nb\\r\\tc'],
  ['a terminal escape',             '\u001b[2J',              '\\u{1b}[2J'],
  ['the one-byte form of it',       '\u009b2J',               '\\u{9b}2J'],
  ['text turned around',            '\u202ecod.exe',          '\\u{202e}cod.exe'],
  ['isolated directions',           '\u2066a\u2069',          '\\u{2066}a\\u{2069}'],
  ['zero-width characters',         'a\u200bb\ufeffc',        'a\\u{200b}b\\u{feff}c'],
  ['spaces that are none to YAML',  'a\u00a0b\u3000c',        'a\\u{a0}b\\u{3000}c'],
  ['separators of lines',           'a\u2028b',               'a\\u{2028}b'],
  ['letters that show as nothing',  'a\u3164b',               'a\\u{3164}b'],
  ['tags and variation selectors',  'a\u{e0041}\ufe0f',       'a\\u{e0041}\\u{fe0f}'],
  ['half a character',              'a\ud800b',               'a\\u{d800}b'],
];

test.each(invisibles)('%s can be seen', (_what, text, shown) => {
  expect(visible(text)).toBe(shown);
});

// prettier-ignore
const spans: readonly [what: string, text: string, markdown: string][] = [
  ['a name',                        'outbound|443||a.b',  '`outbound|443||a.b`'],
  ['a mention',                     '@octocat',           '`@octocat`'],
  ['backticks',                     'a``b',               '```a``b```'],
  ['backticks at an end',           '`a',                 '`` `a ``'],
  ['nothing',                       '  ',                 '` `'],
  ['a line break',                  'a\n\nb',             '`a\\n\\nb`'],
  ['more backticks than GitHub bears', '`'.repeat(99),    '`` `…` ``'],
];

test.each(spans)('%s as a code span', (_what, text, markdown) => {
  expect(code(text)).toBe(markdown);
});

describe('a code block', () => {
  test('has a longer fence than any line in it', () => {
    expect(codeBlock('suggestion', 'a: |\n  ```\n  ````')).toBe('`````suggestion\na: |\n  ```\n  ````\n`````');
  });

  test('is exact only where all of it can be seen', () => {
    expect([
      isExactInCode('a:\n  - b'),
      isExactInCode('a:\tb'),
      isExactInCode('a\u202eb'),
      isExactInCode('`'.repeat(20)),
    ]).toEqual([true, false, false, false]);
  });
});

test('a cell keeps to itself', () => {
  expect(cell('`a|b`\n`c`')).toBe('`a\\|b` `c`');
  expect(cell('`a\\|b\\\\|c||`')).toBe('`a\\\\u{7c}b\\\\\\u{7c}c\\|\\|`');
});

test('HTML shows text and nothing else', () => {
  expect(html('<img src="x" onerror=\'y\'>&amp;\n')).toBe(
    '&lt;img src=&quot;x&quot; onerror=&#39;y&#39;&gt;&amp;amp;\\n',
  );
});

// prettier-ignore
const links: readonly [what: string, address: string | null, markdown: string][] = [
  ['an address of the web',   'https://github.com/a/b/blob/c/d.yaml#L7',  '[x](https://github.com/a/b/blob/c/d.yaml#L7)'],
  ['no address',              null,                                       'x'],
  ['a script',                'javascript:alert(1)',                      'x'],
  ['no host',                 'https:///etc/passwd',                      'x'],
  ['what ends a link',        'https://a.b/c) [d](e)|<f>',                '[x](https://a.b/c%29%20%5Bd%5D%28e%29%7C%3Cf%3E)'],
  ['letters and controls',    'https://a.b/ü\u202e',                      '[x](https://a.b/%C3%BC%5Cu%7B202e%7D)'],
];

test.each(links)('a link to %s', (_what, address, markdown) => {
  expect(linked('x', address)).toBe(markdown);
});

test('no line of a log is a command to the runner', () => {
  expect(inert('::error::x\n  ::stop-commands::y\na::b ##[add-matcher]z')).toBe(
    '\\u{3a}:error::x\n  \\u{3a}:stop-commands::y\na::b #\\u{23}[add-matcher]z',
  );
});

test('an address is no command, and what stands behind an odd space is one', () => {
  expect(inert('::1 80\n:: 9080\n\u00a0::debug::x')).toBe('::1 80\n:: 9080\n\u00a0\\u{3a}:debug::x');
});

test('lines for a log stay lines, with nothing else that cannot be seen', () => {
  expect(logText('a\u001b[2J\n\u2028::error::b\n::warning::c')).toBe(
    'a\\u{1b}[2J\n\\u{2028}::error::b\n\\u{3a}:warning::c',
  );
});

test('JSON says what it was given, in characters that can be printed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const printed = jsonText({ text: `##[x]${text}` });
      expect(JSON.parse(printed)).toEqual({ text: `##[x]${text}` });
      expect(visible(printed.replaceAll('\n', ''))).toBe(printed.replaceAll('\n', ''));
      expect(printed).not.toContain('##[');
    }),
  );
});
