import { describe, expect, test } from '@jest/globals';
import { sameVerdict } from '../../src/envoy/verdict.js';
import { recordedLines } from '../recorded-answers.js';
import {
  isCovered,
  movedCalls,
  reasons,
  reviewed,
  upgradesOf,
  whySilent,
  type RecordedUpgrade,
} from '../recorded-upgrades.js';

/** Two releases whose verdicts were recorded: meshes that both were asked about, calls that end elsewhere, and those of them that a review asks. */
const releases: readonly [from: string, to: string, meshes: number, moved: number, asked: number][] = [
  ['1.11.0', '1.24.6', 381, 102, 69],
  ['1.24.6', '1.30.3', 382, 6, 2],
  ['1.30.3', '1.24.6', 382, 6, 2],
];

describe.each(releases)('from %s to %s', (from, to, meshes, moved, asked) => {
  const upgrades = upgradesOf(from, to, release => recordedLines('rules', release));
  const silent: string[] = [];

  test('what istiod answers otherwise is found, and nothing else', () => {
    expect(upgrades.flatMap(complaints)).toEqual([]);
    expect([upgrades.length, upgrades.flatMap(movedCalls).length]).toEqual([meshes, moved]);
  });

  test('what is not found is what a review does not ask', () => {
    const known: readonly string[] = Object.values(reasons);
    expect(silent.filter(reason => !known.includes(reason))).toEqual([]);
    expect(moved - silent.length).toBe(asked);
  });

  function complaints(upgrade: RecordedUpgrade): readonly string[] {
    const review = reviewed(upgrade);
    const found = [...review.inspection.findings, ...review.inspection.improvements];
    const missed = movedCalls(upgrade).filter(call => {
      if (isCovered(review, call)) return false;
      const reason = whySilent(review, call);
      if (reason !== null) silent.push(reason);
      return reason === null;
    });
    return [
      ...missed.map(call => `${upgrade.id} is silent on ${JSON.stringify(call)}`),
      ...found
        .filter(({ behaviours }) => behaviours === undefined)
        .map(({ title }) => `${upgrade.id} names no behaviour: ${title}`),
      ...found
        .filter(({ witness }) => witness !== null && sameVerdict(witness.before, witness.after))
        .map(({ title }) => `${upgrade.id} shows a call that did not change: ${title}`),
    ];
  }
});
