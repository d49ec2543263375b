import { describe, expect, test } from '@jest/globals';
import { meshConfig, service } from '../manifests.js';
import { reviewOf, type Files } from '../reviews.js';

/** The sentences of a review that are about Istio itself. */
function saidOf(base: Files, head: Files): readonly string[] {
  const isOfIstio = /Istio|MeshConfig|istiod|ConfigMap|proxy\.istio\.io/;
  return reviewOf(base, head).assumptions.filter(sentence => isOfIstio.test(sentence));
}

const unknown = 'nothing says which Istio runs: 1.30.3, the newest that was recorded, is taken';
const none =
  'no MeshConfig was read: outboundTrafficPolicy ALLOW_ANY, root namespace istio-system and exportTo "*" are taken as defaults';
const web = service({ name: 'shop/web', clusterIP: '10.0.0.1' });
const pod = (config: string) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop', annotations: { 'proxy.istio.io/config': config } },
  });

describe('a review says of Istio', () => {
  const closed = meshConfig('outboundTrafficPolicy: {}');
  const broken = meshConfig('proxyListenPort: many');
  const read = (file: string) => `MeshConfig is read from ${file}:1 (ConfigMap istio-system/istio)`;
  // prettier-ignore
  const rows: [what: string, base: Files, head: Files, said: readonly string[]][] = [
    ['what it took for granted',                     [web],                 [web],                   [unknown, none]],
    ['what it found',                                { 'a.yaml': closed },  { 'a.yaml': closed },    [unknown, `${read('a.yaml')}: outboundTrafficPolicy REGISTRY_ONLY`]],
    ['what was otherwise at base',                   [web],                 { 'a.yaml': closed },    [unknown, `${read('a.yaml')}: outboundTrafficPolicy REGISTRY_ONLY`, `at base: ${none}`]],
    ['not where it stood before, if it says the same', { 'a.yaml': closed }, { 'b.yaml': closed },   [unknown, `${read('b.yaml')}: outboundTrafficPolicy REGISTRY_ONLY`]],
    ['what nobody could read at base either',        { 'a.yaml': broken },  { 'a.yaml': broken },    [unknown, none, 'ConfigMap istio-system/istio says nothing here, as at base: a.yaml:1: data.mesh.proxyListenPort is "many", expected a whole number from 0 to 4294967295']],
    ['what pods say otherwise',                      [web],                 [web, pod('proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}')], [unknown, none, '1 workload has settings of their sidecars in annotation proxy.istio.io/config, which are not simulated']],
    ['not what has nothing to do with calls',        [web],                 [web, pod('concurrency: 2')], [unknown, none]],
  ];
  test.each(rows)('%s', (_what, base, head, said) => {
    expect(saidOf(base, head)).toEqual(said);
  });
});

test('a review names namespaces that nobody can place', () => {
  const selectors = meshConfig('discoverySelectors: [{matchLabels: {team: mesh}}]');
  const { assumptions } = reviewOf([web, selectors], [web, selectors]);
  expect(assumptions).toContain(
    'discoverySelectors choose by labels, and no Namespace tells those of shop: istiod is taken to look there',
  );
});

describe('a head that names no release keeps that of base:', () => {
  const operator = (spec: string) =>
    `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: cp, namespace: istio-system}\nspec: ${spec}\n`;
  // 1.11 takes it, 1.30 refuses it.
  const thrift = `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: a, namespace: shop}\nspec: {hosts: [a.example], ports: [{name: thrift, number: 9090, protocol: THRIFT}], resolution: DNS}\n`;
  const base = [web, thrift, operator('{tag: 1.11.0}')];
  const says = (tag: string) => [
    "nothing says which Istio runs: base's 1.11.0 is kept",
    none,
    `mesh.yaml:12 (IstioOperator istio-system/cp) says '${tag}', which names no release of Istio: base's 1.11.0 is kept`,
  ];
  // prettier-ignore
  const rows: [what: string, head: Files, said: readonly string[]][] = [
    ['a variable',           [web, thrift, operator('{tag: "${TAG}"}')], says('${TAG}')],
    ['a tag that moves',     [web, thrift, operator('{tag: latest}')],   says('latest')],
    ['a release of no Istio', [web, thrift, operator('{tag: 9.9.9}')],   says('9.9.9')],
    ['nothing at all',       [web, thrift],                              says('').slice(0, 2)],
  ];
  test.each(rows)('%s', (_what, head, said) => {
    expect(saidOf(base, head)).toEqual(said);
    expect(reviewOf(base, head)).toMatchObject({ istioVersion: '1.11.0', findings: [] });
  });

  test('but not where it is base that names none', () => {
    expect(reviewOf([web], base).istioVersion).toBe('1.11.0');
    expect(saidOf([web, operator('{tag: latest}')], [web])).toContain(unknown);
  });
});
