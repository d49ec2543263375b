import { expect, test } from '@jest/globals';
import { isDay, threeMonthsAfter } from '../../src/settings/calendar.js';

// prettier-ignore
const days: [text: string, isDay: boolean][] = [
  ['2027-01-31', true],  ['2027-02-28', true],  ['2027-02-29', false], ['2028-02-29', true], ['2100-02-29', false],
  ['2027-04-31', false], ['2027-13-01', false], ['2027-00-10', false], ['27-01-01', false],  ['2027-1-1', false],
];

test.each(days)('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

// prettier-ignore
const later: [day: string, then: string][] = [
  ['2026-11-22', '2027-02-22'], ['2026-11-30', '2027-02-28'], ['2026-09-01', '2026-12-01'], ['2026-10-31', '2027-01-28'],
];

test.each(later)('three months after %s is %s, which is a day', (day, then) => {
  expect([threeMonthsAfter(day), isDay(then)]).toEqual([then, true]);
});
