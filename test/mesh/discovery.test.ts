import { describe, expect, test } from '@jest/globals';
import { defaultControlPlane } from '../default-control-plane.js';
import { behavesLike } from '../../src/istio/behaviours.js';
import { defaultMeshConfig } from '../../src/istio/mesh-config.js';
import { readMeshConfig } from '../../src/istio/read-mesh-config.js';
import { parseVersion } from '../../src/istio/version.js';
import { discover } from '../../src/mesh/discovery.js';
import { readYaml } from '../../src/source/yaml-reader.js';
import { entry, service, sidecar } from '../manifests.js';
import { resourcesOf } from '../meshes.js';

const namespace = (name: string, labels = '') =>
  `{apiVersion: v1, kind: Namespace, metadata: {name: ${name}, labels: {${labels}}}}`;

function discovered(selectors: string, manifests: readonly string[], release = '1.30.3') {
  const config = readMeshConfig(readYaml(`discoverySelectors: ${selectors}`).roots[0] ?? null, () => undefined);
  const version = parseVersion(release);
  if (version === null) throw new Error('no release');
  return discover(resourcesOf(...manifests), { config, version, behaves: behavesLike(version, new Map()) });
}

describe('MC-4: istiod looks at namespace shop', () => {
  const shop = namespace('shop', 'team: mesh, tier: "1"');
  // prettier-ignore
  const rows: [when: string, selectors: string, isIncluded: boolean][] = [
    ['where there are no selectors',             '[]',                                                              true],
    ['where one asks for nothing',               '[{}]',                                                            true],
    ['where a label is as asked',                '[{matchLabels: {team: mesh}}]',                                   true],
    ['not where it is another',                  '[{matchLabels: {team: other}}]',                                  false],
    ['not where one of two labels is another',   '[{matchLabels: {team: mesh, tier: "2"}}]',                        false],
    ['where one of two selectors takes it',      '[{matchLabels: {team: other}}, {matchLabels: {tier: "1"}}]',      true],
    ['where its label is in a set',              '[{matchExpressions: [{key: team, operator: In, values: [mesh, web]}]}]', true],
    ['not where it is in another set',           '[{matchExpressions: [{key: team, operator: NotIn, values: [mesh]}]}]', false],
    ['where it lacks what it must not be',       '[{matchExpressions: [{key: zone, operator: NotIn, values: [mesh]}]}]', true],
    ['where it has a label at all',              '[{matchExpressions: [{key: team, operator: Exists}]}]',           true],
    ['not where it must not have it',            '[{matchExpressions: [{key: team, operator: DoesNotExist}]}]',     false],
    ['by its name, which is a label too',        '[{matchLabels: {kubernetes.io/metadata.name: shop}}]',            true],
    ['not by the name of another',               '[{matchLabels: {kubernetes.io/metadata.name: web}}]',             false],
  ];
  test.each(rows)('%s', (_when, selectors, isIncluded) => {
    expect(discovered(selectors, [shop]).includes('shop')).toBe(isIncluded);
  });
});

test('a namespace whose labels nobody knows is looked at, and named', () => {
  const { includes, unlabelled, resources } = discovered('[{matchLabels: {team: mesh}}]', [
    service({ name: 'web/a' }),
    namespace('shop'),
    service({ name: 'shop/b' }),
  ]);
  expect([includes('web'), includes('shop'), unlabelled]).toEqual([true, false, ['web']]);
  expect(resources.map(({ name }) => name)).toEqual(['a', 'shop']);
});

test('where only names decide, no labels are missed', () => {
  const { includes, unlabelled } = discovered('[{matchLabels: {kubernetes.io/metadata.name: web}}]', [
    service({ name: 'web/a' }),
    service({ name: 'shop/b' }),
  ]);
  expect([includes('web'), includes('shop'), unlabelled]).toEqual([true, false, []]);
});

// prettier-ignore
test.each([
  ['1.22.8', ['shop']],
  ['1.21.0', ['shop', 'pay', 'default']],
])('VD-33: in %s what stands elsewhere of Istio and Kubernetes leaves %j', (release, left) => {
  const manifests = [namespace('shop'), service({ name: 'shop/web' }), entry({ name: 'shop/pay', hosts: 'a.example' }), sidecar({ name: 'shop/default', egress: [{ hosts: '*/*' }] })];
  const { resources } = discovered('[{matchLabels: {team: mesh}}]', manifests, release);
  expect(resources.map(({ name }) => name)).toEqual(left);
});

test('without selectors nothing is looked at twice', () => {
  const resources = resourcesOf(service({ name: 'shop/web' }));
  const controlPlane = { ...defaultControlPlane, config: defaultMeshConfig };
  expect(discover(resources, controlPlane).resources).toBe(resources);
});
