import { expect, test } from '@jest/globals';
import { selectSidecar } from '../../src/scope/select-sidecar.js';
import { sidecar, type SidecarFields } from '../manifests.js';
import { meshOf } from '../meshes.js';

const egress = [{ hosts: './*' }];
const of = (name: string, fields: SidecarFields = {}) => sidecar({ name, egress, ...fields });

type Row = [when: string, sidecars: string[], chosen: string | null, rivals: string[]];

// prettier-ignore
const rows: Row[] = [
  ['SC-6 none exists',                                     [],                                                                                              null,               []],
  ['SC-1 the namespace has one',                           [of('shop/ns')],                                                                                 'shop/ns',          []],
  ['SC-1 another namespace has one',                       [of('pay/ns')],                                                                                  null,               []],
  ['SC-1 a selector that fits goes before none',           [of('shop/ns', { day: 1 }), of('shop/cart', { selector: { app: 'cart' }, day: 2 })],             'shop/cart',        []],
  ['SC-1 a selector that does not fit is passed over',     [of('shop/ns'), of('shop/web', { selector: { app: 'web' } })],                                   'shop/ns',          []],
  ['SC-1 every label of the selector counts',              [of('shop/v2', { selector: { app: 'cart', version: 'v2' } })],                                   null,               []],
  ['SC-1 of two that fit the older governs',               [of('shop/a', { selector: { app: 'cart' }, day: 2 }), of('shop/b', { selector: { version: 'v1' }, day: 1 })], 'shop/b', ['shop/a']],
  ['SC-2 an empty selector ranks with the selectors',      [of('shop/ns', { day: 1 }), of('shop/all', { selector: {}, day: 2 })],                           'shop/all',         []],
  ['SC-2 an empty selector fits everything',               [of('shop/all', { selector: {}, day: 1 }), of('shop/cart', { selector: { app: 'cart' }, day: 2 })], 'shop/all',      ['shop/cart']],
  ['SC-3 of two without selector the older governs',       [of('shop/a', { day: 2 }), of('shop/b', { day: 1 })],                                            'shop/b',           ['shop/a']],
  ['SC-3 of two of one age the first by name',             [of('shop/b'), of('shop/a')],                                                                    'shop/a',           ['shop/b']],
  ['SC-4 the root one serves who has none',                [of('istio-system/root')],                                                                       'istio-system/root', []],
  ['SC-4 the oldest root one',                             [of('istio-system/new', { day: 2 }), of('istio-system/old', { day: 1 })],                        'istio-system/old', ['istio-system/new']],
  ['SC-4 the namespace goes before the root, however old', [of('istio-system/root', { day: 1 }), of('shop/ns', { day: 2 })],                                'shop/ns',          []],
  ['SC-4 a root one with selector serves nobody else',     [of('istio-system/cart', { selector: { app: 'cart' } })],                                        null,               []],
  ['SC-4 where no selector of the namespace fits, the root one', [of('shop/web', { selector: { app: 'web' } }), of('istio-system/root')],                   'istio-system/root', []],
];

test.each(rows)('%s', (_when, sidecars, chosen, rivals) => {
  const choice = selectSidecar(meshOf(sidecars), 'shop', { app: 'cart', version: 'v1' });
  const nameOf = ({ namespace, name }: { namespace: string; name: string }) => `${namespace}/${name}`;
  expect([choice.chosen === null ? null : nameOf(choice.chosen), choice.rivals.map(nameOf)]).toEqual([chosen, rivals]);
});

test('SC-5: in the root namespace its Sidecars are like any other', () => {
  const mesh = meshOf([
    of('istio-system/root', { day: 1 }),
    of('istio-system/cart', { selector: { app: 'cart' }, day: 2 }),
  ]);
  expect(selectSidecar(mesh, 'istio-system', { app: 'cart' }).chosen?.name).toBe('cart');
  expect(selectSidecar(mesh, 'istio-system', {}).chosen?.name).toBe('root');
});

test('MC-2: the root namespace is the one that the mesh names', () => {
  const mesh = meshOf([of('mesh/root'), of('istio-system/other')], { rootNamespace: 'mesh' });
  expect(selectSidecar(mesh, 'shop', {}).chosen?.name).toBe('root');
});
