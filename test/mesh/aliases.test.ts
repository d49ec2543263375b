import { expect, test } from '@jest/globals';
import { aliasesByHost } from '../../src/mesh/aliases.js';
import { entry, service, type ManifestText } from '../manifests.js';
import { meshOf } from '../meshes.js';

const local = (name: string) => `${name}.svc.cluster.local`;
const alias = (name: string, externalName: string) => service({ name, externalName });

// prettier-ignore
const rows: [when: string, manifests: ManifestText[], aliases: Record<string, string[]>][] = [
  ['nothing stands for anything',      [service({ name: 'shop/web' })],                                                {}],
  ['a Service without a target is real', [service({ name: 'shop/web', externalName: '' })],                            {}],
  ['one stands for a host outside',    [alias('shop/ext', 'api.example')],                                             { 'api.example': [local('ext.shop')] }],
  ['two stand for one host',           [alias('shop/b', 'api.example'), alias('pay/a', 'api.example')],                { 'api.example': [local('a.pay'), local('b.shop')] }],
  ['through two hops',                 [alias('shop/a', local('b.shop')), alias('shop/b', 'api.example')],             { 'api.example': [local('a.shop'), local('b.shop')] }],
  ['through three hops',               [alias('a/a', local('b.b')), alias('b/b', local('c.c')), alias('c/c', 'api.example')], { 'api.example': [local('a.a'), local('b.b'), local('c.c')] }],
  ['for a Service of Kubernetes',      [alias('shop/a', local('web.pay')), service({ name: 'pay/web' })],              { [local('web.pay')]: [local('a.shop')] }],
  ['whatever its own exportTo says',   [service({ name: 'shop/ext', externalName: 'api.example', exportTo: '~' })],    { 'api.example': [local('ext.shop')] }],
  ['a target is taken as written',     [alias('shop/ext', 'API.example')],                                             { 'API.example': [local('ext.shop')] }],
  ['one that stands for itself',       [alias('shop/a', local('a.shop'))],                                             {}],
  ['a loop of two',                    [alias('a/a', local('b.b')), alias('b/b', local('a.a'))],                       {}],
  ['a way into a loop',                [alias('a/a', local('b.b')), alias('b/b', local('c.c')), alias('c/c', local('b.b'))], {}],
];

test.each(rows)('CV-5: %s', (_when, manifests, aliases) => {
  expect(Object.fromEntries(aliasesByHost(meshOf(manifests).services))).toEqual(aliases);
});

test('CV-5: every service of the host carries the alias, whatever declares it and wherever', () => {
  const { services } = meshOf([
    alias('shop/ext', 'api.example'),
    entry({ hosts: 'api.example', addresses: '10.0.0.1, 10.0.0.2' }),
    entry({ hosts: 'api.example', namespace: 'pay', exportTo: '.' }),
    entry({ hosts: 'other.example' }),
  ]);
  expect(services.filter(({ aliases }) => aliases.length > 0).map(({ host }) => host)).toEqual(
    Array(3).fill('api.example'),
  );
});
