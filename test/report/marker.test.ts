import { expect, test } from '@jest/globals';
import {
  aboveMark,
  belowMark,
  belowSummary,
  findingMarker,
  isSummary,
  markedFingerprints,
  marker,
  summaryEnd,
  summaryMarker,
} from '../../src/report/marker.js';
import { longestComment, summary } from '../../src/report/summary.js';
import { commentBody } from '../../src/report/review-comments.js';
import { storyOf } from '../../src/report/story.js';
import { listenerAdded, nothing, trafficCaptured } from './example-reviews.js';

const other = findingMarker(['ffffffffffffffff']);
const title = '🟡 **Warning: shop loses an entry**';

// prettier-ignore
const rows: readonly [which: string, body: string, fingerprints: string[]][] = [
  ['of its mark',                       `a\n${findingMarker(['0123456789abcdef'])}`,           ['0123456789abcdef']],
  ['of each finding it tells',           `a\n${findingMarker(['0123456789abcdef', 'fedcba9876543210'])}`, ['0123456789abcdef', 'fedcba9876543210']],
  ['with what GitHub makes of it',      `a\r\n${findingMarker(['0123456789abcdef'])}\r\n`,     ['0123456789abcdef']],
  ['and not what a title smuggled in',  `\`${other}\`\n${findingMarker(['0123456789abcdef'])}`, ['0123456789abcdef']],
  ['of a comment that says solved',      `a\n${marker({ fingerprints: ['0123456789abcdef'], isSolved: true })}`, ['0123456789abcdef']],
  ['of its mark, below which a person wrote', `${title}\n${findingMarker(['0123456789abcdef'])}\n\nWe want that.`, ['0123456789abcdef']],
  ['of its mark in a solved comment, below which a person wrote', `✅ **Solved in abc1234: shop**\n${other}\nGood.`, ['ffffffffffffffff']],
  ['or none, where it stands amid a text that does not begin as ours do', `Lint:\n\`\`\`\n${other}\n@mona\n\`\`\``, []],
  ['of its mark, behind which a person wrote', `${title}\n${findingMarker(['0123456789abcdef'])} We want that.`, ['0123456789abcdef']],
  ['and not what a code block above it holds', `\`\`\`yaml\n${other}\n\`\`\`\n${findingMarker(['0123456789abcdef'])}`, ['0123456789abcdef']],
  ['or none, if a person quotes it',    `> a\n> ${other}`,                                    []],
  ['or none, if its mark is of another use', `${other}\n${other.replace('fp=', 'name=pay fp=')}`, []],
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

// prettier-ignore
test.each<[who: string, below: string, kept: string]>([
  ['nobody',                              '',                          ''],
  ['nobody, but GitHub ends the line',    '\r\n',                      ''],
  ['a person in a paragraph of their own', '\r\n\r\nWe want that.\r\n', '\r\n\r\nWe want that.'],
  ['a person in the line of the mark',    ' We want that.',            ' We want that.'],
])('what %s wrote below our text stays apart from it', (_who, below, kept) => {
  const comment = `${title}\n\n${other}${below}`;
  const sticky = `${summaryMarker}\na\n\n${summaryEnd}${below}`;
  expect([aboveMark(comment), belowMark(comment), belowSummary(sticky)]).toEqual([title, kept, kept]);
});

test('a summary without an end is ours as a whole', () => {
  expect(belowSummary(`${summaryMarker}\na\n\nWe want that.`)).toBe('');
});
