import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sameVerdict } from '../../src/envoy/verdict.js';
import type { Finding } from '../../src/findings/finding.js';
import type { Review } from '../../src/findings/review.js';
import { service } from '../manifests.js';
import { randomChanges, type RandomChange } from '../random-changes.js';
import { reviewOf, type Files } from '../reviews.js';

const changes = randomChanges('sidecar', 'conflict', 'mixed');

function printsOf({ findings, improvements }: Review): readonly string[] {
  return [...findings, ...improvements].map(({ rule, fingerprint }) => `${rule} ${fingerprint}`).sort();
}

/** One file a manifest, named by `pathOf`. */
function scattered(
  files: Files,
  pathOf: (at: number) => string,
  rework: (text: string) => string = text => text,
): Files {
  return Object.fromEntries(Object.values(files).map((text, at) => [pathOf(at), rework(text)]));
}

const plain = (at: number) => `mesh/${String(at).padStart(3, '0')}.yaml`;

// prettier-ignore
const reworks: [what: string, rework: (change: RandomChange) => { base: Files; head: Files }][] = [
  ['every file moves',         ({ base, head }) => ({ base: scattered(base, plain), head: scattered(head, at => `moved/${String(999 - at)}.yaml`) })],
  ['documents are reordered',  ({ base, head }) => ({ base: Object.values(base).toReversed(), head: Object.values(head).toReversed() })],
  ['comments are added',       ({ base, head }) => ({ base, head: Object.values(head).map(text => `# a comment\n\n${text}\n# another\n`) })],
  ['nothing is kept in place', ({ base, head }) => ({ base: [Object.values(base).join('\n---\n')], head: scattered(head, at => `x${999 - at}.yaml`, text => `# a comment\n${text}`) })],
];

test.each(reworks)('fingerprints stay the same when %s', (_what, rework) => {
  fc.assert(
    fc.property(changes, change => {
      const { base, head } = rework(change);
      expect(printsOf(reviewOf(base, head))).toEqual(printsOf(reviewOf(change.base, change.head)));
    }),
    { numRuns: 40, seed: 5 },
  );
});

test('a namespace more adds at most what reaches it', () => {
  const tool = service({ name: 'elsewhere/tool', ports: 'tcp/7777', clusterIP: '10.97.0.1', exportTo: '.' });
  fc.assert(
    fc.property(changes, ({ base, head }) => {
      const prints = printsOf(reviewOf([...Object.values(base), tool], [...Object.values(head), tool]));
      expect(printsOf(reviewOf(base, head)).filter(print => !prints.includes(print))).toEqual([]);
    }),
    { numRuns: 40, seed: 5 },
  );
});

test('a review of nothing finds nothing', () => {
  fc.assert(
    fc.property(changes, ({ head }) => {
      const { findings, improvements, changes: calls } = reviewOf(head, scattered(head, plain));
      expect([findings, improvements, calls]).toEqual([[], [], []]);
    }),
    { numRuns: 40, seed: 5 },
  );
});

test('the same review twice is the same text', () => {
  fc.assert(
    fc.property(changes, ({ base, head }) => {
      expect(JSON.stringify(reviewOf(base, head))).toBe(JSON.stringify(reviewOf(base, head)));
    }),
    { numRuns: 20, seed: 6 },
  );
});

/** Whether the way back has something to say on the port to some of those whom the finding reaches. */
function isAnswered(
  { findings, improvements }: Review,
  { groups, reachesOutside, subject, witness }: Finding,
): boolean {
  return [...findings, ...improvements].some(
    found =>
      [undefined, subject.port, witness?.call.port].includes(found.subject.port ?? found.witness?.call.port) &&
      ((reachesOutside && found.reachesOutside) ||
        found.groups.some(({ namespace }) => groups.some(group => group.namespace === namespace))),
  );
}

test('on the way back the shown calls end where they did, and an error is mended or another finding', () => {
  fc.assert(
    fc.property(randomChanges('sidecar', 'conflict'), ({ base, head }) => {
      const there = reviewOf(base, head);
      const back = reviewOf(head, base);
      for (const { before, after, group, call } of there.changes) {
        const returned = back.changes.find(
          change =>
            JSON.stringify(change.group) === JSON.stringify(group) &&
            [change.call.kind, change.call.port, change.call.host, change.call.speaksFirst].join() ===
              [call.kind, call.port, call.host, call.speaksFirst].join(),
        );
        if (returned === undefined) continue;
        expect([sameVerdict(returned.before, after), sameVerdict(returned.after, before)]).toEqual([true, true]);
      }
      const errors = there.findings.filter(({ severity, rule }) => severity === 'error' && !isOfDeletions(rule));
      expect(errors.filter(finding => !isAnswered(back, finding)).map(({ title }) => title)).toEqual([]);
    }),
    { numRuns: 60, seed: 5 },
  );
});

/** What a deletion takes away is new on the way back, and what is new is no improvement. */
function isOfDeletions(rule: Finding['rule']): boolean {
  return rule === 'egress-entry-lost';
}
