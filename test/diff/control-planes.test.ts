import { describe, expect, test } from '@jest/globals';
import { compare } from '../../src/diff/comparison.js';
import { givenInstallations } from '../../src/given.js';
import { versionText } from '../../src/istio/version.js';
import { decodeSides } from '../../src/review.js';
import { entry, meshConfig, type ManifestText } from '../manifests.js';
import { comparisonOf, sidesOf, type Files } from '../reviews.js';

const pay = entry({ name: 'shop/pay', hosts: 'pay.example' });

function compared(base: readonly ManifestText[], head: readonly ManifestText[], versions: [string?, string?] = []) {
  const given = versions.map(version =>
    version === undefined ? [] : givenInstallations({ version, flags: [], meshConfig: null }),
  );
  const sides = decodeSides({
    ...sidesOf(base, head),
    given: { base: given[0] ?? [], head: given[1] ?? given[0] ?? [] },
  });
  return compare(sides.base, sides.head);
}

const meshesOf = ({ base, head }: ReturnType<typeof compare>) => [base.simulation.mesh, head.simulation.mesh] as const;

describe('the services of what both sides hold', () => {
  test('are the same under one control plane, wherever and however it is written', () => {
    const [base, head] = meshesOf(compared([pay, meshConfig('{}')], [pay, meshConfig('trustDomain: shop')]));
    expect(head.services[0]).toBe(base.services[0]);
  });

  test('are not under another', () => {
    const [base, head] = meshesOf(compared([pay], [pay, meshConfig('rootNamespace: mesh')]));
    expect(head.services[0]).not.toBe(base.services[0]);
    expect(head.services[0]?.resource).toBe(base.services[0]?.resource);
  });
});

test('sides of one release are one another’s', () => {
  const { base, head } = compared([pay], [pay], ['1.24', '1.24.6']).installed;
  expect(head.controlPlane).toBe(base.controlPlane);
});

describe('an upgrade of the same manifests', () => {
  // VD-35: up to 1.30.2 a default list without "." and "*" hides everything.
  const manifests = [
    pay,
    meshConfig('defaultServiceExportTo: [web]'),
    entry({ name: 'web/own', hosts: 'own.example' }),
  ];
  const { changedCalls, counterfactuals, resourceChanges } = compared(manifests, manifests, ['1.30.2', '1.30.3']);

  test('changes calls', () => {
    const hosts = changedCalls.map(({ groupClass, question }) => [groupClass.asked.namespace, question.configured]);
    expect(hosts).toContainEqual(['web', 'pay.example']);
  });

  test('has the release for its cause', () => {
    expect(resourceChanges.map(({ key }) => key)).toEqual(['Option//istio']);
    const [call] = changedCalls;
    if (call === undefined) throw new Error('no call changed');
    const without = counterfactuals.without(resourceChanges);
    expect(without.ask(call.groupClass.asked, call.question).kind).toBe(call.before.kind);
  });
});

test('a change of MeshConfig and one of an entry are told apart', () => {
  const closed = meshConfig('outboundTrafficPolicy: {mode: REGISTRY_ONLY}');
  const { counterfactuals, resourceChanges, changedCalls } = compared([meshConfig('{}')], [closed, pay]);
  const stranger = changedCalls.find(({ question }) => question.configured === null && question.kind === 'tls');
  if (stranger === undefined) throw new Error('no foreign call changed');
  const { groupClass, question } = stranger;
  const without = (key: string) =>
    counterfactuals.without(resourceChanges.filter(change => change.key === key)).ask(groupClass.asked, question).kind;
  expect(without('ConfigMap/istio-system/istio')).toBe('passthrough');
  expect(without('ServiceEntry/shop/pay')).toBe('blackhole');
});

describe('of two that say the release the first by path counts, and with a move', () => {
  const operator = (name: string, tag: string) =>
    `{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, metadata: {name: ${name}, namespace: istio-system}, spec: {tag: ${tag}}}`;
  const [old, recent] = [operator('old', '1.20.8'), operator('recent', '1.30.3')];
  const both = ['IstioOperator/istio-system/old', 'IstioOperator/istio-system/recent'];

  const paths = (files: Files) => ('length' in files ? ['mesh.yaml'] : Object.keys(files));

  type Row = readonly [what: string, base: Files, head: Files, release: string, changed: readonly string[]];
  // prettier-ignore
  const moves: readonly Row[] = [
    ['behind the other, the other counts',      { 'a.yaml': old, 'b.yaml': recent }, { 'c.yaml': old, 'b.yaml': recent }, '1.30.3', both],
    ['behind the other in one file, it does',   [old, recent, pay],                  [recent, old, pay],                  '1.30.3', both],
    ['elsewhere before the other, it counts on', { 'a.yaml': old, 'b.yaml': recent }, { '0.yaml': old, 'b.yaml': recent }, '1.20.8', []],
  ];

  test.each(moves)('%s', (_what, base, head, release, changed) => {
    const comparison = comparisonOf(base, head);
    const { version } = comparison.head.simulation.mesh;
    const { releases, controlPlane } = comparison.installed.head;
    expect(versionText(version)).toBe(release);
    expect(controlPlane.version).toBe(version);
    expect(paths(head)).toContain(releases[0]?.by.document.path);
    expect(comparison.resourceChanges.map(({ key }) => key)).toEqual(changed);
  });
});

describe('two istiods side by side', () => {
  const operator = (revision: string, mesh: string): ManifestText =>
    JSON.stringify({
      apiVersion: 'install.istio.io/v1alpha1',
      kind: 'IstioOperator',
      metadata: { name: revision, namespace: 'istio-system' },
      spec: { revision, meshConfig: { outboundTrafficPolicy: { mode: mesh } } },
    });
  const namespace = (name: string, revision?: string): ManifestText =>
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: revision === undefined ? {} : { 'istio.io/rev': revision } },
    });
  const shops = [namespace('a', 'a'), namespace('b', 'b'), namespace('c')];
  const strangers = (a: string, b: string) => {
    const { changedCalls } = compared(
      [...shops, operator('a', 'ALLOW_ANY'), operator('b', 'ALLOW_ANY')],
      [...shops, operator('a', a), operator('b', b)],
    );
    const found = changedCalls.filter(({ question }) => question.configured === null && question.kind === 'tls');
    const texts = found.flatMap(({ groupClass: { groups }, before, after }) =>
      groups.map(group => `${group.namespace}: ${before.kind} → ${after.kind}`),
    );
    return [...new Set(texts)].sort();
  };

  test.each([
    ['REGISTRY_ONLY', 'ALLOW_ANY', ['a: passthrough → blackhole', 'c: passthrough → unknown']],
    ['ALLOW_ANY', 'REGISTRY_ONLY', ['b: passthrough → blackhole', 'c: passthrough → unknown']],
    [
      'REGISTRY_ONLY',
      'REGISTRY_ONLY',
      ['a: passthrough → blackhole', 'b: passthrough → blackhole', 'c: passthrough → blackhole'],
    ],
  ])('tell each its own, of %s and %s', (a, b, changed) => {
    expect(strangers(a, b)).toEqual(changed);
  });
});
