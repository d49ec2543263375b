import { expect, test } from '@jest/globals';
import { decodeAll } from '../../src/resources/decode-all.js';
import { inCluster } from '../../src/resources/in-cluster.js';
import { snapshotOf } from '../../src/source/snapshot.js';
import { manifests } from './manifest.js';

const metadata = (more = '') => `metadata: {name: pay, namespace: shop${more}}`;
const service = (spec: string, more = '') => `{apiVersion: v1, kind: Service, ${metadata(more)}, spec: {${spec}}}`;
const entry = (more = '', status = '') =>
  `{apiVersion: networking.istio.io/v1, kind: ServiceEntry, ${metadata(more)}, spec: {hosts: [pay.example.com], resolution: DNS, ports: [{number: 443, name: tls, protocol: TLS}]}${status}}`;
const born = (time: string) => `, creationTimestamp: "${time}"`;
const given = (value: string) => `, status: {addresses: [{host: pay.example.com, value: ${value}}]}`;

const [first, second] = ['2024-01-01T00:00:00Z', '2024-02-02T00:00:00Z'];

// prettier-ignore
const rows: readonly [what: string, repository: string, cluster: string, known: object][] = [
  ['the age of the cluster',                  entry(),                     entry(born(first)),             { createdAt: Date.parse(first) }],
  ['it before that of the manifest',          entry(born(second)),         entry(born(first)),             { createdAt: Date.parse(first) }],
  ['that of the manifest before none',        entry(born(second)),         entry(),                        { createdAt: Date.parse(second) }],
  ['no age where the cluster lacks it',       entry(),                     service('', born(first)),       { createdAt: null }],
  ['the address that a Service was given',    service(''),                 service('clusterIP: 10.0.0.7, clusterIPs: [10.0.0.7]'), { clusterIP: '10.0.0.7', clusterIPs: ['10.0.0.7'] }],
  ['the address that its author wrote',       service('clusterIP: 10.0.0.8'), service('clusterIP: 10.0.0.7'), { clusterIP: '10.0.0.8' }],
  ['that a Service has none any more',        service('clusterIP: None'),  service('clusterIP: 10.0.0.7'), { clusterIP: 'None' }],
  ['no "None" where its author wrote nothing', service(''),                service('clusterIP: None'),     { clusterIP: null }],
  ['no address of an ExternalName Service',   service('type: ExternalName, externalName: a.b'), service('clusterIP: 10.0.0.7'), { clusterIP: null }],
  ['the addresses that istiod gave an entry', entry(),                     entry('', given('240.240.0.1')), { automaticAddresses: [{ host: 'pay.example.com', value: '240.240.0.1' }] }],
  ['those of the manifest before them',       entry('', given('240.240.0.2')), entry('', given('240.240.0.1')), { automaticAddresses: [{ host: 'pay.example.com', value: '240.240.0.2' }] }],
];

test.each(rows)('a manifest of the repository has %s', (_what, repository, cluster, known) => {
  const complete = inCluster(snapshotOf([{ path: 'cluster.yaml', text: cluster }]));
  const read = decodeAll(manifests(repository), new WeakMap());
  const [resource] = complete(read).resources;
  expect(resource).toMatchObject(known);
  expect(resource).not.toHaveProperty('fromSnapshot');
  expect(complete(read).resources[0]).toBe(resource);
});
