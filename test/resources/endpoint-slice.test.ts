import { expect, test } from '@jest/globals';
import { decode } from '../../src/resources/decode.js';
import { faultsOf } from './faults.js';
import { manifest } from './manifest.js';

const slice = (spec: string) =>
  `apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: db-1, labels: {kubernetes.io/service-name: db}}\n${spec}`;
const endpoints = (spec: string) => `apiVersion: v1\nkind: Endpoints\nmetadata: {name: db}\n${spec}`;

// prettier-ignore
test.each([
  ['a slice', slice('addressType: IPv4\nendpoints: [{addresses: [10.2.2.1]}]\nports: [{name: tcp, port: 80}]'), { kind: 'EndpointSlice', service: 'db', subsets: [{ addresses: ['10.2.2.1'], portNames: ['tcp'] }] }],
  ['a port without a name', slice('addressType: IPv4\nendpoints: [{addresses: [10.2.2.1]}]\nports: [{port: 80}]'), { subsets: [{ portNames: [''] }] }],
  ['a slice of names', slice('addressType: FQDN'), { service: null }],
  ['Endpoints', endpoints('subsets: [{addresses: [{ip: 10.2.2.1}], notReadyAddresses: [{ip: 10.2.2.2}], ports: [{name: tcp, port: 80}]}]'), { kind: 'Endpoints', service: 'db', subsets: [{ addresses: ['10.2.2.1', '10.2.2.2'], portNames: ['tcp'] }] }],
  ['Endpoints of nobody', endpoints(''), { service: 'db', subsets: [] }],
])('%s', (_what, text, expected) => {
  expect(decode(manifest(text))).toMatchObject({ resource: expected });
});

// prettier-ignore
test.each([
  ['addresses that are no list', slice('endpoints: [{addresses: 10.2.2.1}]'), '4:25 endpoints[0].addresses is "10.2.2.1", expected a list'],
  ['an unknown address type', slice('addressType: IP'), '4:14 addressType is "IP", expected one of IPv4, IPv6, FQDN'],
  ['subsets that are no list', endpoints('subsets: {}'), '4:10 subsets is an empty mapping, expected a list'],
])('%s are refused', (_what, text, fault) => {
  expect(faultsOf(text)).toEqual([fault]);
});
