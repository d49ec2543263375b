import { expect, test } from '@jest/globals';
import { findingMarker, isSummary, markedFingerprint } from '../../src/report/marker.js';
import { longestComment, summary } from '../../src/report/summary.js';
import { commentBody } from '../../src/report/review-comments.js';
import { nothing, trafficCaptured } from './example-reviews.js';

const other = findingMarker('ffffffffffffffff');

// prettier-ignore
const rows: readonly [which: string, body: string, fingerprint: string | null][] = [
  ['of its last line',                  `a\n${findingMarker('0123456789abcdef')}`,           '0123456789abcdef'],
  ['with what GitHub makes of it',      `a\r\n${findingMarker('0123456789abcdef')}\r\n`,     '0123456789abcdef'],
  ['and not what a title smuggled in',  `\`${other}\`\n${findingMarker('0123456789abcdef')}`, '0123456789abcdef'],
  ['or none, if it is not alone there', `\`${other}\``,                                      null],
  ['or none',                           'a comment of a person',                             null],
];

test.each(rows)('a comment carries the fingerprint %s', (_which, body, fingerprint) => {
  expect(markedFingerprint(body)).toBe(fingerprint);
});

test('our own comments are found again', () => {
  const comment = commentBody(trafficCaptured, { on: 'cause', link: null });
  const sticky = summary(nothing, { inline: new Set(), link: null, max: longestComment, fullReport: '' });
  expect([markedFingerprint(comment), isSummary(sticky), isSummary(comment)]).toEqual([
    '3f9c2a7be01d4c55',
    true,
    false,
  ]);
});
