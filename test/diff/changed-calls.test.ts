import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChangedCall } from '../../src/diff/changed-calls.js';
import type { Comparison } from '../../src/diff/comparison.js';
import { touchedPorts } from '../../src/diff/touched-ports.js';
import { sameVerdict } from '../../src/envoy/verdict.js';
import { randomChanges } from '../random-changes.js';
import { entry, meshConfig, sidecar, virtualService } from '../manifests.js';
import { comparisonOf } from '../reviews.js';

/**
 * Every question on every port to every class, whatever the change can have touched; but for hosts that moved to another
 * address out of the class's sight.
 */
function exhaustively({ base, head, classes, questions }: Comparison): readonly ChangedCall[] {
  return classes.flatMap(groupClass =>
    questions.ports.flatMap(port =>
      [...questions.named(port), ...questions.strangers(port)].flatMap(question => {
        const { asked } = groupClass;
        const host = question.configured ?? '';
        const isSeen = [base, head].some(side => side.configured(asked).has(host, port));
        if (!isSeen && base.call(asked, question).address !== head.call(asked, question).address) return [];
        const before = base.ask(asked, question);
        const after = head.ask(asked, question);
        return sameVerdict(before, after) ? [] : [{ groupClass, question, before, after, answered: null }];
      }),
    ),
  );
}

const changes = randomChanges('basic', 'sidecar', 'conflict', 'mixed');

test('no call changes on a port that the change cannot touch', () => {
  fc.assert(
    fc.property(changes, ({ base, head }) => {
      const comparison = comparisonOf(base, head);
      const strays = exhaustively(comparison).filter(({ groupClass: { asked }, question }) => {
        const [before, after] = [comparison.base.sidecar(asked), comparison.head.sidecar(asked)];
        const touched = touchedPorts(before.configuration.scope, after.configuration.scope);
        return touched !== 'every' && !touched.has(question.port);
      });
      expect(strays.map(({ question }) => question)).toEqual([]);
    }),
    { numRuns: 150, seed: 7 },
  );
});

const meshConfigs = fc.constantFrom(
  '{}',
  'outboundTrafficPolicy: {}',
  'defaultServiceExportTo: ["."]',
  'rootNamespace: shop',
  'discoverySelectors: [{matchLabels: {kubernetes.io/metadata.name: shop}}]',
  'protocolDetectionTimeout: 5s',
  'defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}',
);
const governedChanges = fc
  .record({ change: changes, before: meshConfigs, after: meshConfigs })
  .map(({ change: { base, head }, before, after }) => ({
    base: [...base, meshConfig(before)],
    head: [...head, meshConfig(after)],
  }));

// prettier-ignore
test.each([
  ['',                              changes],
  [', whatever MeshConfig becomes', governedChanges],
])('whatever changes is a changed call, or changes just as one of its kind and port does%s', (_when, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, ({ base, head }) => {
      const comparison = comparisonOf(base, head);
      const unseen = exhaustively(comparison).filter(
        ({ groupClass, question, before, after }) =>
          !comparison.changedCalls.some(
            seen =>
              seen.groupClass === groupClass &&
              seen.question.port === question.port &&
              seen.question.kind === question.kind &&
              seen.question.speaksFirst === question.speaksFirst &&
              sameVerdict(seen.before, before) &&
              sameVerdict(seen.after, after),
          ),
      );
      expect(unseen.map(({ question, before, after }) => [question, before.cluster, after.cluster])).toEqual([]);
    }),
    { numRuns: 150, seed: 8 },
  );
});

test('a host that only one of several possible revisions sees is asked for itself', () => {
  const closed = sidecar({ egress: [{ hosts: '*/*' }], policy: { mode: 'REGISTRY_ONLY' } });
  const base = [entry({ name: 'other/aaa', hosts: 'aaa.example.com', exportTo: '.' }), closed];
  const canary = entry({ hosts: 'zzz.example.com', labels: { 'istio.io/rev': 'canary' } });
  const stable = entry({
    name: 'yonder/old',
    hosts: 'old.example.com',
    exportTo: '.',
    labels: { 'istio.io/rev': 'stable' },
  });
  const { changedCalls } = comparisonOf(base, [...base, canary, stable]);

  const found = changedCalls.filter(
    ({ question: { host }, groupClass: { asked } }) => host === 'zzz.example.com' && asked.namespace === 'shop',
  );
  expect(found.map(({ before, after }) => [before.kind, after.kind])).toContainEqual(['blackhole', 'unknown']);
});

test('a host that a group sees only a rule of is asked for itself', () => {
  const hidden = ['a.example', 'b.example'].map(host =>
    entry({ name: `pay/${host}`, hosts: host, ports: 'HTTP/80', exportTo: '.' }),
  );
  const rule = virtualService({ hosts: 'b.example', http: [{ route: [{ destination: { host: 'c.example' } }] }] });
  const base = [...hidden, entry({ hosts: 'c.example', ports: 'HTTP/80' })];
  const { changedCalls } = comparisonOf(base, [...base, rule]);

  const ofShop = changedCalls.filter(({ groupClass: { groups } }) =>
    groups.some(({ namespace }) => namespace === 'shop'),
  );
  expect(ofShop.map(({ question: { kind, host }, before, after }) => [kind, host, before.kind, after.kind])).toEqual([
    ['http', 'b.example', 'passthrough', 'delivered'],
  ]);
});

const old = '192.0.2.1';
const young = '192.0.2.2';
const at = (addresses?: string) =>
  entry({ hosts: 'a.example', ports: 'TLS/443', ...(addresses === undefined ? {} : { addresses }) });

// prettier-ignore
const moves: [what: string, base: string[], head: string[], asked: string[]][] = [
  ['moves to another address is asked at both',         [at(old)],             [at(young)],             [`${old} delivered passthrough`, `${young} passthrough delivered`]],
  ['gets an address is asked at any other',             [at()],                [at(old)],               ['foreign delivered passthrough']],
  ['loses its address is asked at any other',           [at(old)],             [at()],                  ['foreign passthrough delivered']],
  ['loses one of its addresses is asked there',         [at(`${old}, ${young}`)], [at(old)],            [`${young} delivered passthrough`]],
  ['keeps its addresses is asked at its own alone',     [at(old)],             [at(old), entry({ hosts: 'b.example' })], []],
  ['is new is asked at its own alone',                  [entry({ hosts: 'b.example', addresses: young })], [entry({ hosts: 'b.example', addresses: young }), at(old)], []],
  ['has an IPv6 address beside is asked at IPv4 alone', [at(old)],             [at(`${old}, 2001:db8::1`)], []],
];

test.each(moves)('a host that %s', (_what, base, head, asked) => {
  const { changedCalls, head: side } = comparisonOf(base, head);
  const found = changedCalls.flatMap(({ question: { address }, before, after }) =>
    address === null ? [] : [`${side.isForeign(address) ? 'foreign' : address} ${before.kind} ${after.kind}`],
  );
  expect(found).toEqual(asked);
});
