import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Node, ScalarNode } from '../../src/source/node.js';
import { decode } from '../../src/resources/decode.js';
import { linesOf } from '../../src/source/lines.js';
import { faultsOf } from './faults.js';
import { manifest } from './manifest.js';

test.each([
  'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: a}',
  'apiVersion: networking.k8s.io/v1\nkind: Service\nmetadata: {name: a}',
  'apiVersion: serving.example.com/v1\nkind: Service\nmetadata: {name: a}',
  'apiVersion: v2\nkind: Service\nmetadata: {name: a}',
  'kind: Service\nmetadata: {name: a}',
  'apiVersion: v1\nkind: [Service]',
  '- apiVersion: v1\n  kind: Service',
  'just text',
])('not ours: %s', text => {
  expect(decode(manifest(text))).toEqual({ outcome: 'foreign' });
});

test.each(['v1alpha3', 'v1beta1', 'v1'])('every version of a kind of Istio is the same: %s', version => {
  const text = `apiVersion: networking.istio.io/${version}\nkind: Sidecar\nmetadata: {name: a}\nspec: {egress: [{hosts: [./*]}]}`;
  expect(decode(manifest(text)).outcome).toBe('resource');
});

test('without a namespace it is in default, and says so', () => {
  expect(decode(manifest('apiVersion: v1\nkind: Service\nmetadata: {name: cart}'))).toMatchObject({
    resource: { namespace: 'default', namespaceGiven: false, createdAt: null },
  });
});

test('a Namespace is in none', () => {
  expect(decode(manifest('apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {a: b}}'))).toMatchObject({
    resource: { kind: 'Namespace', name: 'shop', namespace: '', labels: { a: 'b' } },
  });
});

test('a name to be generated is as good as a name', () => {
  expect(decode(manifest('apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: clean-}'))).toMatchObject({
    resource: { name: 'clean-' },
  });
});

// prettier-ignore
test.each([
  ['no metadata', 'apiVersion: v1\nkind: Service\n', '1:1 metadata.name is missing, expected the name of the resource'],
  ['no name', 'apiVersion: v1\nkind: Service\nmetadata: {namespace: shop}\n', '3:11 metadata.name is missing, expected the name of the resource'],
  ['a name that is a number', 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: 1\n', '4:9 metadata.name is 1, expected a string, quoted where it reads as a number or boolean'],
  ['a time that is none', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a, creationTimestamp: today}\n', '3:40 metadata.creationTimestamp is "today", expected a time such as "2024-05-01T12:00:00Z"'],
])('%s is refused', (_what, text, fault) => {
  expect(faultsOf(text)[0]).toBe(fault);
});

const sidecar = (metadata: string, more = '') =>
  `apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: a, ${metadata}}\nspec: {egress: [{hosts: [./*]}]}\n${more}`;

// prettier-ignore
test.each([
  ['a label that is a number', sidecar('labels: {a: 1}'), '3:33 metadata.labels.a is 1, expected a string, quoted where it reads as a number or boolean'],
  ['an annotation of another kind', sidecar('annotations: {istio.io/dry-run: "true"}'), '3:53 metadata.annotations["istio.io/dry-run"] is "true", expected none: this annotation is for AuthorizationPolicy only'],
  ['a field that is not known', sidecar('namespace: b', 'specs: 1\n'), '5:8 specs is 1, expected none: a field that is not apiVersion, kind, metadata, spec, status is refused'],
])('in Istio\'s own kinds, %s is refused', (_what, text, fault) => {
  expect(faultsOf(text)).toEqual([fault]);
});

test('a refused manifest is still known by kind, namespace and name', () => {
  const document = manifest(
    'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: pay, namespace: shop}',
  );
  expect(decode(document)).toMatchObject({
    outcome: 'invalid',
    document,
    kind: 'ServiceEntry',
    namespace: 'shop',
    name: 'pay',
  });
});

const text = '';
const scalar: fc.Arbitrary<ScalarNode> = fc.record({
  kind: fc.constant('scalar' as const),
  text: fc.oneof(
    fc.constantFrom('*', './*', 'unix://', '443', 'DNS', 'DYNAMIC_DNS', '10.0.0.0/8', '1s', '', '-'),
    fc.string(),
  ),
  type: fc.constantFrom('string', 'integer', 'float', 'boolean', 'null'),
  start: fc.constant(0),
  end: fc.constant(0),
});
const fields = [
  'metadata', 'spec', 'status', 'name', 'namespace', 'labels', 'annotations', 'hosts', 'addresses', 'ports', 'number',
  'protocol', 'target_port', 'location', 'resolution', 'endpoints', 'address', 'workloadSelector', 'exportTo', 'egress',
  'ingress', 'port', 'bind', 'captureMode', 'tls', 'mode', 'defaultEndpoint', 'connectionPool', 'http', 'tcp',
  'idleTimeout', 'outboundTrafficPolicy', 'egressProxy', 'host', 'template', 'gateways', 'match', 'route', 'uri',
  'headers', 'regex', 'prefix', 'sniHosts', 'destination', 'subsets', 'trafficPolicy', 'loadBalancer', 'consistentHash',
  'localityLbSetting', 'distribute', 'from', 'to', '__proto__', 'constructor', '',
]; // prettier-ignore
const key = fc
  .constantFrom(...fields)
  .map((name): ScalarNode => ({ kind: 'scalar', text: name, type: 'string', start: 0, end: 0 }));
const { node } = fc.letrec<{ node: Node }>(tie => ({
  node: fc.oneof(
    { depthSize: 'large', withCrossShrink: true },
    scalar,
    fc.array(tie('node'), { maxLength: 3 }).map((items): Node => ({ kind: 'sequence', items, start: 0, end: 0 })),
    fc
      .array(fc.record({ key, value: tie('node') }), { maxLength: 6 })
      .map((pairs): Node => ({ kind: 'mapping', pairs, start: 0, end: 0 })),
  ),
}));
const kinds = [
  ['v1', 'Service'],
  ['v1', 'Pod'],
  ['batch/v1', 'CronJob'],
  ['networking.istio.io/v1', 'ServiceEntry'],
  ['networking.istio.io/v1', 'Sidecar'],
  ['networking.istio.io/v1', 'VirtualService'],
  ['networking.istio.io/v1', 'DestinationRule'],
] as const;

test('decoding never throws, whatever stands in a manifest', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), node, node, node, ([apiVersion, kind], metadata, spec, other) => {
      const named = (name: string, value: Node) => ({ key: { ...plain, text: name }, value });
      const plain: ScalarNode = { kind: 'scalar', text: '', type: 'string', start: 0, end: 0 };
      const root: Node = {
        kind: 'mapping',
        pairs: [
          named('apiVersion', { ...plain, text: apiVersion }),
          named('kind', { ...plain, text: kind }),
          named('metadata', metadata),
          named('spec', spec),
          named('status', other),
        ],
        start: 0,
        end: 0,
      };
      const decoded = decode({ path: 'shop.yaml', text, lines: linesOf(text), root });
      expect(decoded.outcome).not.toBe('foreign');
    }),
    { numRuns: 500 },
  );
});
