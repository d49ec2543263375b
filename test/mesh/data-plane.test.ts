import { expect, test } from '@jest/globals';
import { dataPlaneOf, type DataPlane } from '../../src/mesh/data-plane.js';
import type { Namespace } from '../../src/resources/resource.js';
import { resourcesOf } from '../meshes.js';

type Labels = Readonly<Record<string, string>>;

function namespace(labels: Labels): Namespace {
  const [found] = resourcesOf(
    JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } }),
  );
  if (found?.kind !== 'Namespace') throw new Error('no Namespace was read');
  return found;
}

const ambient = { 'istio.io/dataplane-mode': 'ambient' };
const none = { 'istio.io/dataplane-mode': 'none' };
const injected = { 'sidecar.istio.io/inject': 'true' };

// prettier-ignore
const rows: [what: string, namespace: Labels | null, pod: Labels, carrier: DataPlane][] = [
  ['a pod of a namespace that nothing is known of',   null,                                            {},       'sidecar'],
  ['a pod of a namespace without labels',             {},                                              {},       'sidecar'],
  ['a pod of an ambient namespace',                   ambient,                                         {},       'ambient'],
  ['a pod that is ambient by itself',                 {},                                              ambient,  'ambient'],
  ['a pod that stays out of its ambient namespace',   ambient,                                         none,     'none'],
  ['a pod that stays out of ambient where none is',   {},                                              none,     'sidecar'],
  ['a pod that asks for a sidecar in an ambient one', ambient,                                         injected, 'sidecar'],
  ['a pod of one that is ambient and injected',       { ...ambient, 'istio-injection': 'enabled' },    {},       'sidecar'],
  ['a pod of a namespace with a waypoint',            { 'istio.io/use-waypoint': 'waypoint' },         {},       'sidecar'],
];

test.each(rows)('%s', (_what, labels, pod, carrier) => {
  expect(dataPlaneOf(labels === null ? undefined : namespace(labels), pod)).toBe(carrier);
});
