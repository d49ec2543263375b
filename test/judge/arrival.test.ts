import { expect, test } from '@jest/globals';
import { arrivalsOf } from '../../judge/arrival.js';
import type { Verdict } from '../../src/envoy/verdict.js';

const route = [{ stage: 'route', name: 'a:80', because: '' }] as const;
const split = { a: 60, b: 40, c: 0 };

// prettier-ignore
const rows: [what: string, verdict: Partial<Verdict> & Pick<Verdict, 'kind'>, arrivals: string[]][] = [
  ['what is delivered',                    { kind: 'delivered', cluster: 'a' },                              ['at a']],
  ['what passes',                          { kind: 'passthrough', cluster: 'PassthroughCluster' },           ['at PassthroughCluster']],
  ['what is closed',                       { kind: 'blackhole', cluster: 'BlackHoleCluster' },               ['closed']],
  ['a request that is blocked',            { kind: 'blackhole', status: 502 },                               ['status 502']],
  ['a cluster that is missing',            { kind: 'missing-cluster', cluster: 'x' },                        ['closed']],
  ['a request to one',                     { kind: 'missing-cluster', cluster: 'x', status: 503 },           ['status 503']],
  ['what waits',                           { kind: 'stalled' },                                              ['nothing']],
  ['a split, by any cluster of weight',    { kind: 'delivered', weights: split },                            ['at a', 'closed']],
  ['a split of requests',                  { kind: 'delivered', weights: split, steps: route },              ['at a', 'status 503']],
];

test.each(rows)('the client sees %s', (_what, verdict, arrivals) => {
  const whole = {
    cluster: null,
    owner: null,
    via: null,
    weights: null,
    status: null,
    reason: null,
    otherwise: null,
    doubted: [],
    steps: [],
  };
  expect(arrivalsOf({ ...whole, ...verdict }, name => name !== 'b')).toEqual(arrivals);
});
