import { describe, expect, test } from '@jest/globals';
import type { Comparison } from '../../src/diff/comparison.js';
import type { GroupClass } from '../../src/diff/group-classes.js';
import { groupKey, type Group } from '../../src/diff/simulation.js';
import { sameVerdict } from '../../src/envoy/verdict.js';
import { inspect, type Inspection } from '../../src/findings/inspect.js';
import { recordedLines, type RecordedCall } from '../recorded-answers.js';
import { comparisonOf } from '../reviews.js';

/** A mesh before or after a change, and what became of each call: recorded from istiod 1.30.3 and Envoy. */
interface RecordedSide {
  readonly id: string;
  readonly mesh: string;
  readonly manifests: string;
  readonly proxies: readonly (Group & {
    readonly id: string;
    readonly ips: readonly string[];
    readonly dnsCapture?: boolean;
  })[];
  readonly calls: readonly RecordedCall[];
  readonly expected: readonly { readonly id: string; readonly verdicts: Readonly<Record<string, unknown>> }[];
}

interface Pair {
  readonly id: string;
  readonly base: RecordedSide;
  readonly head: RecordedSide;
}

/** Pairs of the theme that ask for no more than a review simulates: the default MeshConfig, no DNS capture. */
function pairsOf(theme: string): readonly Pair[] {
  const sides = recordedLines(theme).map(line => JSON.parse(line) as RecordedSide);
  const byId = new Map(sides.map(side => [side.id, side]));
  return sides.flatMap(base => {
    const head = byId.get(base.id.replace(/\/base$/, '/head'));
    const isUsual = [base, head].every(side => side?.mesh === '' && !side.proxies.some(proxy => proxy.dnsCapture));
    return head === undefined || head === base || !isUsual ? [] : [{ id: base.id.replace(/\/base$/, ''), base, head }];
  });
}

const pairs = ['pairs-basic', 'pairs-mixed'].flatMap(pairsOf);

interface Change {
  readonly proxy: Group;
  readonly call: RecordedCall;
  readonly before: unknown;
  readonly after: unknown;
}

/** The recorded calls whose fate changed, for IPv4 proxies. */
function recordedChanges({ base, head }: Pair): readonly Change[] {
  return base.proxies
    .filter(({ ips }) => ips.every(ip => !ip.includes(':')))
    .flatMap(proxy => {
      const [before, after] = [base, head].map(side => side.expected.find(({ id }) => id === proxy.id)?.verdicts ?? {});
      return base.calls
        .map(call => ({ proxy, call, before: before?.[call.id], after: after?.[call.id] }))
        .filter(change => JSON.stringify(change.before) !== JSON.stringify(change.after));
    });
}

/** The class of a proxy: who is told the same at base and at head. */
function classOf({ classes, base, head }: Comparison, proxy: Group): GroupClass | undefined {
  return classes.find(({ asked }) => [base, head].every(side => side.sidecar(asked) === side.sidecar(proxy)));
}

function isCovered(
  { findings, improvements }: Inspection,
  { groups, reachesOutside }: GroupClass,
  port: number,
): boolean {
  const members = new Set(groups.map(groupKey));
  return [...findings, ...improvements].some(
    found =>
      (found.subject.port === undefined || found.subject.port === port) &&
      (found.groups.some(group => members.has(groupKey(group))) || (reachesOutside && found.reachesOutside)),
  );
}

/** The kinds of change that no rule is about. */
const reasons = {
  namespace: 'nothing of the repository stands in the namespace, and an exportTo that names it tells it from others',
  labels: 'rules look at source labels that no Sidecar selects, and pods are grouped by Sidecars alone',
  address: 'the call dials another address than the host has on that side, and a review dials the host’s own',
  fresh: 'the host is new at head and reaches its own entry, which nobody missed before',
} as const;

/** Why no rule is about a change; null where one should be. */
function whySilent(comparison: Comparison, { proxy, call }: Change): string | null {
  const { base, head } = comparison;
  const host = call.sni ?? call.host ?? null;
  const known = [head, base].map(side =>
    side.simulation.mesh.services.find(service =>
      host === null ? service.address === call.address : covers(service.host, host),
    ),
  );
  const configured = (known[0] ?? known[1])?.host ?? null;
  const question = { kind: call.kind, port: call.port, host, configured, speaksFirst: 'client' } as const;
  if (classOf(comparison, proxy) === undefined) {
    const isKnown = comparison.classes.some(({ groups }) => groups.some(group => group.namespace === proxy.namespace));
    return isKnown ? reasons.labels : reasons.namespace;
  }
  if (configured !== null && !base.declares(configured, call.port, null)) return reasons.fresh;
  if (configured !== null && [base, head].some(side => side.call(proxy, question).address !== call.address)) {
    return reasons.address;
  }
  return null;
}

function covers(configured: string, host: string): boolean {
  return configured === host || (configured.startsWith('*') && host.endsWith(configured.slice(1)));
}

describe('a recorded pair', () => {
  const silences = new Map<string, number>();
  let changed = 0;

  test.each(pairs.map(pair => [pair.id, pair] as const))('%s: what istiod answers otherwise is found', (_id, pair) => {
    const comparison = comparisonOf({ 'mesh.yaml': pair.base.manifests }, { 'mesh.yaml': pair.head.manifests });
    const inspection = inspect(comparison);
    const missed = recordedChanges(pair).filter(change => {
      changed += 1;
      const groupClass = classOf(comparison, change.proxy);
      if (groupClass !== undefined && isCovered(inspection, groupClass, change.call.port)) return false;
      const reason = whySilent(comparison, change);
      if (reason !== null) silences.set(reason, (silences.get(reason) ?? 0) + 1);
      return reason === null;
    });
    expect(missed).toEqual([]);

    for (const { witness } of [...inspection.findings, ...inspection.improvements]) {
      if (witness !== null) expect(sameVerdict(witness.before, witness.after)).toBe(false);
    }
  });

  test('what is passed over in silence is little, and each reason is used', () => {
    expect([...silences.keys()].sort()).toEqual(Object.values(reasons).sort());
    expect([...silences.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(changed / 5);
  });
});
