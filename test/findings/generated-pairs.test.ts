import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Comparison } from '../../src/diff/comparison.js';
import { POD_ADDRESS, type Group, type Simulation } from '../../src/diff/simulation.js';
import { startSidecar, type RunningSidecar } from '../../src/envoy/sidecar.js';
import type { Call } from '../../src/envoy/call.js';
import { sameVerdict } from '../../src/envoy/verdict.js';
import { inspect, type Inspection } from '../../src/findings/inspect.js';
import { configureProxy } from '../../src/proxy/configuration.js';
import { createScopes } from '../../src/scope/scope.js';
import { selectSidecar } from '../../src/scope/select-sidecar.js';
import { classOf, isToldOf, recordable, speakingFor, type Changed } from '../coverage.js';
import { namespaces } from '../random-mesh.js';
import { randomPairs } from '../random-pairs.js';
import { comparisonOf } from '../reviews.js';

/** Workloads of every namespace, of one that rules only name and of one that nobody does. */
const workloads: readonly Group[] = [
  ...namespaces.filter(name => name !== 'istio-system').map(namespace => ({ namespace, labels: {} })),
  { namespace: 'ops', labels: {} },
  { namespace: 'elsewhere', labels: {} },
  { namespace: 'shop', labels: { app: 'cart' } },
  { namespace: 'pay', labels: { version: 'v1', app: 'web' } },
];

/** The sidecar of one workload, made for it alone: nothing is shared, left out or taken from a review. */
function sidecarOf(simulation: Simulation, { namespace, labels }: Group): RunningSidecar {
  const mesh = simulation.meshOf({ namespace, labels });
  const scope = createScopes(mesh).scopeOf(namespace, selectSidecar(mesh, namespace, labels).chosen);
  const { capturesDns, allocatesAddresses } = mesh.config;
  return startSidecar(
    configureProxy(scope, { namespace, labels, ips: [POD_ADDRESS], capturesDns, allocatesAddresses }, mesh),
  );
}

/** What the recordings ask: strangers on every port, every host on its ports, in every way and at every address. */
function callsFor({ base, head, questions, addresses }: Comparison, workload: Group): readonly Call[] {
  const kinds = ['tls', 'http', 'tcp'] as const;
  const strangers = questions.ports.flatMap(port =>
    kinds.map(kind => ({ kind, port, host: 'stranger.invalid', address: addresses.foreign })),
  );
  const configured = questions.ports.flatMap(port =>
    [...new Map(questions.named(port).map(({ host, configured }) => [host, configured ?? '']))].flatMap(
      ([host, name]) => {
        const dialled = new Set([addresses.foreign, ...[base, head].flatMap(side => side.addressesOf(workload, name))]);
        return [...dialled].flatMap(address => kinds.map(kind => ({ kind, port, host, address })));
      },
    ),
  );
  return [...strangers, ...configured].map(call => ({ ...call, speaksFirst: 'client' }));
}

/** Why nothing is said of a changed call: these are all the reasons, beside those that a review has itself. */
const waivers = {
  address: 'it dials an address that the host has at neither side, which no client is told',
  kind: 'it speaks what the port does not say that its clients speak',
  outside: 'workloads outside the repository are asked without labels, and a rule looks for those of this one',
} as const;

/** Whether it is told what became of a call; null, or why not. */
function whyUntold(
  comparison: Comparison,
  inspection: Inspection,
  workload: Group,
  changed: Changed,
): keyof typeof waivers | 'nobody asked' | null {
  const { call } = changed;
  const groupClass = classOf(comparison, workload);
  if (groupClass === undefined) {
    const isKnown = comparison.classes.some(({ groups }) =>
      groups.some(group => group.namespace === workload.namespace),
    );
    return !isKnown && Object.keys(workload.labels).length > 0 ? 'outside' : 'nobody asked';
  }
  const accounts = speakingFor(comparison, groupClass, changed).map(change => ({
    isTold: isToldOf(inspection, change),
    isSilence: typeof inspection.accounts.get(change) === 'string',
  }));
  if (accounts.some(({ isTold, isSilence }) => isTold || isSilence)) return null;

  const asked = comparison.questions.named(call.port).filter(({ host }) => host === call.host);
  const own = [comparison.base, comparison.head].flatMap(side =>
    asked.flatMap(({ configured }) => side.addressesOf(workload, configured ?? '')),
  );
  if (asked.length > 0 && !own.includes(call.address)) return 'address';
  return asked.length > 0 && !asked.some(({ kind }) => kind === call.kind) ? 'kind' : 'nobody asked';
}

function changesOf(comparison: Comparison, workload: Group): readonly Changed[] {
  const [before, after] = [comparison.base, comparison.head].map(side => sidecarOf(side.simulation, workload));
  if (before === undefined || after === undefined) throw new Error('a comparison has two sides');
  return callsFor(comparison, workload)
    .map(call => ({ call, before: recordable(before.answer(call)), after: recordable(after.answer(call)) }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

test('500 generated changes: whatever ends elsewhere is told, and nothing else', () => {
  const waived = new Map<string, number>();
  let changed = 0;
  fc.assert(
    fc.property(randomPairs, ({ base, head }) => {
      const comparison = comparisonOf(base, head);
      const inspection = inspect(comparison);
      const unaccounted = [...inspection.accounts].filter(
        ([change, account]) => typeof account !== 'string' && !isToldOf(inspection, change),
      );
      expect(unaccounted.map(([{ question, before, after }]) => [question, before.kind, after.kind])).toEqual([]);
      for (const { witness } of [...inspection.findings, ...inspection.improvements]) {
        if (witness !== null) expect(sameVerdict(witness.before, witness.after)).toBe(false);
      }

      for (const workload of workloads) {
        for (const change of changesOf(comparison, workload)) {
          changed += 1;
          const reason = whyUntold(comparison, inspection, workload, change);
          if (reason === null) continue;
          expect([reason, workload, change]).not.toEqual(['nobody asked', workload, change]);
          waived.set(reason, (waived.get(reason) ?? 0) + 1);
        }
      }
    }),
    { numRuns: 500, seed: 11, endOnFailure: true },
  );
  expect([...waived.keys()].sort()).toEqual(Object.keys(waivers).sort());
  expect([...waived.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(changed / 100);
});
