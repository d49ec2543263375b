import { expect, test } from '@jest/globals';
import { defaultControlPlane } from '../default-control-plane.js';
import { ageAsGiven } from '../../src/mesh/age.js';
import { createConversion } from '../../src/mesh/conversion.js';
import { dial } from '../../src/mesh/dial.js';
import { freeAddresses } from '../../src/mesh/free-addresses.js';
import { indexMesh } from '../../src/mesh/mesh.js';
import { decodeAll } from '../../src/resources/decode-all.js';
import { readManifests } from '../../src/source/manifests.js';

const text = `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {clusterIP: 10.0.0.5, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: pay}
spec: {clusterIP: 10.0.0.6, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: db, namespace: shop}
spec: {clusterIP: None, ports: [{name: tcp, port: 5432}]}
---
apiVersion: v1
kind: Service
metadata: {name: pods, namespace: shop}
spec: {clusterIP: None, ports: [{name: tcp, port: 5432}]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: pods-1, namespace: shop, labels: {kubernetes.io/service-name: pods}}
addressType: IPv4
endpoints: [{addresses: [10.2.2.1]}, {addresses: [10.2.2.2]}]
ports: [{name: tcp}]
---
apiVersion: v1
kind: Service
metadata: {name: mail, namespace: shop}
spec: {ports: [{name: smtp, port: 25}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: office, namespace: shop}
spec: {hosts: [office.example.com], addresses: [172.16.8.0/24], ports: [{name: tcp, number: 443, protocol: TCP}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: any, namespace: shop}
spec: {hosts: ['*.example.net'], ports: [{name: tls, number: 443, protocol: TLS}]}
`;

const { documents } = readManifests([{ path: 'shop.yaml', content: '', text }]);
const { resources } = decodeAll(documents, new WeakMap());
const addresses = freeAddresses(resources);
const conversion = createConversion(defaultControlPlane, service => addresses.invented(service));
const { services } = indexMesh(resources, defaultControlPlane, ageAsGiven, conversion);
const nobody = { from: 'nobody', address: addresses.foreign } as const;

// prettier-ignore
const rows: readonly [what: string, host: string, expected: { from: string; address: string | RegExp }][] = [
  ['a short name is searched in its own namespace', 'cart',                         { from: 'manifest', address: '10.0.0.5' }],
  ['a name with a namespace',                       'cart.pay',                     { from: 'manifest', address: '10.0.0.6' }],
  ['a name up to svc',                              'cart.pay.svc',                 { from: 'manifest', address: '10.0.0.6' }],
  ['a full name',                                   'cart.pay.svc.cluster.local',   { from: 'manifest', address: '10.0.0.6' }],
  ['a full name with its dot',                      'cart.pay.svc.cluster.local.',  { from: 'manifest', address: '10.0.0.6' }],
  ['a short name with a dot is not searched',       'cart.',                        nobody],
  ['a Service without clusterIP gets an address',   'mail',                         { from: 'invented', address: /^198\.18\./ }],
  ['a headless Service has none of its own',        'db',                           nobody],
  ['but its pods have',                             'pods',                         { from: 'manifest', address: '10.2.2.1' }],
  ['of a range the first address',                  'office.example.com',           { from: 'manifest', address: '172.16.8.0' }],
  ['a host below a wildcard',                       'www.example.net',              nobody],
  ['a host that nobody names',                      'www.baidu.com',                nobody],
];

test.each(rows)('%s', (_what, host, { from, address }) => {
  const dialled = dial(host, { namespace: 'shop', domain: 'cluster.local' }, services, addresses);
  expect(dialled.from).toBe(from);
  expect(dialled.address).toMatch(address);
});

test('services that are named first are preferred', () => {
  const pod = { namespace: 'shop', domain: 'cluster.local' };
  const other = services
    .filter(({ namespace }) => namespace === 'pay')
    .map(service => ({ ...service, address: '10.0.0.7' }));
  expect(dial('cart.pay', pod, [...other, ...services], addresses).address).toBe('10.0.0.7');
});
