import { describe, expect, test } from '@jest/globals';
import { groupKey } from '../../src/diff/simulation.js';
import { entry, service, sidecar, virtualService, type ManifestText } from '../manifests.js';
import { comparisonOf } from '../reviews.js';

function namespace(name: string, labels: Readonly<Record<string, string>> = {}): ManifestText {
  return JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
}

interface Pods {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly hostNetwork?: boolean;
}

function pods(name: string, { labels = {}, annotations = {}, hostNetwork = false }: Pods): ManifestText {
  const [space, own] = name.split('/');
  const template = { metadata: { labels: { app: own, ...labels }, annotations }, spec: { hostNetwork } };
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace: space, name: own },
    spec: { selector: { matchLabels: { app: own } }, template },
  });
}

/** `shop`, `shop app=web`: everyone who is asked. */
function groupsOf(base: readonly ManifestText[], head: readonly ManifestText[] = base): readonly string[] {
  const { classes } = comparisonOf(base, head);
  return classes
    .flatMap(({ groups }) => groups)
    .map(group => groupKey(group).trim())
    .sort();
}

const egress = [{ hosts: './*' }];
const web = { app: 'web' };

/** Calls of `a.example` from the pods that carry the labels, or from that namespace, end at `b.example`. */
function led(match: object, name = 'shop/a.example'): ManifestText {
  return virtualService({
    hosts: 'a.example',
    name,
    http: [{ match: [match], route: [{ destination: { host: 'b.example' } }] }],
  });
}

const a = entry({ hosts: 'a.example', ports: 'HTTP/80' });
const forWebOnly = JSON.stringify({
  apiVersion: 'networking.istio.io/v1',
  kind: 'DestinationRule',
  metadata: { namespace: 'shop', name: 'a' },
  spec: {
    host: 'a.example',
    workloadSelector: { matchLabels: web },
    subsets: [{ name: 'v1', labels: { version: 'v1' } }],
  },
});
const forWeb = sidecar({ name: 'shop/web', selector: { app: 'web' }, egress });
const forFront = sidecar({ name: 'shop/front', selector: { tier: 'front' }, egress });

type Row = [when: string, base: ManifestText[], head: ManifestText[], groups: string[]];

