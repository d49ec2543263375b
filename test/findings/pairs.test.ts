import { describe, expect, test } from '@jest/globals';
import type { Comparison } from '../../src/diff/comparison.js';
import { sameVerdict } from '../../src/envoy/verdict.js';
import type { Witness } from '../../src/findings/finding.js';
import { inspect, type Inspection } from '../../src/findings/inspect.js';
import { silences } from '../../src/findings/silence.js';
import { asRecorded, classOf, isToldOf, speakingFor } from '../coverage.js';
import { comparisonOfPair, fatesIn, isChanged, recordedPairs, type RecordedFate } from '../recorded-pairs.js';

/** Why nothing is said of a recorded change: these are all the reasons. */
const waivers = {
  outside: 'workloads outside the repository are asked without labels, and a rule looks for those of this one',
  drawn: 'both sides split such calls by the same weights, and Envoy drew another destination each time',
  refused: silences.refused,
  speaks: 'an entry says that servers speak first on the port, and the review asks as the clients of such do',
} as const;

/** Foreign addresses are all alike to a mesh that names none of them. */
const foreign = '1.3.3.7';

/** What is missing from a review: null where the change is told. */
function whatIsMissing(comparison: Comparison, inspection: Inspection, fate: RecordedFate): string | null {
  const { proxy, call, before, after } = fate;
  const groupClass = classOf(comparison, proxy);
  if (groupClass === undefined) {
    const isKnown = comparison.classes.some(({ groups }) => groups.some(group => group.namespace === proxy.namespace));
    return !isKnown && Object.keys(proxy.labels).length > 0 ? waivers.outside : 'no class';
  }
  const changed = { call: { ...call, host: call.sni ?? call.host ?? null }, before, after };
  const speaking = speakingFor(comparison, groupClass, changed);
  if (speaking.some(change => isToldOf(inspection, change))) return null;
  if (speaking.some(change => inspection.accounts.get(change) === 'refused')) return waivers.refused;
  if (isDrawn(comparison, fate)) return waivers.drawn;
  const strangers = comparison.questions.strangers(call.port);
  const isServerFirst = strangers.some(({ kind, speaksFirst }) => kind === call.kind && speaksFirst === 'server');
  return isServerFirst ? waivers.speaks : 'no word';
}

/** Whether either side splits the call by the same weights, of which Envoy drew one or the other. */
function isDrawn({ base, head }: Comparison, { proxy, call, before, after }: RecordedFate): boolean {
  const question = { ...call, host: call.sni ?? call.host ?? null, speaksFirst: 'client' } as const;
  const [was, is] = [base, head].map(side => side.sidecar(proxy).answer(question));
  const drawn = [before, after].map(verdict => (verdict as { readonly cluster?: string }).cluster ?? '');
  return (
    was !== undefined &&
    is !== undefined &&
    sameVerdict(was, is) &&
    drawn.every(cluster => cluster in (is.weights ?? {}))
  );
}

/** Whether a witness makes the recorded call, at head's address; servers that speak first were not recorded. */
function isRecordedAs({ call }: Witness, { call: recorded }: RecordedFate, comparison: Comparison): boolean {
  const host = recorded.sni ?? recorded.host ?? null;
  const isForeign = comparison.head.isForeign(call.address);
  return (
    call.kind === recorded.kind &&
    call.port === recorded.port &&
    call.speaksFirst === 'client' &&
    (call.kind === 'tcp' ||
      call.host === host ||
      (call.host === comparison.questions.strangerHost && isStranger(host))) &&
    (isForeign ? recorded.address === foreign : recorded.address === call.address)
  );
}

function isStranger(host: string | null): boolean {
  return host === 'stranger.example.io';
}

const pairs = ['1.30.3', '1.24.6'].flatMap(release =>
  ['pairs-basic', 'pairs-mixed'].flatMap(theme => recordedPairs(theme, release)),
);

describe('a recorded pair', () => {
  const waived = new Map<string, number>();
  const seen = { changed: 0, witnesses: 0 };

  test.each(pairs.map(pair => [pair.id, pair] as const))('%s: what istiod answers otherwise is told', (_id, pair) => {
    const comparison = comparisonOfPair(pair);
    const inspection = inspect(comparison);
    const fates = fatesIn(pair);

    const untold = fates.filter(isChanged).flatMap(fate => {
      seen.changed += 1;
      const missing = whatIsMissing(comparison, inspection, fate);
      if (missing !== null) waived.set(missing, (waived.get(missing) ?? 0) + 1);
      return missing === null || isWaiver(missing) ? [] : [{ ...fate, missing }];
    });
    expect(untold).toEqual([]);

    for (const { witness } of [...inspection.findings, ...inspection.improvements]) {
      if (witness === null) continue;
      expect(sameVerdict(witness.before, witness.after)).toBe(false);
      const recorded = fates.filter(
        fate =>
          fate.proxy.ips.every(ip => !ip.includes(':')) &&
          classOf(comparison, fate.proxy) === classOf(comparison, witness.group) &&
          isRecordedAs(witness, fate, comparison),
      );
      for (const { after } of recorded) {
        seen.witnesses += 1;
        expect(asRecorded(witness.after)).toEqual(JSON.stringify(after));
      }
    }
  });

  test('what is passed over in silence is little, and each reason is used', () => {
    expect([...waived.keys()].sort()).toEqual(Object.values(waivers).sort());
    expect([...waived.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(seen.changed / 50);
  });

  test('many a witness was recorded too', () => {
    expect(seen.witnesses).toBeGreaterThan(seen.changed / 10);
  });
});

function isWaiver(reason: string): boolean {
  return Object.values<string>(waivers).includes(reason);
}
