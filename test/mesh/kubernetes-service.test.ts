import { expect, test } from '@jest/globals';
import { defaultControlPlane } from '../default-control-plane.js';
import { createConversion } from '../../src/mesh/conversion.js';
import type { MeshService } from '../../src/mesh/service.js';
import { service, type ServiceFields } from '../manifests.js';
import { resourcesOf } from '../meshes.js';

function converted(fields: Partial<ServiceFields>, invented: string | null = null): MeshService {
  const [resource] = resourcesOf(service({ name: 'shop/web', ...fields }));
  if (resource?.kind !== 'Service') throw new Error('one Service is read');
  const [made] = createConversion(defaultControlPlane, () => invented).convert(resource);
  if (made === undefined) throw new Error('a Service makes one service');
  return made;
}

// prettier-ignore
const rows: [when: string, fields: Partial<ServiceFields>, invented: string | null, expected: Partial<MeshService>][] = [
  ['CV-1 its host has name, namespace and domain',  {},                                          null,         { host: 'web.shop.svc.cluster.local', name: 'web', namespace: 'shop', registry: 'Kubernetes' }],
  ['CV-2 a headless one passes through',            { clusterIP: 'None' },                       '198.18.0.1', { resolution: 'Passthrough', address: '0.0.0.0', clusterAddresses: [] }],
  ['CV-3 one with an address is balanced',          { clusterIP: '10.96.0.1' },                  '198.18.0.1', { resolution: 'ClientSideLB', address: '10.96.0.1', clusterAddresses: ['10.96.0.1'] }],
  ['CV-3 of two addresses the first is the main',   { clusterIP: '2001:db8::1, 10.96.0.1' },     null,         { address: '2001:db8::1', clusterAddresses: ['2001:db8::1', '10.96.0.1'] }],
  ['CV-4 one without gets what is invented',        {},                                          '198.18.0.1', { resolution: 'ClientSideLB', address: '198.18.0.1', clusterAddresses: ['198.18.0.1'] }],
  ['CV-4 nothing is invented for vectors',          {},                                          null,         { resolution: 'ClientSideLB', address: '0.0.0.0', clusterAddresses: [] }],
  ['CV-5 an ExternalName is an alias',              { externalName: 'api.example' },             '198.18.0.1', { resolution: 'Alias', externalName: 'api.example', clusterAddresses: [] }],
  ['CV-5 an ExternalName of nothing is none',       { externalName: '' },                        null,         { resolution: 'ClientSideLB', externalName: null }],
  ['CV-6 exportTo is a list, trimmed',              { exportTo: '., pay ,hr' },                  null,         { exportTo: ['.', 'pay', 'hr'] }],
  ['CV-6 without annotation the mesh decides',      {},                                          null,         { exportTo: null }],
  ['CV-6 an empty annotation too',                  { exportTo: '' },                            null,         { exportTo: null }],
  ['CV-7 UDP stays in the model',                   { ports: 'dns!/53, dns/53' },                null,         { ports: [{ name: 'dns-53', number: 53, protocol: 'UDP' }, { name: 'dns-53', number: 53, protocol: 'TCP' }] }],
];

test.each(rows)('%s', (_when, fields, invented, expected) => {
  expect(converted(fields, invented)).toMatchObject(expected);
});

test('a resource is converted once, so that identity tells base and head apart', () => {
  const [resource] = resourcesOf(service({ name: 'shop/web' }));
  if (resource?.kind !== 'Service') throw new Error('one Service is read');
  const conversion = createConversion(defaultControlPlane, () => null);
  expect(conversion.convert(resource)).toBe(conversion.convert(resource));
});
