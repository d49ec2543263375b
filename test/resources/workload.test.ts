import { expect, test } from '@jest/globals';
import { decode } from '../../src/resources/decode.js';
import { faultsOf } from './faults.js';
import { manifest } from './manifest.js';

const metadata = 'metadata: {name: cart, namespace: shop, labels: {of: workload}}\n';
const pod =
  '{metadata: {labels: {app: cart}, annotations: {sidecar.istio.io/inject: "false"}}, spec: {hostNetwork: true}}';

test.each([
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['apps/v1', 'DaemonSet'],
  ['apps/v1beta2', 'ReplicaSet'],
  ['batch/v1', 'Job'],
  ['argoproj.io/v1alpha1', 'Rollout'],
])('%s %s makes pods of its template', (apiVersion, kind) => {
  const decoded = decode(
    manifest(`apiVersion: ${apiVersion}\nkind: ${kind}\n${metadata}spec: {replicas: 2, template: ${pod}}`),
  );
  expect(decoded).toMatchObject({
    resource: {
      kind: 'Workload',
      workloadKind: kind,
      name: 'cart',
      labels: { of: 'workload' },
      podLabels: { app: 'cart' },
      podAnnotations: { 'sidecar.istio.io/inject': 'false' },
      hostNetwork: true,
    },
  });
});

test('a Service of Knative makes pods of its template, and is no Service of Kubernetes', () => {
  const text = `apiVersion: serving.knative.dev/v1\nkind: Service\n${metadata}spec: {template: ${pod}}`;
  expect(decode(manifest(text))).toMatchObject({
    resource: { kind: 'Workload', workloadKind: 'KnativeService', podLabels: { app: 'cart' } },
  });
});

test('a CronJob makes pods of the template in its job template', () => {
  const text = `apiVersion: batch/v1\nkind: CronJob\n${metadata}spec: {jobTemplate: {spec: {template: ${pod}}}}`;
  expect(decode(manifest(text))).toMatchObject({ resource: { workloadKind: 'CronJob', podLabels: { app: 'cart' } } });
});

test('a Pod has labels of its own', () => {
  const text = `apiVersion: v1\nkind: Pod\n${metadata}spec: {hostNetwork: false}`;
  expect(decode(manifest(text))).toMatchObject({
    resource: { workloadKind: 'Pod', podLabels: { of: 'workload' }, hostNetwork: false },
  });
});

test('a Rollout that takes its pods from a Deployment is left to the Deployment', () => {
  const text = `apiVersion: argoproj.io/v1\nkind: Rollout\n${metadata}spec: {workloadRef: {kind: Deployment, name: cart}}`;
  expect(decode(manifest(text))).toEqual({ outcome: 'foreign' });
});

test('an unquoted label is understood', () => {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: cart, labels: {version: 1.10, canary: true, none: null}}`;
  expect(decode(manifest(text))).toMatchObject({
    resource: { podLabels: { version: '1.10', canary: 'true', none: '' } },
  });
});

test('keys that JavaScript has uses for are labels like any other', () => {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: cart, labels: {__proto__: a, constructor: b}}`;
  const decoded = decode(manifest(text));
  const labels = decoded.outcome === 'resource' ? decoded.resource.labels : {};
  expect(Object.entries(labels)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
});

test('labels that are no mapping are refused', () => {
  const text = `apiVersion: apps/v1\nkind: Deployment\n${metadata}spec: {template: {metadata: {labels: [app]}}}`;
  expect(faultsOf(text)).toEqual(['4:38 spec.template.metadata.labels is a list of 1, expected a mapping']);
});
