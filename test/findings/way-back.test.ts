import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupKey } from '../../src/diff/simulation.js';
import type { Finding, GroupName, Improvement } from '../../src/findings/finding.js';
import type { RuleId } from '../../src/findings/rule-id.js';
import { review, type Request } from '../../src/review.js';
import type { Review } from '../../src/findings/review.js';
import { sameVerdict } from '../../src/envoy/verdict.js';
import { nothingGiven } from '../../src/review.js';
import { casesBelow, requestFor } from '../case.js';
import { randomChanges } from '../random-changes.js';
import { sidesOf } from '../reviews.js';

/** Whether a finding of the other direction is about the same port, of some of those whom this one reaches. */
function meets(found: Improvement, { groups, reachesOutside, subject }: Finding): boolean {
  const keys = new Set(groups.map(keyOf));
  const isOnPort = [found.subject.port, undefined].includes(subject.port) || found.subject.port === undefined;
  return isOnPort && ((reachesOutside && found.reachesOutside) || found.groups.some(group => keys.has(keyOf(group))));
}

/** A relabelled workload has other labels on the way back. */
function keyOf({ namespace, labels, workload }: GroupName): string {
  return groupKey(workload === undefined ? { namespace, labels } : { namespace, labels: {}, workload });
}

/** Why the way back may be no improvement of the rule: whether that is so of a finding, given the review of the way back. */
interface Reason {
  readonly because: string;
  holds(finding: Finding, back: Review): boolean;
}

const isToldOtherwise = (finding: Finding, { findings, improvements }: Review) =>
  [...findings, ...improvements].some(found => meets(found, finding));

const endsElsewhere: Reason = {
  because: 'calls end elsewhere on the way back too, which is a finding or belongs to a rule that goes before',
  holds: isToldOtherwise,
};

const opposite = (rule: RuleId): Reason => ({
  because: `the way back is ${rule}`,
  holds: (finding, { findings }) => findings.some(found => found.rule === rule && meets(found, finding)),
});

const isNoFault = (...severities: readonly Finding['severity'][]): Reason => ({
  because: 'it is no fault of which the end were better',
  holds: ({ severity }) => severities.includes(severity),
});

const reasons: Partial<Record<RuleId, Reason>> = {
  'host-taken-over': endsElsewhere,
  'destination-changed': endsElsewhere,
  'address-changed': endsElsewhere,
  'verdict-changed': endsElsewhere,
  'traffic-captured': endsElsewhere,
  'unknown-traffic-blocked': opposite('unknown-traffic-allowed'),
  'unknown-traffic-allowed': opposite('unknown-traffic-blocked'),
  'missing-cluster': {
    because: 'what is new is taken for the younger one, so that on the way back another entry may have the host',
    holds: isToldOtherwise,
  },
  'verdict-unknown': isNoFault('notice'),
  'server-first-stalled': isNoFault('warning', 'notice'),
  'wildcard-listener-added': isNoFault('notice'),
  'egress-entry-lost': {
    because: 'what was lost did not arrive before',
    holds: ({ witness }) => witness !== null && witness.before.kind !== 'delivered',
  },
};

/** Findings that the way back neither mends nor has a reason not to, and how many it mends. */
function wayBack(request: Request): { readonly unanswered: readonly string[]; readonly mended: number } {
  const there = review(request);
  const back = review({ ...request, base: request.head, head: request.base });
  const isMended = (finding: Finding) =>
    back.improvements.some(found => found.rule === finding.rule && meets(found, finding));
  const others = there.findings.filter(finding => !isMended(finding));
  return {
    unanswered: others
      .filter(finding => reasons[finding.rule]?.holds(finding, back) !== true)
      .map(({ rule, severity, title, groups }) => JSON.stringify({ rule, severity, title, groups })),
    mended: there.findings.length - others.length,
  };
}

/** A cluster stays as it is, and settings are those of base: a change under these has no way back of its own. */
function isInvertible({ snapshot, settings }: Request): boolean {
  return (snapshot?.files.length ?? 0) === 0 && settings === undefined;
}

test.each(['cases', 'cases-own'])('on the way back of %s every finding is mended, or the rule says why not', root => {
  const unanswered = casesBelow(`test/fixtures/${root}`).flatMap(name =>
    isInvertible(requestFor(`test/fixtures/${root}/${name}`))
      ? wayBack(requestFor(`test/fixtures/${root}/${name}`)).unanswered.map(title => `${name}: ${title}`)
      : [],
  );
  expect(unanswered).toEqual([]);
});

const changes = randomChanges('sidecar', 'conflict', 'mixed', 'rules');

test('on the way back of random changes every finding is mended, or the rule says why not', () => {
  let mended = 0;
  fc.assert(
    fc.property(changes, ({ base, head }) => {
      const answer = wayBack({ ...sidesOf(base, head), given: nothingGiven });
      expect(answer.unanswered).toEqual([]);
      mended += answer.mended;
    }),
    { numRuns: 80, seed: 3 },
  );
  expect(mended).toBeGreaterThan(100);
});

test('on the way back the shown calls end where they did', () => {
  fc.assert(
    fc.property(changes, ({ base, head }) => {
      const request = { ...sidesOf(base, head), given: nothingGiven };
      const there = review(request);
      const back = review({ ...request, base: request.head, head: request.base });
      const nameOf = ({ group, call }: Review['changes'][number]) =>
        [groupKey(group), call.kind, call.port, call.host, call.speaksFirst].join();
      const returned = new Map(back.changes.map(change => [nameOf(change), change]));
      for (const change of there.changes) {
        const other = returned.get(nameOf(change));
        if (other === undefined) continue;
        expect(sameVerdict(other.before, change.after) && sameVerdict(other.after, change.before)).toBe(true);
      }
    }),
    { numRuns: 40, seed: 5 },
  );
});
