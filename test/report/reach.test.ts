import { expect, test } from '@jest/globals';
import type { GroupName } from '../../src/findings/finding.js';
import { reachWords, unnamedReach } from '../../src/report/reach.js';

function all(namespace: string): GroupName {
  return { namespace, labels: {} };
}

function pods(namespace: string, app: string): GroupName {
  return { namespace, labels: { app } };
}

// prettier-ignore
const rows: readonly [who: string, groups: GroupName[], reachesOutside: boolean, words: string][] = [
  ['one namespace',                   [all('a')],                                   false, 'namespace <a>'],
  ['some',                            [all('a'), all('b')],                         false, '2 namespaces: <a>, <b>'],
  ['more than are named',             [all('a'), all('b'), all('c'), all('d')],     false, '4 namespaces: <a>, <b> and 2 more'],
  ['some pods',                       [pods('a', 'x')],                             false, 'namespace <a> (pods <app=x>)'],
  ['pods of several label sets',      [pods('a', 'x'), pods('a', 'y'), pods('a', 'z')], false, 'namespace <a> (pods <app=x>; <app=y>; 1 more)'],
  ['pods of a relabelled workload',   [{ ...pods('a', 'x'), workload: { kind: 'Deployment', name: 'web' } }, pods('a', 'y')], false, 'namespace <a> (pods of <Deployment web>; <app=y>)'],
  ['pods, and those without a label', [all('a'), pods('a', 'x')],                   false, 'namespace <a>'],
  ['others too',                      [all('a')],                                   true,  'namespace <a>; and every namespace outside this repository without a Sidecar'],
  ['only others',                     [],                                           true,  'every namespace outside this repository without a Sidecar'],
  ['nobody',                          [],                                           false, 'no workload of this repository'],
];

test.each(rows)('reaches %s', (_who, groups, reachesOutside, words) => {
  expect(reachWords({ groups, reachesOutside }, name => `<${name}>`, 2)).toBe(words);
});

test('those without a name in the sentence are told apart from it', () => {
  const groups = [all('a'), all('b'), pods('c', 'x')];
  expect(unnamedReach({ groups, reachesOutside: false }, name => name, 1)).toEqual(['b', 'c (pods app=x)']);
});
