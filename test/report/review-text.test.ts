import { expect, test } from '@jest/globals';
import type { Severity } from '../../src/findings/finding.js';
import { reviewText } from '../../src/report/review-text.js';
import { storyOf, type Story } from '../../src/report/story.js';
import { trafficCaptured } from './example-reviews.js';

function told(severity: Severity, amount = 1): Story {
  const alike = Array.from({ length: amount - 1 }, () => ({ ...trafficCaptured, severity }));
  return storyOf([{ ...trafficCaptured, severity }, ...alike]);
}

// prettier-ignore
test.each<[what: string, stories: Story[], counts: string]>([
  ['one finding',                      [told('error')],                                   '1 error'],
  ['findings of several severities',   [told('error'), told('warning'), told('notice')],  '1 error, 1 warning and 1 notice'],
  ['several findings of one story',    [told('warning', 3)],                              '3 warnings'],
])('a review of %s says how many of which severity, and of which commit', (_what, stories, counts) => {
  expect(reviewText(stories, '0123456789'.repeat(4))).toBe(
    `Egress review of 0123456, new on these lines: ${counts}. The summary comment has the rest.`,
  );
});
