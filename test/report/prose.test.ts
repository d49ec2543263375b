import { expect, test } from '@jest/globals';
import { clip, proseHtml, proseMarkdown, prosePlain } from '../../src/report/prose.js';

// prettier-ignore
const rows: readonly [what: string, text: string, markdown: string][] = [
  ['plain words',                     "The sidecar's port 443, e.g. for TLS (or not): fine.",  "The sidecar's port 443, e.g. for TLS (or not): fine."],
  ['hosts and addresses',             'Calls to www.baidu.com go to 10.0.0.1:443.',  'Calls to `www.baidu.com` go to `10.0.0.1:443`.'],
  ['a host with an apostrophe',       "traefik.cutom-name's port",                    "`traefik.cutom-name`'s port"],
  ['an egress host',                  'Hosts ./* and */a.b; nothing else',            'Hosts `./*` and `*/a.b`; nothing else'],
  ['what is quoted',                  'Found "TCP 443", not `tls 443`.',              'Found `TCP 443`, not `tls 443`.'],
  ['constants',                       'mode REGISTRY_ONLY',                           'mode `REGISTRY_ONLY`'],
  ['arrows and dashes',               'a → b – c',                                    'a → b – c'],
  ['per cent',                        '80% or 20 %',                                  '80% or 20 %'],
  ['line breaks',                     'one\n\n# two\n- three',                        'one `#` two `-` three'],
  ['a mention',                       'cc @octocat, (@shop/admins)',                  'cc `@octocat`, (`@shop/admins`)'],
  ['issues and commits',              'see #1, GH-2 and deadbeef',                    'see `#1`, `GH-2` and `deadbeef`'],
  ['what contains one',               'is-GH-2 MESH-42 a-deadbee 木deadbee until 2027-01-31', '`is-GH-2` `MESH-42` `a-deadbee` `木deadbee` until 2027-01-31'],
  ['a sentence like a list',          '1. one 2. two',                                '1\\. one 2. two'],
  ['a sentence like another list',    '12) one',                                      '12\\) one'],
  ['a sentence that begins so',       '2.5 times 3',                                  '2.5 times 3'],
  ['a bare address',                  'https: www. mail a@b.c',                       '`https`: `www`. mail `a@b.c`'],
  ['a link',                          '[a](https://b.c) ![d](e)',                     '`[a](https://b.c`) `![d](e`)'],
  ['HTML',                            'a <b>c</b> &lt;',                              'a `<b>c</b>` `&lt`;'],
  ['emphasis',                        'a **b** _c_ ~d~ $e$ :f:',                      'a `**b**` `_c_` `~d~` `$e$` `:f`:'],
];

test.each(rows)('%s', (_what, text, markdown) => {
  expect(proseMarkdown(text)).toBe(markdown);
});

test('two code spans never touch, since their backticks would run together', () => {
  expect(proseMarkdown('`a`)@b')).toBe('`a` `)@b`');
});

test('HTML shows the same words as code', () => {
  expect(proseHtml('Host a.b takes "<c>"')).toBe('Host <code>a.b</code> takes <code>&lt;c&gt;</code>');
});

test('plain text is one line', () => {
  expect(prosePlain(' a\n  b\u001b ')).toBe('a b\\u{1b}');
});

test('a cut leaves no half character', () => {
  expect([clip('abc', 3), clip('abcd', 3), clip('a🔴bc', 3)]).toEqual(['abc', 'ab…', 'a…']);
});
