import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { belowSummary, isSummary, summaryEnd, summaryMarker } from '../../src/report/marker.js';
import { unreviewedSummary } from '../../src/report/unreviewed.js';
import { activeMarkdown } from './active-markdown.js';
import { hostileText } from './hostile.js';

const sticky = `${summaryMarker}\n### 🔴 Egress review: 1 error\n\nOpen a finding below.\n\n${summaryEnd}\n\nWe want that.`;
const commit = '0123456789'.repeat(4);

test('a summary says above its text which commit could not be reviewed, and why', () => {
  const text = unreviewedSummary(sticky, commit, 'no revision "topic"');
  expect(text.split('\n').slice(2, 5)).toEqual([
    '🔴 **Egress review: 0123456 could not be reviewed.** All below is of an earlier run. The reason: no revision `topic`',
    '',
    '### 🔴 Egress review: 1 error',
  ]);
  expect([isSummary(text), belowSummary(text)]).toEqual([true, '\n\nWe want that.']);
});

test('it says so once, of the last such commit', () => {
  const twice = unreviewedSummary(unreviewedSummary(sticky, commit, 'no network'), 'f'.repeat(40), 'no revision');
  expect(twice).toBe(unreviewedSummary(sticky, 'f'.repeat(40), 'no revision'));
  expect(unreviewedSummary(twice.replaceAll('\n', '\r\n'), 'f'.repeat(40), 'no revision')).toBe(twice);
});

test('whatever the reason, nothing of it is active, and the next notice takes its place', () => {
  fc.assert(
    fc.property(hostileText, reason => {
      const text = unreviewedSummary(sticky, 'the-tip', reason);
      expect(activeMarkdown(text.split('\n')[2] ?? '')).toEqual([]);
      expect(text.length - sticky.length).toBeLessThan(6_000);
      expect(unreviewedSummary(text, commit, 'no network')).toBe(unreviewedSummary(sticky, commit, 'no network'));
    }),
  );
});
