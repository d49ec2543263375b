import { expect, test } from '@jest/globals';
import { entry, service } from '../manifests.js';
import { comparisonOf, type Files } from '../reviews.js';

const baidu = entry({ hosts: 'www.baidu.com' });
const yaml = `apiVersion: networking.istio.io/v1beta1
kind: ServiceEntry
metadata:
  namespace: shop   # another order, a comment, another version of the API
  name: www.baidu.com
spec:
  resolution: DNS
  ports: [{protocol: TLS, number: 443, name: p443}]
  hosts: ["www.baidu.com"]
`;

/** `+ ServiceEntry/shop/a`, `-`, `~`: what head adds, removes, says otherwise. */
function changesOf(base: Files, head: Files): readonly string[] {
  return comparisonOf(base, head)
    .resourceChanges.map(
      ({ key, base: before, head: after }) => `${before === null ? '+' : after === null ? '-' : '~'} ${key}`,
    )
    .sort();
}

type Row = [what: string, base: Files, head: Files, changes: string[]];

// prettier-ignore
const rows: Row[] = [
  ['a new resource',                  [baidu],                 [baidu, service({ name: 'shop/cart' })],           ['+ Service/shop/cart']],
  ['a resource that goes',            [baidu, service({ name: 'shop/cart' })], [baidu],                           ['- Service/shop/cart']],
  ['another port',                    [baidu],                 [entry({ hosts: 'www.baidu.com', ports: 'TLS/8443' })], ['~ ServiceEntry/shop/www.baidu.com']],
  ['another name',                    [baidu],                 [entry({ hosts: 'www.baidu.com', name: 'shop/b' })], ['+ ServiceEntry/shop/b', '- ServiceEntry/shop/www.baidu.com']],
  ['the same in another file',        { 'a.yaml': baidu },     { 'b/c.yaml': baidu },                             []],
  ['the same, written otherwise',     { 'a.yaml': baidu },     { 'a.yaml': yaml },                                []],
  ['the same in a List',              { 'a.yaml': baidu },     { 'a.yaml': `{"apiVersion":"v1","kind":"List","items":[${baidu}]}` }, []],
  ['the same in another order',       [baidu, service({ name: 'shop/cart' })], [service({ name: 'shop/cart' }), baidu], []],
  ['a namespace spelt out',           { 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: cart}\nspec: {ports: [{port: 80}]}\n' }, { 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: default}\nspec: {ports: [{port: 80}]}\n' }, []],
];

test.each(rows)('%s', (_what, base, head, changes) => {
  expect(changesOf(base, head)).toEqual(changes);
});
