import { expect, test } from '@jest/globals';
import { findingMarker, isSummary, markedFingerprints, marker } from '../../src/report/marker.js';
import { longestComment, summary } from '../../src/report/summary.js';
import { commentBody } from '../../src/report/review-comments.js';
import { storyOf } from '../../src/report/story.js';
import { listenerAdded, nothing, trafficCaptured } from './example-reviews.js';

const other = findingMarker(['ffffffffffffffff']);

// prettier-ignore
const rows: readonly [which: string, body: string, fingerprints: string[]][] = [
  ['of its last line',                  `a\n${findingMarker(['0123456789abcdef'])}`,           ['0123456789abcdef']],
  ['of each finding it tells',           `a\n${findingMarker(['0123456789abcdef', 'fedcba9876543210'])}`, ['0123456789abcdef', 'fedcba9876543210']],
  ['with what GitHub makes of it',      `a\r\n${findingMarker(['0123456789abcdef'])}\r\n`,     ['0123456789abcdef']],
  ['and not what a title smuggled in',  `\`${other}\`\n${findingMarker(['0123456789abcdef'])}`, ['0123456789abcdef']],
  ['of a comment that says solved',      `a\n${marker({ fingerprints: ['0123456789abcdef'], isSolved: true })}`, ['0123456789abcdef']],
  ['or none, if it is not alone there', `\`${other}\``,                                      []],
  ['or none',                           'a comment of a person',                             []],
];

test.each(rows)('a comment carries the fingerprint %s', (_which, body, fingerprints) => {
  expect(markedFingerprints(body)).toEqual(fingerprints);
});

test('our own comments are found again', () => {
  const comment = commentBody(storyOf([trafficCaptured, listenerAdded]), { on: 'cause', links: null });
  const sticky = summary(nothing, { inline: new Set(), links: null, max: longestComment, fullReport: '' });
  expect([markedFingerprints(comment), isSummary(sticky), isSummary(comment)]).toEqual([
    ['3f9c2a7be01d4c55', '8b02d9e4417fa360'],
    true,
    false,
  ]);
});
