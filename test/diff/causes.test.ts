import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { searchCauses, type Proof } from '../../src/diff/causes.js';
import type { Comparison } from '../../src/diff/comparison.js';
import type { ChangedCall } from '../../src/diff/changed-calls.js';
import type { Side } from '../../src/diff/side.js';
import { sameVerdict } from '../../src/envoy/verdict.js';
import { entry, meshConfig, service, sidecar, type ManifestText } from '../manifests.js';
import { randomChanges } from '../random-changes.js';
import { comparisonOf } from '../reviews.js';

function isAsBase({ groupClass, question, before }: ChangedCall): (side: Side) => boolean {
  return side => sameVerdict(side.ask(groupClass.asked, question), before);
}

/** The causes of each changed call to the host, by the resources' names. */
function causesOf(base: readonly ManifestText[], head: readonly ManifestText[], host: string): readonly string[][] {
  const comparison = comparisonOf(base, head);
  const search = searchCauses(comparison);
  const found = comparison.changedCalls
    .filter(({ question }) => question.host === host)
    .map(call =>
      search
        .find(call.groupClass, new Set(), isAsBase(call))
        .changes.map(({ key }) => key)
        .sort(),
    );
  return [...new Map(found.map(keys => [keys.join(), keys])).values()];
}

const baidu = entry({ hosts: 'www.baidu.com', namespace: 'default' });
const importing = (hosts: string) => sidecar({ egress: [{ hosts }] });
const root = sidecar({ name: 'istio-system/default', egress: [{ hosts: './*' }] });
const traefik = entry({ hosts: 'traefik.internal', namespace: 'edge', ports: 'TCP/443', exportTo: 'shop' });

const canary = entry({ hosts: 'canary.example', labels: { 'istio.io/rev': 'canary' } });
const podsOf = (revision: string): ManifestText =>
  JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api', namespace: 'pay' },
    spec: { template: { metadata: { labels: { app: 'api', 'istio.io/rev': revision } } } },
  });

type Row = [what: string, base: ManifestText[], head: ManifestText[], host: string, causes: string[][]];

// prettier-ignore
const rows: Row[] = [
  ['the only change',                               [baidu],                       [],                                    'www.baidu.com', [['ServiceEntry/default/www.baidu.com']]],
  ['one of several',                                [baidu],                       [service({ name: 'shop/cart' }), traefik], 'www.baidu.com', [['ServiceEntry/default/www.baidu.com']]],
  ['MeshConfig beside an entry',                    [],                            [baidu, meshConfig('outboundTrafficPolicy: {}')], 'example.org', [['ConfigMap/istio-system/istio']]],
  ['both of two that need each other',              [importing('./*')],            [importing('./*, edge/*'), traefik],   'example.org',   [['ServiceEntry/edge/traefik.internal', 'Sidecar/shop/default']]],
  ['both of two of which each would do',            [baidu, service({ name: 'shop/cart' })], [baidu, service({ name: 'shop/cart' }), importing('./*'), root], 'www.baidu.com', [['Sidecar/istio-system/default'], ['Sidecar/istio-system/default', 'Sidecar/shop/default']]],
  ['an alias that no scope shows',                  [entry({ hosts: 'api.example.net', ports: 'TLS/443' }), importing('./api.example.net')], [entry({ hosts: 'api.example.net', ports: 'TLS/443' }), importing('./api.example.net, ./alias.shop.svc.cluster.local'), service({ name: 'shop/alias', externalName: 'api.example.net', ports: 'tls/443' })], 'alias.shop.svc.cluster.local', [['Service/shop/alias'], ['Service/shop/alias', 'Sidecar/shop/default']]],
  ['a pod that names another revision',             [canary, podsOf('canary')],    [canary, podsOf('stable'), baidu],     'canary.example', [['Deployment/pay/api']]],
];

test.each(rows)('the cause is %s', (_what, base, head, host, causes) => {
  expect(new Set(causesOf(base, head, host))).toEqual(new Set(causes));
});

const many = (count: number, says: (at: number) => ManifestText) => Array.from({ length: count }, (_, at) => says(at));
const novelties = many(200, at => entry({ hosts: `h${at}.example.net` }));

/** The first changed call to the host with its causes. */
function firstCauses(base: readonly ManifestText[], head: readonly ManifestText[], host: string) {
  const comparison = comparisonOf(base, head);
  const call = comparison.changedCalls.find(({ question }) => question.host === host);
  if (call === undefined) throw new Error(`no call to ${host} changed`);
  const { changes, proof } = searchCauses(comparison).find(call.groupClass, new Set(), isAsBase(call));
  return { names: changes.map(({ key }) => key).sort(), proof };
}

