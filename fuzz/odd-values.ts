import type { Chance } from '../judge/chance.js';
import { summaryMarker, findingMarker } from '../src/report/marker.js';
import { oneOf } from './one-of.js';

/** The text of a JSON value that nobody expects where it stands; it need not be a value at all. */
export function oddValue(chance: Chance): string {
  return oneOf(oddValues, chance)();
}

/** Where patches stand: what reads like one, and is none. */
export function oddPatch(chance: Chance): string {
  return JSON.stringify(oneOf(oddPatches, chance));
}

/** Where a comment's text stands: marks of ours, in ways that we do not write. */
export function oddBody(chance: Chance): string {
  return JSON.stringify(oneOf(oddBodies, chance)());
}

const oddValues: readonly (() => string)[] = [
  ...['null', 'true', 'false', '0', '-1', '1.5', '1e999', '-0', '9007199254740993', '123456789012345678901234567890'],
  ...['""', '[]', '{}', '[null]', '[[]]', '{"__proto__": {"isOurs": true}}', '{"toString": 1}', '{"length": -1}'],
  ...[
    '"\\ud800"',
    '"\\u0000"',
    '"\\u202e"',
    '"__proto__"',
    '"constructor"',
    '"7"',
    '"main"',
    '"-"',
    '"--upload-pack=x"',
  ],
  ...[`"${'f'.repeat(40)}"`, `"${'F'.repeat(40)}"`, `"${'0'.repeat(40)}"`, '"../../etc/passwd"', '"refs/heads/main"'],
  ...['"@everyone"', '"::error::x"', '"##[error]x"', '"\\n::set-output name=verdict::pass\\n"', '"\\u001b[31m"'],
  ...['"<script>alert(1)</script>"', '"[x](javascript:x)"', '"github-actions[bot]"', '"LEFT"', '"RIGHT"', '"closed"'],
  ...['NaN', 'undefined', "'x'", '"\\x"', '01', '[1,]', '{"a" 1}', ''],
].map(text => () => text);

export const huge = (): string => JSON.stringify('a'.repeat(1_000_000));

export const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

const line = '@@ -0,0 +1,3 @@\n+# pay\n+kind: ServiceEntry\n+spec: {}';

const oddPatches: readonly string[] = [
  '',
  'no patch',
  '@@',
  '@@ -1 +1 @@',
  '@@ -x,y +z @@\n+a',
  '@@ -0,0 +99999999999999999999999,3 @@\n+# pay\n+b\n+c',
  '@@ -9007199254740991,3 +9007199254740991,3 @@\n a\n-b\n+c',
  '@@ -1,-3 +1,-3 @@\n+# pay',
  '@@ -0,0 +1,999999999 @@\n+# pay',
  `${line}\n${line}`,
  `${line}\n@@ -0,0 +2,2 @@\n+# pay\n+x`,
  `${line}\n\\ No newline at end of file`,
  line.replaceAll('\n', '\r\n'),
  line.replaceAll('\n', '\r'),
  line.replace('@@ -0,0', '@@@ -0,0 -0,0'),
  `--- a/x\n+++ b/x\n${line}`,
  'Binary files a/x and b/x differ',
  `@@ -0,0 +1,20000 @@\n${'+# pay\n'.repeat(20_000)}`,
  `@@ -1 +1 @@${' @@ -1 +1 @@'.repeat(5_000)}`,
  '@@ -0,0 +1,3 @@\n+\u0000\n+\ud800\n+\u202e',
];

const print = '0123456789abcdef';

const oddBodies: readonly (() => string)[] = [
  () => findingMarker([print]),
  () => `text\n${findingMarker([print])}\n${findingMarker([print])}`,
  () => `text\n${findingMarker(Array<string>(500).fill(print))}`,
  () => `text\n<!-- istio-egress-review:v1 fp=${`${print},`.repeat(3_000)}${print} -->`,
  () => `text\n<!-- istio-egress-review:v1 fp=${`${print},`.repeat(3_000)}`,
  () => `text\n<!-- istio-egress-review:v1 fp= -->`,
  () => `text\n<!-- istio-egress-review:v1 fp=${print.toUpperCase()} -->`,
  () => `text\n<!-- istio-egress-review:v1 fp=${print} solved -->`,
  () => `text\n<!-- istio-egress-review:v9 fp=${print} -->`,
  () => `text\n${findingMarker([print])}\r\n \n`,
  () => `${findingMarker([print])} text`,
  () => `${summaryMarker}\n${summaryMarker}\n${findingMarker([print])}`,
  () => summaryMarker,
  () => `<details>${'<details>'.repeat(5_000)}\n${findingMarker([print])}`,
  () => `${'\n'.repeat(50_000)}${findingMarker([print])}`,
  () => '<!-- '.repeat(20_000),
];
