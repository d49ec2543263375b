import { expect, test } from '@jest/globals';
import { readCases } from '../../fuzz/cases.js';
import { mutantOf } from '../../fuzz/mutant.js';
import { reviewMutant, type Outcome } from '../../fuzz/review-mutant.js';

const cases = readCases('.');

test('a mutant is the same again', () => {
  expect(mutantOf(cases, 1, 7)).toEqual(mutantOf(cases, 1, 7));
  expect(mutantOf(cases, 1, 7)).not.toEqual(mutantOf(cases, 2, 7));
});

test('three hundred mutated manifests are reviewed, or refused with a clean error', () => {
  const ends: Record<Outcome, number> = { reviewed: 0, problems: 0, refused: 0 };
  for (let number = 0; number < 300; number += 1) {
    const mutant = mutantOf(cases, 1, number);
    try {
      ends[reviewMutant(mutant)] += 1;
    } catch (error) {
      throw new Error(`mutant ${number} of seed 1 (${mutant.name})`, { cause: error });
    }
  }
  // None of these would tell that the mutations do nothing, or break everything.
  expect(ends.reviewed).toBeGreaterThan(50);
  expect(ends.problems).toBeGreaterThan(50);
});
