import { describe, expect, test } from '@jest/globals';
import type { MeshService } from '../../src/mesh/service.js';
import { entry, service, type EntryFields } from '../manifests.js';
import { meshOf, servicesOf } from '../meshes.js';

// prettier-ignore
const addresses: [when: string, fields: Partial<EntryFields>, expected: string[]][] = [
  ['CV-9 none is the unspecified one',     {},                                                        ['a.example 0.0.0.0']],
  ['CV-9 one for each address',            { addresses: '10.0.0.1, 10.0.0.2' },                       ['a.example 10.0.0.1', 'a.example 10.0.0.2']],
  ['CV-9 and for each host',               { hosts: 'a.example, b.example', addresses: '10.0.0.1' },  ['a.example 10.0.0.1', 'b.example 10.0.0.1']],
  ['CV-9 a prefix stays one',              { addresses: '10.0.0.0/8', resolution: 'NONE' },           ['a.example 10.0.0.0/8']],
  ['CV-9 a prefix of one is an address',   { addresses: '10.0.0.1/32', resolution: 'NONE' },          ['a.example 10.0.0.1']],
  ['CV-9 also of IPv6, in short',          { addresses: '2001:0DB8::1/128', resolution: 'NONE' },     ['a.example 2001:db8::1']],
  ['CV-9 an address stays as written',     { addresses: '2001:0DB8::1' },                             ['a.example 2001:0DB8::1']],
  ['CV-9 the prefix of all',               { addresses: '0.0.0.0/0, ::/0', resolution: 'NONE' },      ['a.example 0.0.0.0/0', 'a.example ::/0']],
];

test.each(addresses)('addresses: %s', (_when, fields, expected) => {
  const services = servicesOf(entry({ hosts: 'a.example', ...fields }));
  expect(services.map(({ host, address }) => `${host} ${address}`)).toEqual(expected);
});

// prettier-ignore
const fields: [when: string, fields: Partial<EntryFields>, expected: Partial<MeshService>][] = [
  ['CV-10 its name is the host',                    { name: 'pay/x' },                                  { name: 'a.example', namespace: 'pay', registry: 'External' }],
  ['CV-11 NONE',                                    { resolution: 'NONE' },                             { resolution: 'Passthrough' }],
  ['CV-11 STATIC',                                  { resolution: 'STATIC' },                           { resolution: 'ClientSideLB' }],
  ['CV-11 DNS',                                     { resolution: 'DNS' },                              { resolution: 'DNSLB' }],
  ['CV-11 DNS_ROUND_ROBIN',                         { resolution: 'DNS_ROUND_ROBIN' },                  { resolution: 'DNSRoundRobinLB' }],
  ['CV-11 DYNAMIC_DNS',                             { hosts: '*.a.example', resolution: 'DYNAMIC_DNS' }, { resolution: 'DynamicDNS' }],
  ['CV-13 a port has no protocol of its own',       { ports: '/3306' },                                 { ports: [{ name: 'p3306', number: 3306, protocol: 'Unsupported' }] }],
  ['CV-14 DNS without endpoints asks for the host', {},                                                 { endpoints: [{ address: 'a.example', port: 443, labels: {} }] }],
  ['CV-14 DNS with endpoints asks for them',        { endpoints: 'b.example' },                         { endpoints: [{ address: 'b.example', port: 443, labels: {} }] }],
  ['CV-14 DNS with a selector has none',            { selector: { app: 'a' } },                         { endpoints: [], selector: { app: 'a' } }],
  ['CV-14 STATIC without endpoints has none',       { resolution: 'STATIC' },                           { endpoints: [] }],
  ['an empty selector is none to the model',        { resolution: 'STATIC', selector: {} },             { selector: null }],
  ['CV-14 but DNS with one asks for no host',       { selector: {} },                                   { endpoints: [], selector: null }],
  ['nothing exported is left to the mesh',          {},                                                 { exportTo: null }],
  ['exportTo as written',                           { exportTo: '., pay' },                             { exportTo: ['.', 'pay'] }],
];

test.each(fields)('%s', (_when, given, expected) => {
  expect(servicesOf(entry({ hosts: 'a.example', ...given }))).toMatchObject([expected]);
});

describe('LI-10: endpoints belong to host and namespace', () => {
  const endpointsOf = (namespace: string, ...manifests: string[]) =>
    meshOf(manifests)
      .services.filter(found => found.namespace === namespace)
      .map(({ endpoints }) => endpoints.map(({ address }) => address));
  const first = entry({ hosts: 'a.example', resolution: 'STATIC', endpoints: '192.0.2.1' });

  test('so entries of one host and namespace have those of each other', () => {
    const second = entry({ hosts: 'a.example', name: 'shop/second', resolution: 'NONE' });
    expect(endpointsOf('shop', first, second)).toEqual([['192.0.2.1'], ['192.0.2.1']]);
  });

  test('also a Service that is called the same', () => {
    const named = entry({ hosts: 'web.shop.svc.cluster.local', resolution: 'STATIC', endpoints: '192.0.2.2' });
    expect(endpointsOf('shop', service({ name: 'shop/web', clusterIP: 'None' }), named)).toEqual([
      ['192.0.2.2'],
      ['192.0.2.2'],
    ]);
  });

  test('but not entries of another namespace', () => {
    expect(endpointsOf('pay', first, entry({ hosts: 'a.example', namespace: 'pay', resolution: 'NONE' }))).toEqual([
      [],
    ]);
  });

  test('and several addresses of one entry count its endpoints once', () => {
    const addressed = entry({
      hosts: 'a.example',
      addresses: '10.0.0.1, 10.0.0.2',
      resolution: 'STATIC',
      endpoints: '192.0.2.1',
    });
    expect(endpointsOf('shop', addressed)).toEqual([['192.0.2.1'], ['192.0.2.1']]);
  });
});

test('SC-13: only hosts that several namespaces declare can be contested', () => {
  const { sharedHosts } = meshOf([
    entry({ hosts: 'a.example, b.example' }),
    entry({ hosts: 'a.example', namespace: 'pay', exportTo: '~' }),
    entry({ hosts: 'b.example', name: 'shop/again' }),
  ]);
  expect([...sharedHosts]).toEqual(['a.example']);
});
