import { expect, test } from '@jest/globals';
import {
  covers,
  familyOf,
  isAddressOrPrefix,
  maskPrefix,
  parseAddress,
  parsePrefix,
} from '../../src/resources/ip-address.js';

// What Go 1.26 answers: netip.ParseAddr and its String.
test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['2001:DB8::1', '2001:db8::1'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['0:0:1::', '0:0:1::'],
  ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
  ['::', '::'],
  ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
  ['::ffff:a00:1', '::ffff:10.0.0.1'],
  ['::10.0.0.1', '::a00:1'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
])('%s is the address %s', (written, text) => {
  expect(parseAddress(written)?.text).toBe(text);
});

test.each([
  '',
  '10.0.0',
  '10.0.0.256',
  '010.0.0.1',
  '10.0.0.1.',
  '10.0.0.1 ',
  '10.0.0.1%eth0',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7::8',
  '12345::',
  '::1.2.3',
  '1:2:3:4:5:1.2.3.4',
  'fe80::1%',
  'example.com',
])('"%s" is no address', written => {
  expect(parseAddress(written)).toBeNull();
});

test.each([
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['10.1.2.3/31', '10.1.2.2/31'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['2001:db8::1/33', '2001:db8::/33'],
  ['::ffff:10.1.2.3/104', '::ffff:10.0.0.0/104'],
])('%s masks to %s', (written, masked) => {
  expect(maskPrefix(written)).toBe(masked);
});

test.each(['10.0.0.0', '10.0.0.0/', '10.0.0.0/08', '10.0.0.0/+8', '10.0.0.0/33', '::/129', 'fe80::%eth0/10', '/8'])(
  '"%s" is no prefix',
  written => {
    expect(parsePrefix(written)).toBeNull();
  },
);

test.each([
  ['10.0.0.0/8', '10.9.8.7', true],
  ['10.0.0.0/8', '11.0.0.0', false],
  ['10.0.0.128/25', '10.0.0.127', false],
  ['0.0.0.0/0', '10.0.0.1', true],
  ['0.0.0.0/0', '::1', false],
  ['10.0.0.0/8', '::ffff:10.0.0.1', false],
  ['::/0', '::ffff:10.0.0.1', true],
  ['fe80::/10', 'fe80::1', true],
  ['fe80::/10', 'fe80::1%eth0', false],
])('whether %s covers %s: %s', (prefix, address, expected) => {
  const [parsedPrefix, parsedAddress] = [parsePrefix(prefix), parseAddress(address)];
  expect(parsedPrefix !== null && parsedAddress !== null && covers(parsedPrefix, parsedAddress)).toBe(expected);
});

test('a prefix of full length holds one address', () => {
  expect(parsePrefix('10.0.0.1/32')?.isSingle).toBe(true);
  expect(parsePrefix('10.0.0.1/31')?.isSingle).toBe(false);
  expect(parsePrefix('::1/128')?.isSingle).toBe(true);
});

test('the family is that of the address, also in a prefix', () => {
  expect(['10.0.0.1', '10.0.0.0/8', '::1', '::/0', 'example.com'].map(familyOf)).toEqual([4, 4, 6, 6, null]);
});

test('an address that stands for no prefix stands for itself when masked; other text is left alone', () => {
  expect(['10.1.2.3', '::1', 'example.com'].map(maskPrefix)).toEqual(['10.1.2.3/32', '::1/128', 'example.com']);
});

test('with one slash it is a prefix, which can have no zone; the zone of an address can have any', () => {
  expect(['fe80::1%a', 'fe80::1%a/64', 'fe80::1%a/b/64'].map(isAddressOrPrefix)).toEqual([true, false, true]);
});
