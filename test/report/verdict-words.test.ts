import { expect, test } from '@jest/globals';
import type { Verdict } from '../../src/envoy/verdict.js';
import { verdictLine } from '../../src/report/verdict-words.js';
import { delivered, passthrough, verdict } from './example-reviews.js';

const blackhole = { kind: 'blackhole', cluster: 'BlackHoleCluster' } as const;
const gone = {
  kind: 'missing-cluster',
  cluster: 'outbound|443||a.b',
  reason: 'the sidecar has no cluster outbound|443||a.b',
} as const;

// prettier-ignore
const rows: readonly [when: string, verdict: Verdict, words: string][] = [
  ['an entry takes the call',       delivered(443, 'a.b', 'shop', 'a'),                         'outbound|443||a.b: taken by ServiceEntry shop/a, as a call to a.b:443'],
  ['a subset of a Service does',    verdict({ kind: 'delivered', cluster: 'outbound|80|v1|cart', owner: { kind: 'Service', namespace: 'shop', name: 'cart' } }),
                                                                                                'outbound|80|v1|cart: taken by Service shop/cart, as a call to cart:80 (subset v1)'],
  ['nobody knows whose it is',      verdict({ kind: 'delivered', cluster: 'outbound|443||a.b' }),  'outbound|443||a.b: taken by a.b:443'],
  ['the cluster has no such name',  verdict({ kind: 'delivered', cluster: 'inbound' }),         'inbound: taken by an unnamed destination'],
  ['weights add up to 100',         verdict({ kind: 'delivered', weights: { x: 80, y: 20 } }),  'split by weight: 80% x, 20% y'],
  ['weights do not',                verdict({ kind: 'delivered', weights: { x: 2, y: 1 } }),    'split by weight: 2 x, 1 y'],
  ['it passes through',             passthrough,                                                'PassthroughCluster: leaves the mesh unchanged, to the address dialled'],
  ['the policy closes it',          verdict(blackhole),                                         'BlackHoleCluster: closed by the sidecar, nothing leaves the pod'],
  ['block_all answers',             verdict({ kind: 'blackhole', status: 502 }),                'answered by the sidecar with HTTP 502, nothing leaves the pod'],
  ['no route matches',              verdict({ kind: 'no-route', status: 404 }),                 'answered by the sidecar with HTTP 404: no route for this host'],
  ['a route redirects',             verdict({ kind: 'redirect', status: 301 }),                 'redirected by the sidecar with HTTP 301'],
  ['a route answers',               verdict({ kind: 'direct-response', status: 200 }),          'answered by the sidecar itself with HTTP 200, nothing leaves the pod'],
  ['the cluster is missing',        verdict(gone),                                              'outbound|443||a.b: fails: the sidecar is sent to this cluster but does not have it'],
  ['it is missing for HTTP',        verdict({ ...gone, status: 503 }),                          'outbound|443||a.b: fails with HTTP 503: the sidecar is sent to this cluster but does not have it'],
  ['the likeliest one is missing',  verdict({ ...gone, cluster: null }),                        'fails (the sidecar has no cluster outbound|443||a.b)'],
  ['TLS meets plain HTTP',          verdict({ kind: 'protocol-error', status: 400 }),           'refused by the sidecar with HTTP 400: it expects another protocol here'],
  ['the server should greet first', verdict({ kind: 'stalled', cluster: 'outbound|3306||db' }), 'hangs: the sidecar waits for the client, the client waits for the server'],
  ['nobody can tell',               verdict({ kind: 'unknown', reason: 'an EnvoyFilter' }),     'not known from the manifests at hand (an EnvoyFilter)'],
];

test.each(rows)('when %s', (_when, said, words) => {
  expect(verdictLine(said)).toBe(words);
});
