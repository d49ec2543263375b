import { expect, test } from '@jest/globals';
import { decode } from '../../src/resources/decode.js';
import { faultsOf } from './faults.js';
import { manifest } from './manifest.js';

const head = 'apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\nspec:\n';

function serviceOf(spec: string) {
  const decoded = decode(manifest(head + spec));
  return decoded.outcome === 'resource' ? decoded.resource : decoded;
}

test.each([
  ['an address that the API server will fill', '  ports: []\n', { type: 'ClusterIP', clusterIP: null, clusterIPs: [] }],
  ['an empty address like none', '  clusterIP: ""\n', { clusterIP: null }],
  ['a headless Service', '  clusterIP: None\n', { clusterIP: 'None' }],
  ['both addresses', '  clusterIP: 10.0.0.1\n  clusterIPs: [10.0.0.1, "::1"]\n', { clusterIPs: ['10.0.0.1', '::1'] }],
  [
    'an external name',
    '  type: ExternalName\n  externalName: a.com\n',
    { type: 'ExternalName', externalName: 'a.com' },
  ],
  [
    'a port of defaults',
    '  ports: [{port: 80}]\n',
    { ports: [{ name: '', port: 80, protocol: 'TCP', appProtocol: null }] },
  ],
  [
    'a port with all that counts',
    '  ports: [{name: web, port: 80, protocol: UDP, appProtocol: http2, targetPort: http}]\n',
    { ports: [{ name: 'web', port: 80, protocol: 'UDP', appProtocol: 'http2' }] },
  ],
])('%s', (_what, spec, expected) => {
  expect(serviceOf(spec)).toMatchObject({ kind: 'Service', ...expected });
});

// prettier-ignore
test.each([
  ['a quoted port', '  ports: [{port: "80"}]\n', '5:18 spec.ports[0].port is "80", expected a whole number from 1 to 65535'],
  ['a port without number', '  ports: [{name: web}]\n', '5:11 spec.ports[0].port is missing, expected a port number from 1 to 65535'],
  ['ports that are no list', '  ports: {port: 80}\n', '5:10 spec.ports is a mapping, expected a list'],
  ['an unknown type', '  type: External\n', '5:9 spec.type is "External", expected one of ClusterIP, NodePort, LoadBalancer, ExternalName'],
])('%s is refused', (_what, spec, fault) => {
  expect(faultsOf(head + spec)).toEqual([fault]);
});
