import { expect, test } from '@jest/globals';
import { decode } from '../../src/resources/decode.js';
import { faultsOf } from './faults.js';
import { manifest } from './manifest.js';

const head = 'apiVersion: networking.istio.io/v1\nkind: WorkloadEntry\nmetadata: {name: vm, namespace: shop}\nspec:\n';

test('a WorkloadEntry is an endpoint with labels', () => {
  const text = `${head.replace('shop}', 'shop, labels: {v: "2"}}')}  {address: 10.2.2.9, ports: {tcp: "80"}, labels: {app: a, v: "1"}}`;
  expect(decode(manifest(text))).toMatchObject({
    resource: {
      kind: 'WorkloadEntry',
      endpoint: { address: '10.2.2.9', ports: { tcp: 80 }, labels: { app: 'a', v: '2' } },
      isHealthy: true,
    },
  });
});

test.each([
  '  {address: vm.example}',
  '  {address: "2001:db8::1"}',
  '  {address: "unix:///var/run/app.sock"}',
  '  {network: vm}',
])('%s is accepted', spec => {
  expect(faultsOf(head + spec)).toEqual([]);
});

// prettier-ignore
test.each([
  ['no address and no network', '  {labels: {app: a}}', '5:3 spec.address is missing, expected an IP address, a domain name or a unix:// path, or a network'],
  ['a wildcard', '  {address: "*.example"}', '5:13 spec.address is "*.example", expected an IP address, a domain name without wildcards or a unix:// path'],
  ['a relative socket', '  {address: "unix://app.sock"}', '5:13 spec.address is "unix://app.sock", expected the absolute path of a file, as in unix:///var/run/app.sock, or an abstract socket, as in unix://@app'],
  ['a socket beside ports', '  {address: "unix:///a", ports: {tcp: 80}}', '5:13 spec.address is "unix:///a", expected no unix:// path beside ports'],
  ['a port of no number', '  {address: 10.2.2.9, ports: {tcp: 0}}', '5:36 spec.ports.tcp is 0, expected a port number from 1 to 65535'],
  ['labels that are none', '  {address: 10.2.2.9, labels: {app: a_}}', '5:37 spec.labels.app is "a_", expected letters, digits, "-", "_" and ".", with a letter or digit at both ends'],
])('%s is refused', (_what, spec, fault) => {
  expect(faultsOf(head + spec)).toEqual([fault]);
});
