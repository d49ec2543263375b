import { expect, test } from '@jest/globals';
import { readManifests } from '../../src/source/manifests.js';
import { decodeAll } from '../../src/resources/decode-all.js';

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: pay}\n';
const kustomization = (...lines: readonly string[]) =>
  `kind: Kustomization\n${lines.map(line => `${line}\n`).join('')}`;

function namespaceIn(files: Readonly<Record<string, string>>): readonly [string, boolean] {
  const { documents } = readManifests(Object.entries(files).map(([path, text]) => ({ path, content: text, text })));
  const [resource] = decodeAll(documents, new WeakMap()).resources;
  if (resource === undefined) throw new Error('expected a resource');
  return [resource.namespace, resource.namespaceGiven];
}

// prettier-ignore
const rows: readonly [what: string, files: Record<string, string>, namespace: string, isGiven: boolean][] = [
  ['that names it', { 'kustomization.yaml': kustomization('namespace: shop', 'resources: [pay.yaml]'), 'pay.yaml': service }, 'shop', true],
  ['of another folder', { 'dev/kustomization.yaml': kustomization('namespace: shop', 'resources: [../base/pay.yaml]'), 'base/pay.yaml': service }, 'shop', true],
  ['that names its folder', { 'dev/kustomization.yaml': kustomization('namespace: shop', 'resources: [../base/]'), 'base/kustomization.yaml': kustomization('resources: [pay.yaml]'), 'base/pay.yaml': service }, 'shop', true],
  ['around one that sets another', { 'dev/kustomization.yaml': kustomization('namespace: shop', 'resources: [../base]'), 'base/kustomization.yaml': kustomization('namespace: base', 'resources: [./pay.yaml]'), 'base/pay.yaml': service }, 'shop', true],
  ['that sets it, within one that sets none', { 'kustomization.yaml': kustomization('resources: [base]'), 'base/kustomization.yaml': kustomization('namespace: base', 'resources: [pay.yaml]'), 'base/pay.yaml': service }, 'base', true],
  ['as well as by others that agree', { 'a/kustomization.yaml': kustomization('namespace: shop', 'resources: [../pay.yaml]'), 'b/kustomization.yaml': kustomization('namespace: shop', 'resources: [../pay.yaml]'), 'pay.yaml': service }, 'shop', true],
  ['while others set another', { 'a/kustomization.yaml': kustomization('namespace: shop', 'resources: [../pay.yaml]'), 'b/kustomization.yaml': kustomization('namespace: demo', 'resources: [../pay.yaml]'), 'pay.yaml': service }, 'default', false],
  ['that does not name it', { 'kustomization.yaml': kustomization('namespace: shop', 'resources: [web.yaml]'), 'pay.yaml': service }, 'default', false],
  ['that sets none', { 'kustomization.yaml': kustomization('resources: [pay.yaml]'), 'pay.yaml': service }, 'default', false],
  ['that names itself by another', { 'a/kustomization.yaml': kustomization('namespace: shop', 'resources: [../b]'), 'b/kustomization.yaml': kustomization('resources: [../a, pay.yaml]'), 'b/pay.yaml': service }, 'default', false],
];

test.each(rows)(
  'a manifest without a namespace is in that of a kustomization %s',
  (_what, files, namespace, isGiven) => {
    expect(namespaceIn(files)).toEqual([namespace, isGiven]);
  },
);

test('a manifest that names its namespace is in that', () => {
  const files = {
    'kustomization.yaml': kustomization('namespace: shop', 'resources: [pay.yaml]'),
    'pay.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: pay, namespace: own}\n',
  };
  expect(namespaceIn(files)).toEqual(['own', true]);
});
