import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { permalinks } from '../../src/github/comments/permalinks.js';
import { rulePage } from '../../src/github/pages.js';
import { annotations } from '../../src/report/annotations.js';
import { isVisible } from '../../src/report/escape.js';
import { json } from '../../src/report/json.js';
import { commentBody } from '../../src/report/review-comments.js';
import { storiesOf } from '../../src/report/story.js';
import { summary } from '../../src/report/summary.js';
import { terminal } from '../../src/report/terminal.js';
import { activeMarkdown } from './active-markdown.js';
import { commandsIn } from './runner-commands.js';
import { hostileChange, reviewHostile } from './hostile-change.js';

const links = {
  place: permalinks('https://github.com/shop/mesh', { base: 'ba5e', head: '4ead' }),
  rule: rulePage('https://github.com/reviewer/action/blob/v1/docs'),
};

describe('whatever names a pull request chooses', () => {
  test('nothing is active in what is said of it on GitHub, and everything shows', () => {
    fc.assert(
      fc.property(hostileChange, change => {
        const review = reviewHostile(change);
        const stories = storiesOf(review.findings).slice(0, 4);
        for (const text of [
          ...stories.map(story => commentBody(story, { on: 'cause', links })),
          summary(review, { inline: new Set(), links, max: 20_000, fullReport: 'The output names it.' }),
        ]) {
          expect(activeMarkdown(text)).toEqual([]);
          expect(isVisible(text)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('nothing commands a terminal or a runner that it is printed to', () => {
    fc.assert(
      fc.property(hostileChange, change => {
        const review = reviewHostile(change);
        for (const text of [
          terminal(review, { colour: false, width: 100 }),
          json(review, { name: 'istio-egress-review', version: '0' }),
        ]) {
          expect(commandsIn(text)).toEqual([]);
        }
        for (const { title, message } of annotations(review.findings)) expect(isVisible(title + message)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test('such changes are reviewed and not just refused', () => {
  const reviews = fc.sample(hostileChange, { numRuns: 60, seed: 6 }).map(reviewHostile);
  const speaking = reviews.filter(({ findings, waived }) => findings.length + waived.length > 0);
  const rules = new Set(reviews.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  expect(speaking.length).toBeGreaterThan(30);
  expect(rules.size).toBeGreaterThan(8);
});
