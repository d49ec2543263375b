import { expect, test } from '@jest/globals';
import { clientHello } from '../../judge/client-hello.js';
import { proxyHeader } from '../../judge/proxy-header.js';

test('the PROXY header tells the address that was dialled, as version 2 writes it', () => {
  const signature = '0d0a0d0a000d0a515549540a';
  expect(proxyHeader('10.0.0.5', 443).toString('hex')).toBe(`${signature}2111000c0a0101010a0000059c4001bb`);
  expect(proxyHeader('2001:db8::5', 80).toString('hex')).toBe(
    `${signature}21210024${'20010db8000100000000000000000001'}${'20010db8000000000000000000000005'}9c400050`,
  );
});

test('only an IP address can be dialled', () => {
  expect(() => proxyHeader('a.example', 443)).toThrow("'a.example' is no IP address");
});

// prettier-ignore
const hellos: [what: string, name: string | null, protocols: string[], holds: string[]][] = [
  ['nothing that is not asked for',  null,        [],                 []],
  ['the name as it is spelled',      'A.Example', [],                 ['00000e000c000009', Buffer.from('A.Example').toString('hex')]],
  ['the protocols in order',         null,        ['h2', 'http/1.1'], ['0010000e000c026832', '08687474702f312e31']],
];

test.each(hellos)('a ClientHello holds %s', (_what, name, protocols, holds) => {
  const hello = clientHello(name, protocols);
  expect([hello[0], hello.readUInt16BE(3), hello[5], hello.readUIntBE(6, 3)]).toEqual([
    22,
    hello.length - 5,
    1,
    hello.length - 9,
  ]);
  const hex = hello.toString('hex');
  for (const bytes of holds) expect(hex).toContain(bytes);
  expect(hex.includes('00000e')).toBe(name !== null);
});
