import { expect, test } from '@jest/globals';
import { defaultControlPlane } from '../default-control-plane.js';
import { addressingOf } from '../../src/proxy/proxy.js';
import { proxy } from '../meshes.js';

// prettier-ignore
const rows: [when: string, ips: string[], mode: string, wildcards: string[], loopbacks: string[]][] = [
  ['one of IPv4',           ['10.1.1.1'],                  'IPv4', ['0.0.0.0'],       ['127.0.0.1']],
  ['one of IPv6',           ['2001:db8::1'],               'IPv6', ['::'],            ['::1']],
  ['both, IPv4 first',      ['10.1.1.1', '2001:db8::1'],   'dual', ['0.0.0.0', '::'], ['127.0.0.1', '::1']],
  ['both, IPv6 first',      ['2001:db8::1', '10.1.1.1'],   'dual', ['0.0.0.0', '::'], ['127.0.0.1', '::1']],
  ['two of IPv6',           ['2001:db8::1', 'fe80::1'],    'IPv6', ['::'],            ['::1']],
  ['none',                  [],                            'IPv4', ['0.0.0.0'],       ['127.0.0.1']],
];

test.each(rows)('a pod with %s', (_when, ips, mode, wildcards, loopbacks) => {
  expect(addressingOf(proxy({ ips }), defaultControlPlane.behaves)).toEqual({
    mode,
    wildcards,
    loopbacks,
    usesAutomaticAddresses: false,
  });
});
