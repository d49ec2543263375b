import { expect, test } from '@jest/globals';
import { permalinks } from '../../../src/github/comments/permalinks.js';
import { isSameText } from '../../../src/github/comments/same-text.js';
import { placeMarkdown } from '../../../src/report/place.js';
import { waiverText } from '../../../src/settings/waiver-text.js';
import { finding } from './canned-review.js';

const linkAt = (commit: string, line = 7) =>
  placeMarkdown(
    { file: 'shop/pay.yaml', line, endLine: line, side: 'head' },
    { place: permalinks('https://github.com/shop/manifests', { base: '', head: commit }), rule: () => null },
  );

const cutBy = (run: number) => `_Cut here. There is [more](https://github.com/shop/manifests/actions/runs/${run})._`;

const waiverOn = (today: string) => {
  const waiver = waiverText(finding('pay', 'error'), today);
  expect(waiver).toContain('expires: ');
  return `Accept it:\n\n\`\`\`yaml\n${waiver}\n\`\`\`\n`;
};

test.each([
  ['the same', 'a text', 'a text', true],
  ['the same with line ends of GitHub', 'a\nb\n', 'a\r\nb', true],
  ['the same, but linked at another commit', linkAt('ab'.repeat(20)), linkAt('cd'.repeat(20)), true],
  ['the same, but linked at another commit by SHA-256', linkAt('ab'.repeat(32)), linkAt('cd'.repeat(32)), true],
  ['the same place, but on another line', linkAt('ab'.repeat(20)), linkAt('ab'.repeat(20), 8), false],
  ['other commits in words', `was ${'ab'.repeat(20)}`, `was ${'cd'.repeat(20)}`, false],
  ['the same, but cut by another run', cutBy(4711), cutBy(4712), true],
  ['the same, a day later', waiverOn('2026-11-22'), waiverOn('2026-11-23'), true],
  ['a date of another text', 'expires: 2026-11-22', 'expires: 2026-11-23', false],
  ['another text', 'a text', 'another', false],
])('two texts are compared: %s', (_what, one, other, isSame) => {
  expect(isSameText(one, other)).toBe(isSame);
});
