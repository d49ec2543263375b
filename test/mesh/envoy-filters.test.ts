import { expect, test } from '@jest/globals';
import { envoyFilter, type EnvoyFilterFields, type ManifestText } from '../manifests.js';
import { meshOf } from '../meshes.js';

function filter(name: string, fields: Partial<EnvoyFilterFields> = {}): ManifestText {
  return envoyFilter({ name, patches: [{ applyTo: 'HTTP_FILTER', operation: 'INSERT_FIRST' }], ...fields });
}

const mesh = meshOf([
  filter('istio-system/for-all'),
  filter('istio-system/for-web', { selector: { app: 'web' } }),
  filter('istio-system/for-gateways', { targetRefs: [{ kind: 'Gateway', name: 'edge' }] }),
  filter('shop/for-shop'),
  filter('shop/for-cart', { selector: { app: 'cart' } }),
  filter('shop/for-whom', { selector: {} }),
  filter('pay/for-pay'),
]);

// prettier-ignore
const rows: [whose: string, namespace: string, labels: Record<string, string>, filters: string[]][] = [
  ['a pod of a namespace that has filters',    'shop',         {},              ['for-all', 'for-shop', 'for-whom']],
  ['a pod that a filter of its own selects',   'shop',         { app: 'cart' }, ['for-all', 'for-shop', 'for-cart', 'for-whom']],
  ['a pod that one of the root selects',       'pay',          { app: 'web' },  ['for-all', 'for-web', 'for-pay']],
  ['a pod of a namespace that has none',       'other',        {},              ['for-all']],
  ['a pod of the root namespace, each once',   'istio-system', {},              ['for-all']],
];

test.each(rows)('%s', (_whose, namespace, labels, filters) => {
  expect(mesh.envoyFilters.find(namespace, labels).map(({ name }) => name)).toEqual(filters);
});
