import { expect, test } from '@jest/globals';
import { readManifests } from '../../src/source/manifests.js';
import { MAX_ALL_VALUES, newManifestCache } from '../../src/source/parsed-content.js';
import { InputError } from '../../src/source/problem.js';

const head = 'apiVersion: v1\nkind: ConfigMap\n';
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('');
const named = (index: number) => `k${index}`;

type Row = readonly [what: string, text: string, problem: RegExp | null];

/** Large enough that whatever reads one in quadratic time does not end here. */
const rows: readonly Row[] = [
  [
    'a billion laughs',
    `${head}a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${times(9, n => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(10)}]\n`)}`,
    /aliases repeat more than 100000 values: write some out$/,
  ],
  [
    'an alias of much, often',
    `${head}a: &a [${'x,'.repeat(90_000)}]\nb: [${'*a,'.repeat(62_500)}]\n`,
    /aliases repeat/,
  ],
  [
    'merge keys of merge keys',
    `${head}a0: &a0 {${times(3_000, n => `${named(n)}: v,`)}}\n${times(3_000, n => `a${n + 1}: &a${n + 1} {<<: *a${n}}\n`)}`,
    /aliases repeat/,
  ],
  ['an anchor within itself', `${head}a: &a {b: *a}\n`, /'\*a' stands inside the value that it repeats$/],
  ['one anchor given again and again', `${head}a:\n${times(100_000, n => `  ${named(n)}: &a v\n`)}`, null],
  ['brackets that never close', `${head}a: ${'['.repeat(250_000)}`, /nested deeper than 100 levels/],
  ['braces within braces', `${head}a: ${'{a: '.repeat(125_000)}`, /nested deeper than 100 levels/],
  ['dashes within dashes', `${head}a:\n${'- '.repeat(250_000)}x\n`, /nested deeper than 100 levels/],
  [
    'blocks within blocks',
    `${head}a:\n${times(3_000, n => `${' '.repeat(n + 1)}a:\n`)}`,
    /nested deeper than 100 levels/,
  ],
  ['many documents and nothing else', '--- a\n'.repeat(100_000), null],
  [
    'many documents of which the last is broken',
    `${'---\na: b\n'.repeat(62_500)}---\n${head}a: [\n`,
    /is opened here and not closed/,
  ],
  ['documents that are all broken', `---\n${head}a: [\n`.repeat(100_000), /is opened here and not closed/],
  [
    'many broken documents of many keys',
    `---\n${head}${times(15_000, n => ` ${named(n)}: b\n`)} x\n`.repeat(20),
    /indented by 1 space/,
  ],
  ['many equal keys', `${head}a:\n${'  k:\n'.repeat(125_000)}`, /key 'k' is given twice/],
  ['many items', `${head}a:\n${'- \n'.repeat(200_000)}`, null],
  ['a line of 5 MB', `${head}a: {b: ${'x'.repeat(5_000_000)}}\n`, null],
  ['a broken line of 5 MB', `${head}a: b: ${'x: '.repeat(200_000)}\n`, /./],
  ['a dash and then blanks', `${head}a:\n  - ${' '.repeat(190_000)}\n c: d: e\n`, /./],
  ['tabs between items', `${head}a: [${'a,\t'.repeat(125_000)}]\n`, null],
  ['tabs in items of many lines', `${head}a:\n${'- [a,\n\tb]\n'.repeat(50_000)}`, null],
  ['tabs after dashes', `${head}a:\n${'- a\n-\tb\n'.repeat(62_500)}`, /a tab stands where YAML allows only spaces/],
  ['line breaks in quotes', `${head}a: "${'\n'.repeat(625_000)}"\n`, null],
  ['the character NUL', `${head}a: b\0c\n`, /the control character U\+0000 cannot stand in YAML/],
  ['lines that end with a carriage return alone', `${head}a: b\n`.replaceAll('\n', '\r'), null],
  ['line ends that only Unicode knows', head.replaceAll('\n', '\u2028'), /./],
  [
    'tags of languages that would run them',
    `${head}a: !!js/function 'x'\nb: !!python/object/apply:os.system [id]\n`,
    null,
  ],
  ['a number of 4 MB', `${head}a: ${'9'.repeat(500_000)}\n`, null],
  ['directives', `${'%TAG !a! tag:x,2000:\n'.repeat(100_000)}---\n${head}`, /./],
  ['Lists of Lists', `${'{apiVersion: v1, kind: List, items: ['.repeat(45)}${']}'.repeat(45)}\n`, null],
  ['template actions that never close', `${head}a: ${'{{'.repeat(250_000)}`, /./],
  ['template actions', `${head}${'{{ a }}\n'.repeat(62_500)}`, null],
];

test.each(rows)('%s', (_what, text, problem) => {
  const { problems } = readManifests([{ path: 'a.yaml', content: 'a', text }]);
  if (problem === null) expect(problems).toEqual([]);
  else expect(problems[0]?.message).toMatch(problem);
  expect(problems.length).toBeLessThanOrEqual(100);
});

test('files that hold more values than can be kept end the reading', () => {
  const cache = { ...newManifestCache(), values: MAX_ALL_VALUES - 5 };
  const file = { path: 'a.yaml', content: 'a', text: `${head}a: [b, c, d]\n` };
  const message =
    "the files hold more than 5000000 YAML values, and no more are read: review a part of them by 'paths'";
  expect(() => readManifests([file], undefined, cache)).toThrow(
    new InputError([{ code: 'too-large', message, at: null }]),
  );
});
