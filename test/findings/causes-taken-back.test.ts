import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Question } from '../../src/diff/calls.js';
import { compare, type Comparison } from '../../src/diff/comparison.js';
import { outsideGroup } from '../../src/diff/groups.js';
import { groupKey } from '../../src/diff/simulation.js';
import { apparent, sameVerdict } from '../../src/envoy/verdict.js';
import { isAddition } from '../../src/findings/addition.js';
import { rules } from '../../src/findings/catalogue.js';
import type { Cause, Improvement } from '../../src/findings/finding.js';
import { inspect, type Inspection } from '../../src/findings/inspect.js';
import { beyondOf, decodeSides, nothingGiven, type Request } from '../../src/review.js';
import { readSides } from '../../src/source/side.js';
import { casesBelow, requestFor } from '../case.js';
import { randomChanges } from '../random-changes.js';
import { recordedLines } from '../recorded-answers.js';
import { sidesOf } from '../reviews.js';
import { takenBack } from '../taken-back.js';

interface Reviewed {
  readonly comparison: Comparison;
  readonly inspection: Inspection;
}

function reviewed(request: Request): Reviewed {
  const { base, head } = decodeSides(request);
  const comparison = compare(base, head, beyondOf(request));
  return { comparison, inspection: inspect(comparison) };
}

/** Whether a review still has what this one found: its call ends elsewhere than at base, or its state holds. */
function holdsStill({ comparison, inspection }: Reviewed, found: Improvement, question: Question | null): boolean {
  if (found.witness !== null && question !== null) {
    const { group } = found.witness;
    const [before, after] = [comparison.base, comparison.head].map(side => apparent(side.ask(group, question)));
    return before === undefined || after === undefined || !sameVerdict(before, after);
  }
  const asked = new Set(comparison.classes.flatMap(({ groups }) => groups.map(groupKey)));
  // Without the Sidecar that selects them, pods are as others of their namespace.
  const known = found.groups.map(group => (asked.has(groupKey(group)) ? group : { ...group, labels: {} }));
  const groups = new Set(known.map(groupKey));
  // A namespace of which the repository holds nothing is as those outside.
  const isOutside = found.reachesOutside || known.some(group => !asked.has(groupKey(group)));
  return [...inspection.findings, ...inspection.improvements].some(
    other =>
      other.rule === found.rule &&
      placeOf(other) === placeOf(found) &&
      (!isAddition(found) || other.subject.hosts?.some(host => found.subject.hosts?.includes(host)) === true) &&
      (other.groups.some(group => groups.has(groupKey(group))) || (isOutside && other.reachesOutside)),
  );
}

/** What a state is about, but for the hosts that several changes add up to. */
function placeOf({ subject: { port, listener, cluster, resources, entry } }: Improvement): string {
  return JSON.stringify([port, listener, cluster, resources, entry]);
}

/** Whether what the rule sees is gone where the state is, wherever a call of it ends then. */
function isAboutStates(id: Improvement['rule']): boolean {
  return rules.every(rule => rule.id !== id || rule.claim === undefined);
}

/** The question behind a witness; null where a state was found. */
function questionOf({ changedCalls }: Comparison, found: Improvement): Question | null {
  const { rule, witness } = found;
  // That a host is configured is a state: what else takes its calls once it is not, is another's.
  if (witness === null || isAboutStates(rule) || isAddition(found)) return null;
  const { group, call } = witness;
  const asked = changedCalls.find(
    ({ groupClass, question }) =>
      (groupClass.asked === outsideGroup ? [outsideGroup] : groupClass.groups).some(
        member => groupKey(member) === groupKey(group),
      ) &&
      [question.kind, question.port, question.host, question.speaksFirst].join() ===
        [call.kind, call.port, call.host, call.speaksFirst].join(),
  );
  return asked?.question ?? null;
}

function title({ rule, title: text, causes, proof }: Improvement): string {
  return `${rule}: ${text} (${proof} of ${causes.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`).join()})`;
}

/** What a review says of its causes and taking them back, for real, does not show; sentences. */
function disproved(request: Request): readonly string[] {
  const { comparison, inspection } = reviewed(request);
  const without = new Map<string, Reviewed>();
  const reviewWithout = (causes: readonly Cause[]) => {
    const key = JSON.stringify(causes.map(({ kind, namespace, name }) => [kind, namespace, name]));
    const known = without.get(key) ?? reviewed(takenBack(request, causes));
    without.set(key, known);
    return known;
  };
  return [...inspection.findings, ...inspection.improvements].flatMap(found => {
    const { causes, proof } = found;
    const question = questionOf(comparison, found);
    const stays = (taken: readonly Cause[]) => holdsStill(reviewWithout(taken), found, question);
    switch (proof) {
      case 'each':
        return causes
          .filter(cause => stays([cause]))
          .map(({ name }) => `without ${name} there is still ${title(found)}`);
      case 'together':
        return [
          ...(stays(causes) ? [`without all there is still ${title(found)}`] : []),
          ...causes
            .filter(spared => !stays(causes.filter(cause => cause !== spared)))
            .map(({ name }) => `${name} need not be taken back to end ${title(found)}`),
        ];
      case 'none':
        return [`not proven: ${title(found)}`];
    }
  });
}

describe.each(['cases', 'cases-own'])('in %s', root => {
  test.each(casesBelow(`test/fixtures/${root}`))('the causes of %s, taken back, undo what it finds', name => {
    expect(disproved(requestFor(`test/fixtures/${root}/${name}`))).toEqual([]);
  });
});

test.each(['head', 'upgrade', 'fix'])('the causes of the example’s %s, taken back, undo what it finds', head => {
  const sides = readSides('base', head, { cwd: 'examples/outage', paths: [] });
  expect(disproved({ ...sides, given: nothingGiven })).toEqual([]);
});

interface RecordedSide {
  readonly id: string;
  readonly manifests: string;
}

/** Pairs of recorded meshes whose sides differ in several resources. */
function recordedPairs(theme: string): readonly { readonly base: string; readonly head: string }[] {
  const sides = recordedLines(theme).map(line => JSON.parse(line) as RecordedSide);
  const byId = new Map(sides.map(side => [side.id, side.manifests]));
  return sides.flatMap(({ id, manifests }) => {
    const head = byId.get(id.replace(/\/base$/, '/head'));
    return head === undefined || !id.endsWith('/base') ? [] : [{ base: manifests, head }];
  });
}

test.each(['pairs-basic', 'pairs-mixed'])('the causes of recorded %s, taken back, undo what is found', theme => {
  const pairs = recordedPairs(theme);
  expect(pairs.length).toBeGreaterThan(50);
  const wrong = pairs.flatMap(({ base, head }) =>
    disproved({ ...sidesOf({ 'mesh.yaml': base }, { 'mesh.yaml': head }), given: nothingGiven }),
  );
  expect(wrong).toEqual([]);
});

test('the causes of random changes, taken back, undo what is found', () => {
  fc.assert(
    fc.property(randomChanges('sidecar', 'conflict', 'mixed', 'rules'), ({ base, head }) => {
      expect(disproved({ ...sidesOf(base, head), given: nothingGiven })).toEqual([]);
    }),
    { numRuns: 60, seed: 4 },
  );
});