const anywhere = sidecar({ name: 'istio-system/default', egress: [{ hosts: '*/*' }] });

type BulkRow = [what: string, base: ManifestText[], head: ManifestText[], host: string, names: string[], proof: Proof];

// prettier-ignore
const bulk: BulkRow[] = [
  ['MeshConfig that is new',          [],                   [meshConfig('outboundTrafficPolicy: {}')], 'example.org',   ['ConfigMap/istio-system/istio'],              'each'],
  ['a Sidecar that imports less',     [baidu, anywhere],    [baidu, root],                             'www.baidu.com', ['Sidecar/istio-system/default'],              'each'],
  ['an entry that is gone',           [baidu],              [],                                        'www.baidu.com', ['ServiceEntry/default/www.baidu.com'],        'each'],
  ['two Sidecars that hide the host', [baidu],              [baidu, importing('./*'), root],           'www.baidu.com', ['Sidecar/istio-system/default', 'Sidecar/shop/default'], 'together'],
  ['an entry and what imports it',    [importing('./*')],   [importing('./*, edge/*'), traefik],       'example.org',   ['ServiceEntry/edge/traefik.internal', 'Sidecar/shop/default'], 'each'],
];

test.each(bulk)('among two hundred changes the cause is %s', (_what, base, head, host, names, proof) => {
  expect(firstCauses(base, [...head, ...novelties], host)).toEqual({ names, proof });
});

test('what nothing could be tried for is the likeliest', () => {
  const comparison = comparisonOf([baidu], novelties);
  const counterfactuals = { ...comparison.counterfactuals, isWorthwhile: () => false };
  const call = comparison.changedCalls.find(({ question }) => question.host === 'www.baidu.com');
  if (call === undefined) throw new Error('no call changed');
  const find = (hints: readonly string[]) =>
    searchCauses({ ...comparison, counterfactuals }).find(call.groupClass, new Set(hints), isAsBase(call));
  const named = find(['ServiceEntry/default/www.baidu.com']);
  expect([named.changes.map(({ key }) => key), named.proof]).toEqual([['ServiceEntry/default/www.baidu.com'], 'none']);
  expect([find([]).changes.length, find([]).proof]).toEqual([201, 'none']);
});

test('in a change in bulk the cause is what the difference names', () => {
  const entries = many(60, at => entry({ hosts: `h${at}.example.net` }));
  const comparison = comparisonOf([baidu, ...entries], [baidu]);
  const search = searchCauses(comparison);
  const found = comparison.changedCalls
    .filter(({ question }) => question.kind === 'tls' && question.configured !== null)
    .map(call => {
      const key = `ServiceEntry/shop/${call.question.host}`;
      return { key, ...search.find(call.groupClass, new Set([key]), isAsBase(call)) };
    });
  expect(found.length).toBe(60);
  const isNamed = ({ key, changes, proof }: (typeof found)[number]) =>
    proof === 'each' && changes.length === 1 && changes[0]?.key === key;
  expect(found.filter(one => !isNamed(one))).toEqual([]);
});

test('what is called proven brings base’s verdict back, and no smaller part of a joint cause does', () => {
  fc.assert(
    fc.property(randomChanges('sidecar', 'conflict'), ({ base, head }) => {
      const comparison = comparisonOf(base, head);
      const search = searchCauses(comparison);
      for (const call of comparison.changedCalls.slice(0, 40)) expectProof(comparison, search, call);
    }),
    { numRuns: 40, seed: 9 },
  );
});

function expectProof({ counterfactuals }: Comparison, search: ReturnType<typeof searchCauses>, call: ChangedCall) {
  const { changes, proof } = search.find(call.groupClass, new Set(), isAsBase(call));
  const undoes = (reverted: typeof changes) => isAsBase(call)(counterfactuals.without(reverted));
  const alone = changes.filter(change => undoes([change]));
  expect([proof, alone]).toEqual(alone.length > 0 ? ['each', changes] : ['together', []]);
  if (proof === 'together')
    expect([undoes(changes), changes.some(left => undoes(changes.filter(change => change !== left)))]).toEqual([
      true,
      false,
    ]);
}

test('head without all that it changed is base', () => {
  const comparison = comparisonOf([baidu], [baidu, traefik, service({ name: 'shop/cart' })]);
  expect(comparison.counterfactuals.without(comparison.resourceChanges)).toBe(comparison.base);
});
