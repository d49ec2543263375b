import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Review } from '../src/findings/review.js';
import { nothingGiven, review } from '../src/review.js';
import { snapshotOf } from '../src/source/snapshot.js';
import { randomChanges, type RandomChange } from './random-changes.js';
import { reviewOf, sidesOf } from './reviews.js';

const file = 'cluster.yaml';
const changes = randomChanges('sidecar', 'conflict', 'mixed');

function reviewBeside(cluster: readonly string[], { base, head }: Pick<RandomChange, 'base' | 'head'>): Review {
  const snapshot = snapshotOf(cluster.map(text => ({ path: file, text })));
  return review({ ...sidesOf(base, head), given: nothingGiven, snapshot });
}

function printsOf(
  { findings, improvements }: Review,
  isMeant: (rule: string) => boolean = () => true,
): readonly string[] {
  return [...findings, ...improvements]
    .filter(({ rule }) => isMeant(rule))
    .map(({ rule, fingerprint, groups }) => `${rule} ${fingerprint} ${JSON.stringify(groups)}`)
    .sort();
}

/** What makes a snapshot be taken for all there is. */
function tellsOfAll(text: string): boolean {
  return /^kind: "?(Service|Namespace)"?$/m.test(text);
}

test('what stays as it is may stand in the repository or in the cluster alone', () => {
  fc.assert(
    fc.property(changes, ({ id, base, head }) => {
      const staying = base.filter((text, at) => at % 2 === 0 && head.includes(text) && !tellsOfAll(text));
      const rest = (side: readonly string[]) => side.filter(text => !staying.includes(text));
      const apart = reviewBeside(staying, { base: rest(base), head: rest(head) });
      expect([id, printsOf(apart)]).toEqual([id, printsOf(reviewOf(base, head))]);
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('a snapshot of base itself adds nothing but certainty', () => {
  // Who is older, and what is declared nowhere, is what only it can tell.
  const isToldByOthers = (rule: string) =>
    !['ambiguous-winner', 'missing-cluster', 'destination-changed', 'dangling-egress-host'].includes(rule);
  fc.assert(
    fc.property(changes, ({ id, base, head }) => {
      const cluster = base.filter(text => !/^kind: "?Namespace"?$/m.test(text));
      const known = printsOf(reviewBeside(cluster, { base, head }), isToldByOthers);
      expect([id, known]).toEqual([id, printsOf(reviewOf(base, head), isToldByOthers)]);
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('no finding stands in a snapshot, nor edits it', () => {
  fc.assert(
    fc.property(changes, fc.nat(2), ({ base, head }, skip) => {
      // The cluster has some of either side, so that the repository takes in what it has, and says it otherwise.
      const cluster = [...base, ...head].filter((_, at) => at % 3 !== skip);
      const { findings, improvements } = reviewBeside(cluster, { base: [], head });
      const files = [
        ...[...findings, ...improvements].flatMap(({ causes }) => causes.map(({ at }) => at.file)),
        ...findings.flatMap(({ suggestion }) => (suggestion === null ? [] : [suggestion.file])),
      ];
      expect(files).not.toContain(file);
    }),
    { numRuns: 40, seed: 7 },
  );
});
