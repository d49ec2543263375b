import { defaultControlPlane } from '../default-control-plane.js';
import { expect, test } from '@jest/globals';
import {
  conflictKey,
  everyConnection,
  isMatchAll,
  plaintextHttp,
  type ChainMatch,
} from '../../src/proxy/filter-chain.js';

const sniffedHttp = plaintextHttp(defaultControlPlane.behaves);

function chain(match: Partial<ChainMatch>) {
  return {
    match: { ...everyConnection, ...match },
    destination: { kind: 'cluster', cluster: 'c' },
    service: null,
    via: null,
  } as const;
}

// prettier-ignore
const keys: [when: string, makes: 'one chain' | 'two chains', one: Partial<ChainMatch>, other: Partial<ChainMatch>][] = [
  ['nothing is asked',                            'one chain',  {},                                              {}],
  ['SNIs in another order',                       'one chain',  { serverNames: ['a', 'b'] },                     { serverNames: ['b', 'a'] }],
  ['an SNI twice',                                'one chain',  { serverNames: ['a', 'a'] },                     { serverNames: ['a'] }],
  ['a star among the SNIs says nothing',          'one chain',  { serverNames: ['a', '*'] },                     { serverNames: ['a'] }],
  ['a star alone is no SNI',                      'one chain',  { serverNames: ['*'] },                          {}],
  ['SNIs that overlap are two',                   'two chains', { serverNames: ['a', 'b'] },                     { serverNames: ['a'] }],
  ['SNIs in another case are two',                'two chains', { serverNames: ['a.example'] },                  { serverNames: ['A.example'] }],
  ['an SNI and none',                             'two chains', { serverNames: ['a'] },                          {}],
  ['prefixes in another order',                   'one chain',  { prefixRanges: ['10.0.0.0/8', '11.0.0.0/8'] },  { prefixRanges: ['11.0.0.0/8', '10.0.0.0/8'] }],
  ['bits beyond the prefix say nothing',          'one chain',  { prefixRanges: ['10.1.2.3/8'] },                { prefixRanges: ['10.0.0.0/8'] }],
  ['an address is a prefix of one',               'one chain',  { prefixRanges: ['10.0.0.1'] },                  { prefixRanges: ['10.0.0.1/32'] }],
  ['IPv6 in another spelling',                    'one chain',  { prefixRanges: ['2001:DB8:0::/48'] },           { prefixRanges: ['2001:db8::1/48'] }],
  ['one prefix within another is two',            'two chains', { prefixRanges: ['10.0.0.0/8'] },                { prefixRanges: ['10.0.0.0/16'] }],
  ['the prefix of all of IPv4 says nothing',      'one chain',  { prefixRanges: ['0.0.0.0/0'] },                 {}],
  ['nor does 0.0.0.0 with any length',            'one chain',  { prefixRanges: ['0.0.0.0/8'] },                 {}],
  ['the prefix of all of IPv6 does',              'two chains', { prefixRanges: ['::/0'] },                      {}],
  ['a transport and none',                        'two chains', { transportProtocol: 'raw_buffer' },             {}],
  ['application protocols and none',              'two chains', { applicationProtocols: ['http/1.1'] },          {}],
];

test.each(keys)('LI-21: %s: %s', (_when, makes, one, other) => {
  expect(conflictKey(chain(one)) === conflictKey(chain(other)) ? 'one chain' : 'two chains').toBe(makes);
});

// prettier-ignore
const matchAll: [when: string, expected: boolean, match: Partial<ChainMatch>][] = [
  ['nothing asked',                 true,  {}],
  ['a star for SNI',                true,  { serverNames: ['*'] }],
  ['a star among SNIs',             true,  { serverNames: ['a', '*'] }],
  ['an SNI',                        false, { serverNames: ['a'] }],
  ['a prefix, be it of everything', false, { prefixRanges: ['0.0.0.0/0'] }],
  ['plaintext HTTP',                false, sniffedHttp],
  ['a port',                        false, { destinationPort: 15001 }],
];

test.each(matchAll)('LI-29: every connection is taken by %s: %s', (_when, expected, match) => {
  expect(isMatchAll(chain(match))).toBe(expected);
});