// prettier-ignore
const rows: Row[] = [
  ['a namespace has a Namespace object',    [namespace('shop')],                                  [namespace('shop')],                                    ['shop']],
  ['a namespace has a resource only',       [service({ name: 'shop/cart' })],                     [],                                                     ['shop']],
  ['a namespace is there at head only',     [namespace('shop')],                                  [namespace('shop'), entry({ hosts: 'a.b', namespace: 'pay' })], ['pay', 'shop']],
  ['head deletes the Namespace object',     [namespace('shop'), namespace('pay')],                [namespace('pay')],                                     ['pay']],
  ['… though resources stay',               [namespace('shop'), service({ name: 'shop/cart' })],  [service({ name: 'shop/cart' })],                       []],
  ['kube-* has Services',                   [service({ name: 'kube-system/dns' })],               [service({ name: 'kube-system/dns' })],                 []],
  ['injection is disabled',                 [namespace('shop', { 'istio-injection': 'disabled' })], [namespace('shop', { 'istio-injection': 'disabled' })], []],
  ['injection is disabled no more',         [namespace('shop', { 'istio-injection': 'disabled' })], [namespace('shop')],                                  ['shop']],
  ['a namespace is ambient',                [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' })], [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' })], []],
  ['… from head on',                        [namespace('shop')],                                  [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' })], ['shop']],
  ['… until head',                          [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' })], [namespace('shop')],                           ['shop']],
  ['head creates it ambient',               [],                                                   [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' })], []],
  ['it is ambient but for some pods',       [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' })], [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' }), pods('shop/web', { labels: { 'sidecar.istio.io/inject': 'true' } })], ['shop app=web,sidecar.istio.io/inject=true']],
  ['some of its pods are ambient',          [pods('shop/web', { labels: { 'istio.io/dataplane-mode': 'ambient' } })], [pods('shop/web', { labels: { 'istio.io/dataplane-mode': 'ambient' } })], ['shop']],
  ['pods are of another revision',          [entry({ hosts: 'a.b', labels: { 'istio.io/rev': 'blue' } }), namespace('shop', { 'istio.io/rev': 'green' }), pods('shop/web', { labels: { 'istio.io/rev': 'blue' } })], [entry({ hosts: 'a.b', labels: { 'istio.io/rev': 'blue' } }), namespace('shop', { 'istio.io/rev': 'green' }), pods('shop/web', { labels: { 'istio.io/rev': 'blue' } })], ['shop', 'shop app=web,istio.io/rev=blue']],
  ['it is the root namespace',              [namespace('istio-system')],                          [namespace('istio-system')],                            []],
  ['the root namespace has injected pods',  [namespace('istio-system', { 'istio-injection': 'enabled' }), pods('istio-system/grafana', {})], [namespace('istio-system', { 'istio-injection': 'enabled' }), pods('istio-system/grafana', {})], ['istio-system']],
  ['… by their own wish',                   [pods('istio-system/grafana', { labels: { 'sidecar.istio.io/inject': 'true' } })], [pods('istio-system/grafana', { labels: { 'sidecar.istio.io/inject': 'true' } })], ['istio-system']],
  ['its name is that of a gateway',         [namespace('istio-ingress')],                         [namespace('istio-ingress')],                           []],
  ['all its pods are gateways',             [pods('edge/in', { labels: { istio: 'ingressgateway' } })], [pods('edge/in', { labels: { istio: 'ingressgateway' } })], []],
  ['a gateway is among its pods',           [pods('edge/in', { labels: { istio: 'ingressgateway' } }), pods('edge/web', { labels: { 'sidecar.istio.io/inject': 'true' } })], [pods('edge/in', { labels: { istio: 'ingressgateway' } }), pods('edge/web', { labels: { 'sidecar.istio.io/inject': 'true' } })], ['edge']],
  ['a Sidecar selects pods',                [forWeb],                                             [],                                                     ['shop', 'shop app=web']],
  ['… of which some are known',             [forWeb, pods('shop/web', {})],                       [forWeb, pods('shop/web', {})],                         ['shop', 'shop app=web']],
  ['pods satisfy two selectors',            [forWeb, forFront, pods('shop/web', { labels: { tier: 'front' } })], [forWeb, forFront, pods('shop/web', { labels: { tier: 'front' } })], ['shop', 'shop app=web', 'shop app=web,tier=front', 'shop tier=front']],
  ['such pods have no sidecar',             [forWeb, forFront, pods('shop/web', { labels: { tier: 'front' }, annotations: { 'sidecar.istio.io/inject': 'false' } })], [forWeb, forFront], ['shop', 'shop app=web', 'shop tier=front']],
  ['such pods are on the host network',     [forWeb, forFront, pods('shop/web', { labels: { tier: 'front' }, hostNetwork: true })], [forWeb, forFront], ['shop', 'shop app=web', 'shop tier=front']],
  ['no Sidecar tells pods apart',           [pods('shop/web', {}), pods('shop/cart', {})],        [pods('shop/web', {})],                                 ['shop']],
  ['head labels known pods anew',           [forWeb, pods('shop/web', {})],                       [forWeb, pods('shop/web', { labels: { app: 'front' } })], ['shop', 'shop app=front Deployment/web', 'shop app=web']],
  ['… as pods of no selector are',          [forWeb, pods('shop/cart', {})],                      [forWeb, pods('shop/cart', { labels: { app: 'basket' } })], ['shop', 'shop app=web']],
  ['… those of a workload of another name', [forWeb, pods('shop/web', {})],                       [forWeb, pods('shop/front', {})],                       ['shop', 'shop app=web']],
  ['only a rule stands in a namespace',     [led({ uri: { prefix: '/' } })],                       [],                                                     ['shop']],
  ['an exportTo names a namespace of nothing', [entry({ hosts: 'a.b', exportTo: 'hr' })],          [],                                                     ['hr', 'shop']],
  ['… which everyone else sees too',        [entry({ hosts: 'a.b', exportTo: '*' })],             [],                                                     ['shop']],
  ['… from head on',                        [entry({ hosts: 'a.b' })],                            [entry({ hosts: 'a.b', exportTo: 'hr, ops' })],         ['hr', 'ops', 'shop']],
  ['a rule is for callers of a namespace of nothing', [a, led({ sourceNamespace: 'hr' })],        [a],                                                    ['hr', 'shop']],
  ['a rule is for pods of some labels',     [a, led({ sourceLabels: web })],                      [a],                                                    ['shop', 'shop app=web']],
  ['… which the Sidecar of a namespace hides', [a, led({ sourceLabels: web }, 'pay/a'), sidecar({ egress })], [],                                     ['pay', 'pay app=web', 'shop']],
  ['… of which some are known',             [a, led({ sourceLabels: web }), pods('shop/web', { labels: { tier: 'x' } })], [],                             ['shop', 'shop app=web']],
  ['… among those that a Sidecar selects',  [a, led({ sourceLabels: web }), forFront],            [],                                                     ['shop', 'shop app=web', 'shop app=web,tier=front', 'shop tier=front']],
  ['… that a Sidecar selects, too',         [a, led({ sourceLabels: web }), forWeb],              [],                                                     ['shop', 'shop app=web']],
  ['a policy is for pods of some labels',   [a, forWebOnly],                                      [],                                                     ['shop', 'shop app=web']],
  ['a selector is empty',                   [sidecar({ name: 'shop/all', selector: {}, egress })],        [],                                                     ['shop']],
];

describe('who is asked when', () => {
  test.each(rows)('%s', (_when, base, head, groups) => {
    expect(groupsOf(base, head)).toEqual(groups);
  });
});

// prettier-ignore
const remarks: [when: string, manifests: ManifestText[], remark: string][] = [
  ['nobody is known whom a Sidecar selects', [forWeb], 'no pod in the manifests carries the labels that Sidecar shop/web selects'],
  ['several Sidecars select such', [forWeb, forFront], 'no pod in the manifests carries the labels that Sidecar shop/front and Sidecar shop/web select'],
  ['many Sidecars select such', [1, 2, 3, 4, 5].map(n => sidecar({ name: `shop/s${n}`, selector: { app: `s${n}` }, egress })), 'no pod in the manifests carries the labels that Sidecar shop/s1, Sidecar shop/s2, Sidecar shop/s3 and 2 more select'],
  ['a rule looks for pods that nobody knows', [a, led({ sourceLabels: web })], 'no pod in the manifests carries the labels that VirtualService shop/a.example looks for'],
  ['pods are ambient', [pods('shop/web', { labels: { 'istio.io/dataplane-mode': 'ambient' } })], 'pods app=web,istio.io/dataplane-mode=ambient of namespace shop are ambient, which is not simulated: what becomes of their calls is unknown'],
  ['everything is for one revision', [namespace('shop'), entry({ hosts: 'a.b', labels: { 'istio.io/rev': 'blue' } })], 'objects are for revision blue of Istio alone: every workload is taken for one of that'],
  ['a revision may be a tag', [namespace('shop', { 'istio.io/rev': 'prod' }), entry({ hosts: 'a.b', labels: { 'istio.io/rev': 'blue' } })], 'objects are for revision blue of Istio alone, and the manifests do not tell whose 1 workload group is: where that makes a difference, what becomes of the calls is unknown'],
  ['a namespace is ambient', [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' })], 'namespace shop is ambient, which is not simulated: what becomes of its calls is unknown'],
];

test.each(remarks)('the report says so when %s', (_when, manifests, remark) => {
  expect(comparisonOf(manifests, manifests).remarks).toEqual([remark]);
});

// prettier-ignore
const lifetimes: [when: string, base: ManifestText[], head: ManifestText[], remark: string][] = [
  ['head adds pods with the Sidecar that selects them', [namespace('shop')], [namespace('shop'), forWeb, pods('shop/web', {})], 'pods app=web of namespace shop come with head and the manifests of base know none: nothing that they call was lost'],
  ['head labels pods and their Sidecar anew', [forWeb, pods('shop/web', {})], [sidecar({ name: 'shop/web', selector: { app: 'front' }, egress }), pods('shop/web', { labels: { app: 'front' } })], 'pods app=web of namespace shop carry other labels at head, and are asked by what they carry at each side'],
];

test.each(lifetimes)('the report says so when %s', (_when, base, head, remark) => {
  expect(comparisonOf(base, head).remarks).toContain(remark);
});

// prettier-ignore
const comings: [what: string, base: ManifestText[], head: ManifestText[], isCreated: boolean][] = [
  ['that head adds with its Sidecar',                   [namespace('shop')],                  [namespace('shop'), forWeb, pods('shop/web', {})],         true],
  ['that nobody knows',                                 [namespace('shop')],                  [namespace('shop'), forWeb],                               false],
  ['that base has already',                             [pods('shop/web', {})],               [forWeb, pods('shop/web', {})],                            false],
  ['that base has in a workload of another name',       [pods('shop/old', { labels: web })],  [forWeb, pods('shop/web', {})],                            false],
  ['that base has without a sidecar',                   [pods('shop/web', { hostNetwork: true })], [forWeb, pods('shop/web', {})],                       false],
  ['that a Sidecar selected before',                    [forWeb],                             [forWeb, pods('shop/web', {})],                            false],
  ['that a VirtualService looked for before',           [a, led({ sourceLabels: web })],      [a, forWeb, pods('shop/web', {})],                         false],
  ['that base has in another namespace',                [namespace('shop'), pods('pay/web', {})], [namespace('shop'), forWeb, pods('shop/web', {})],                      true],
  ['that it labels anew, asked by their own name',      [pods('shop/web', { labels: { app: 'old' } }), sidecar({ name: 'shop/web', selector: { app: 'old' }, egress })], [forWeb, pods('shop/web', {})], true],
  ['that it labels anew, told what the selector tells', [pods('shop/web', { labels: { app: 'old' } })], [forWeb, pods('shop/web', {})],                  false],
];

test.each(comings)('pods app=web %s: created is said', (_what, base, head, isCreated) => {
  const { classes } = comparisonOf(base, head);
  const found = classes.find(({ groups }) => groups.some(group => groupKey(group) === 'shop app=web'));
  expect(found?.isCreated).toBe(isCreated);
});

describe('classes', () => {
  test('pods that head adds are apart from those that it finds, though all are told the same', () => {
    const others = [namespace('shop'), forFront];
    const { classes } = comparisonOf(others, [...others, forWeb, pods('shop/web', {})]);
    expect(classes.map(({ groups, isCreated }) => [groups.map(groupKey), isCreated])).toEqual([
      [['shop '], false],
      [['shop app=web'], true],
      [['shop tier=front'], false],
    ]);
  });

  test('groups that are told the same are one, with everyone outside the repository', () => {
    const { classes } = comparisonOf([namespace('shop'), namespace('pay')], [namespace('shop'), namespace('pay')]);
    expect(classes.map(({ groups, reachesOutside }) => [groups.length, reachesOutside])).toEqual([[2, true]]);
  });

  test('pods of labels that no rule looks for are told what pods without labels are', () => {
    const manifests = [
      a,
      led({ sourceLabels: web }),
      sidecar({ name: 'shop/x', selector: { tier: 'x' }, egress: [{ hosts: '*/*' }] }),
    ];
    const { base } = comparisonOf(manifests, manifests);
    const [none, other, looked] = [{}, { app: 'cart' }, web].map(labels => base.sidecar({ namespace: 'shop', labels }));
    expect([other === none, looked === none]).toEqual([true, false]);
  });

  test('a Sidecar of the root namespace that imports what is their own keeps those apart who have something', () => {
    const root = sidecar({ name: 'istio-system/root', egress });
    const manifests = [namespace('hr'), namespace('ops'), a, root];
    const { classes } = comparisonOf(manifests, manifests);
    expect(classes.map(({ groups, reachesOutside }) => [groups.map(group => group.namespace), reachesOutside])).toEqual(
      [
        [['hr', 'ops'], true],
        [['shop'], false],
      ],
    );
  });

  test('a Sidecar of its own keeps a namespace apart', () => {
    const manifests = [namespace('shop'), namespace('pay'), sidecar({ egress })];
    const { classes } = comparisonOf(manifests, manifests);
    expect(classes.map(({ asked, reachesOutside }) => [asked.namespace, reachesOutside])).toEqual([
      ['pay', true],
      ['shop', false],
    ]);
  });

  test('namespaces that contend for a host that changes are apart, though all are told the same at both sides', () => {
    const others = [namespace('shop'), namespace('pay'), namespace('hr')];
    const { classes } = comparisonOf(
      [...others, entry({ hosts: 'a.b', namespace: 'shop' })],
      [...others, entry({ hosts: 'a.b', namespace: 'pay' })],
    );
    expect(classes.map(({ groups }) => groups.map(group => group.namespace))).toEqual([['hr'], ['pay'], ['shop']]);
  });

  test('namespaces that head creates are apart, those that it finds are not', () => {
    const base = [namespace('shop')];
    const { classes } = comparisonOf(base, [...base, namespace('pay'), service({ name: 'found/cart' })]);
    expect(classes.map(({ groups, isCreated }) => [groups.map(group => group.namespace), isCreated])).toEqual([
      [['found', 'shop'], false],
      [['pay'], true],
    ]);
  });
});
