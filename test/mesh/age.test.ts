import { describe, expect, test } from '@jest/globals';
import { ageAsGiven, ageSince, oldestFirst } from '../../src/mesh/age.js';
import { createConversion } from '../../src/mesh/conversion.js';
import { defaultControlPlane } from '../default-control-plane.js';
import { indexMesh } from '../../src/mesh/mesh.js';
import { entry, service, sidecar } from '../manifests.js';
import { meshOf, resourcesOf } from '../meshes.js';

type Aged = [at: number, name: string, namespace: string];

// prettier-ignore
const rows: [when: string, older: Aged, newer: Aged][] = [
  ['VI-7 the earlier one is older',                    [1, 'z', 'z'],         [2, 'a', 'a']],
  ['VI-8 a tie goes to the name',                      [1, 'a', 'z'],         [1, 'b', 'a']],
  ['VI-8 a tie of names goes to the namespace',        [1, 'a', 'a'],         [1, 'a', 'b']],
  ['VI-8 name and namespace are no one text',          [1, 'a', 'z.y'],       [1, 'a.a', 'a']],
  ['VI-8 names go by code unit: capitals first',       [1, 'Z', 'a'],         [1, 'a', 'a']],
  ['VI-10 what is before all dates is older than any', [-Infinity, 'b', 'a'], [0, 'a', 'a']],
  ['VI-10 what is after all dates is newer than any',  [9e15, 'b', 'a'],      [Infinity, 'a', 'a']],
  ['VI-10 among undated ones the name decides',        [-Infinity, 'a', 'a'], [-Infinity, 'b', 'a']],
];

test.each(rows)('%s', (_when, older, newer) => {
  const [a, b] = [older, newer].map(([at, name, namespace]) => ({ age: { at, assumed: false }, name, namespace }));
  if (a === undefined || b === undefined) throw new Error('two are compared');
  const compare = oldestFirst(defaultControlPlane.behaves);
  expect([compare(a, b), compare(b, a), compare(a, a)].map(Math.sign)).toEqual([-1, 1, 0]);
});

test('VI-10: what base holds is older than what head adds, and both are assumed; a timestamp is a fact', () => {
  const [kept, added, dated] = resourcesOf(
    entry({ hosts: 'kept.example' }),
    entry({ hosts: 'added.example' }),
    entry({ hosts: 'dated.example', day: 1 }),
  );
  if (kept === undefined || added === undefined || dated === undefined) throw new Error('three are read');
  const ageOf = ageSince(resource => resource === kept);
  const at = Date.UTC(2024, 0, 1);

  expect([kept, added, dated].map(ageOf)).toEqual([
    { at: -Infinity, assumed: true },
    { at: Infinity, assumed: true },
    { at, assumed: false },
  ]);
  expect([kept, dated].map(ageAsGiven)).toEqual([
    { at: -Infinity, assumed: true },
    { at, assumed: false },
  ]);
});

describe('VI-8: services of one age', () => {
  test('are sorted by the name of a Service and by the host of a ServiceEntry', () => {
    const manifests = [
      service({ name: 'a/m' }),
      entry({ hosts: 'n.example', name: 'shop/a' }),
      entry({ hosts: 'l.example', name: 'shop/z' }),
    ];
    expect(meshOf(manifests).services.map(({ host }) => host)).toEqual([
      'l.example',
      'm.a.svc.cluster.local',
      'n.example',
    ]);
  });
});

test('VI-9: Sidecars are sorted oldest first', () => {
  const resources = resourcesOf(
    sidecar({ name: 'shop/b', egress: [{ hosts: './*' }], day: 2 }),
    sidecar({ name: 'shop/a', egress: [{ hosts: './*' }], day: 2 }),
    sidecar({ name: 'shop/c', egress: [{ hosts: './*' }], day: 1 }),
    sidecar({ name: 'pay/a', egress: [{ hosts: './*' }], day: 2 }),
  );
  const conversion = createConversion(defaultControlPlane, () => null);
  const { sidecars } = indexMesh(resources, defaultControlPlane, ageAsGiven, conversion);
  expect(sidecars.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual([
    'shop/c',
    'pay/a',
    'shop/a',
    'shop/b',
  ]);
});
