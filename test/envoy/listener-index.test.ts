import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexListeners } from '../../src/envoy/listener-index.js';
import type { Listener } from '../../src/proxy/listener.js';
import { entry, service, sidecar, type ManifestText } from '../manifests.js';
import { configurationOf } from '../meshes.js';
import { randomMesh } from '../random-mesh.js';

const everywhere = entry({ hosts: 'a.example' });
const addressed = entry({ hosts: 'b.example', addresses: '10.0.0.1' });
const DUAL = ['10.1.1.1', '2001:db8:1::1'];
const IPV6 = ['2001:db8:1::1'];

type Row = [
  when: string,
  ips: string[],
  manifests: ManifestText[],
  address: string,
  port: number,
  found: string,
  by: string,
];

// prettier-ignore
const rows: Row[] = [
  ['EM-2 its own address',                             [],   [addressed, everywhere],                                           '10.0.0.1',       443,   '10.0.0.1_443',      'address'],
  ['EM-4 which then is all there is',                  [],   [entry({ hosts: 'b.example', addresses: '10.0.0.1', ports: 'TCP/443' }), everywhere], '10.0.0.1', 443, '10.0.0.1_443',  'address'],
  ['EM-2 else the wildcard of the port',               [],   [addressed, everywhere],                                           '1.3.3.7',        443,   '0.0.0.0_443',       'port'],
  ['EM-2 else virtualOutbound',                        [],   [addressed],                                                       '1.3.3.7',        443,   'virtualOutbound',   'nothing'],
  ['EM-2 of another port nothing',                     [],   [addressed, everywhere],                                           '10.0.0.1',       80,    'virtualOutbound',   'nothing'],
  ['EM-2 IPv6 never meets the wildcard of IPv4',       [],   [everywhere],                                                      '2001:db8::7',    443,   'virtualOutbound',   'nothing'],
  ['EM-2 nor IPv4 that of IPv6',                       IPV6, [everywhere],                                                      '1.3.3.7',        443,   'virtualOutbound',   'nothing'],
  ['EM-2 IPv6 meets that of IPv6',                     IPV6, [everywhere],                                                      '2001:db8::7',    443,   '::_443',            'port'],
  ['CV-18 a further address counts as one',            DUAL, [everywhere],                                                      '2001:db8::7',    443,   '0.0.0.0_443',       'port'],
  ['CV-18 also where it is dialled itself',            DUAL, [everywhere, sidecar({ egress: [{ hosts: '*/*', captureMode: 'NONE' }] })], '::1',    443,   '127.0.0.1_443',     'address'],
  ['an IPv6 address is found in any spelling',         [],   [entry({ hosts: 'b.example', addresses: '2001:0DB8:0::1' })],       '2001:db8::1',    443,   '2001:0DB8:0::1_443', 'address'],
  ['and dialled in any spelling',                      [],   [entry({ hosts: 'b.example', addresses: '2001:db8::1' })],          '2001:DB8:0:0::1', 443,  '2001:db8::1_443',   'address'],
  ['EM-3 a socket is reached by its address',          [],   [service({ name: 'shop/web' }), sidecar({ egress: [{ hosts: '*/*', captureMode: 'NONE' }] })], '127.0.0.1', 80, '127.0.0.1_80', 'address'],
];

test.each(rows)('%s', (_when, ips, manifests, address, port, found, by) => {
  const configuration = configurationOf(manifests, ips.length === 0 ? {} : { ips });
  const { listener, by: reason } = indexListeners(configuration).find(address, port);
  expect([listener.name, reason]).toEqual([found, by]);
});

test('a sidecar without virtualOutbound is a fault of ours', () => {
  expect(() => indexListeners({ ...configurationOf([]), listeners: [] })).toThrow('virtualOutbound');
});

test('EM-2: the index finds what a search through all listeners finds', () => {
  const addresses = [
    '240.0.0.1',
    '240.0.0.9',
    '10.96.0.1',
    '127.0.0.1',
    '1.3.3.7',
    '2001:db8::1',
    '2001:db8:96::1',
    '::1',
    '2001:db8::7',
  ];
  const family = fc.constantFrom(['10.1.1.1'], IPV6, DUAL);
  fc.assert(
    fc.property(randomMesh, family, (manifests, ips) => {
      const configuration = configurationOf(manifests, { ips });
      const index = indexListeners(configuration);
      for (const address of addresses) {
        for (const port of [80, 443, 3306, 15001]) {
          const isOn = (place: string) => (listener: Listener) =>
            listener.port === port && [listener.address, ...listener.additionalAddresses].includes(place);
          const searched =
            configuration.listeners.find(isOn(address)) ??
            configuration.listeners.find(isOn(address.includes(':') ? '::' : '0.0.0.0')) ??
            configuration.listeners.at(-1);
          expect(index.find(address, port).listener).toBe(searched);
        }
      }
    }),
    { numRuns: 100 },
  );
});
