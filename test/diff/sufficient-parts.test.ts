import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { halvedPart, smallestPart, thinnedPart } from '../../src/diff/sufficient-parts.js';

/** Suffices who holds all of one of these sets, as causes do that bring a state about each by itself. */
const lawful = fc
  .integer({ min: 1, max: 9 })
  .chain(count =>
    fc.record({
      whole: fc.constant(Array.from({ length: count }, (_, at) => at)),
      sets: fc.array(fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    }),
  )
  .map(({ whole, sets }) => ({
    whole,
    sets,
    suffices: (part: readonly number[]) => sets.some(set => set.every(item => part.includes(item))),
  }));

test('halving and thinning leave a part that suffices, and nothing of it can be spared', () => {
  fc.assert(
    fc.property(lawful, fc.constantFrom(halvedPart, thinnedPart), ({ whole, suffices }, find) => {
      const part = find(whole, suffices);
      expect(suffices(part)).toBe(true);
      expect(part.filter(item => suffices(part.filter(other => other !== item)))).toEqual([]);
    }),
    { seed: 3 },
  );
});

test('the smallest part has the size of the smallest set', () => {
  fc.assert(
    fc.property(lawful, ({ whole, sets, suffices }) => {
      const part = smallestPart(whole, thinnedPart(whole, suffices), suffices, { from: 1, most: 1_000 });
      expect([suffices(part), part.length]).toEqual([true, Math.min(...sets.map(set => set.length))]);
    }),
    { seed: 3 },
  );
});

test('what is too much to try is not begun', () => {
  const whole = [...'abcdefgh'];
  const asked: string[] = [];
  const suffices = (part: readonly string[]) => {
    asked.push(part.join(''));
    return part.length >= 4;
  };
  expect(smallestPart(whole, [...'efgh'], suffices, { from: 2, most: 30 })).toEqual([...'efgh']);
  expect([asked.length, asked.at(-1)]).toEqual([28, 'gh']);
});

test('one of two hundred is found by few questions, wherever it stands', () => {
  const whole = Array.from({ length: 200 }, (_, at) => at);
  const questions = whole.map(culprit => {
    let count = 0;
    const found = halvedPart(whole, part => {
      count += 1;
      return part.includes(culprit);
    });
    expect(found).toEqual([culprit]);
    return count;
  });
  expect(Math.max(...questions)).toBeLessThanOrEqual(16);
});
