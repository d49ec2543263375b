import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Review } from '../../src/findings/review.js';
import { casesBelow, reviewCase } from '../case.js';
import { randomChanges } from '../random-changes.js';
import { reviewOf } from '../reviews.js';

/** What is wrong with the words of a review's findings. */
function faultsIn({ findings, improvements }: Review): readonly string[] {
  const faults: string[] = [];
  for (const { title, message, fix } of findings) {
    if (!isTitle(title)) faults.push(`title: ${title}`);
    for (const text of [message, fix]) if (!isText(text)) faults.push(`text: ${text}`);
    if (message.includes(title)) faults.push(`said twice: ${title}`);
  }
  for (const { title } of improvements) if (!isTitle(title)) faults.push(`title: ${title}`);
  return faults;
}

/** One line that starts with a capital or a name, and has no final stop. */
function isTitle(text: string): boolean {
  return /^([A-Z]|[^\s]*[.:*/])/.test(text) && !/[.\s]$|\n|undefined|null|\s\s|,\s*$/.test(text);
}

function isText(text: string): boolean {
  return /^([A-Z])/.test(text) && /[.?]$/.test(text) && !/\n|undefined|null|\s\s|\.\./.test(text);
}

const folders = ['cases', 'cases-own'].flatMap(root =>
  casesBelow(`test/fixtures/${root}`).map(name => `test/fixtures/${root}/${name}`),
);

test.each(folders)('%s is told in sentences', folder => {
  expect(faultsIn(reviewCase(folder))).toEqual([]);
});

test('whatever changes is told in sentences', () => {
  fc.assert(
    fc.property(randomChanges('sidecar', 'conflict'), ({ base, head }) => {
      expect(faultsIn(reviewOf(base, head))).toEqual([]);
    }),
    { numRuns: 60, seed: 3 },
  );
});
