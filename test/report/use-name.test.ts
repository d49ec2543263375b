import { expect, test } from '@jest/globals';
import { findingMarker, markOf, summaryMarker, isSummary } from '../../src/report/marker.js';
import { named, unnamed } from '../../src/report/use-name.js';

const comment = `**Error**\n\n${findingMarker(['0'.repeat(16)])}`;
const sticky = `${summaryMarker}\n### Egress review: 1 error`;

test.each([
  ['a comment', comment],
  ['a comment that is solved', comment.replace(' -->', ' solved -->')],
  ['a comment below which a person wrote', `${comment}\n\nWe want that.`],
  ['a comment with a mark in a code block', `\`\`\`yaml\n${findingMarker(['1'.repeat(16)])}\n\`\`\`\n${comment}`],
  ['a comment that names its own use', `a <!-- istio-egress-review:v1 name=payments fp=\n${comment}`],
  ['a summary', sticky],
])('%s with a name is of that use, and of no other', (_what, body) => {
  const text = named(body, 'payments');
  expect(unnamed(text, 'payments')).toBe(body);
  expect(unnamed(text.replaceAll('\n', '\r\n'), 'payments')).toBe(body);
  expect(unnamed(text, 'pay')).toBeNull();
  expect([markOf(text), isSummary(text)]).toEqual([null, false]);
  expect(unnamed(body, 'payments')).toBeNull();
});

test('the name heads a summary', () => {
  expect(named(sticky, 'payments').split('\n')[1]).toBe('**payments**');
});

test('what only quotes a mark is of no use', () => {
  expect(
    unnamed(`> ${named(comment, 'payments').replaceAll('\n', '\n> ')}\nwhat does this mean?`, 'payments'),
  ).toBeNull();
});
