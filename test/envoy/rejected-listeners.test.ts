import { describe, expect, test } from '@jest/globals';
import { rejectionsOf, type Rejection } from '../../src/envoy/rejected-listeners.js';
import { rejectionText } from '../../src/envoy/rejection-text.js';
import { everyConnection, type ChainMatch } from '../../src/proxy/filter-chain.js';
import type { Listener } from '../../src/proxy/listener.js';
import { entry, virtualService, type ManifestText } from '../manifests.js';
import { configurationOf, sidecarOf } from '../meshes.js';

function listenerOf(...matches: readonly Partial<ChainMatch>[]): Listener {
  return {
    name: '0.0.0.0_443',
    address: '0.0.0.0',
    additionalAddresses: [],
    port: 443,
    bindToPort: false,
    inspectors: [],
    inspectionTimeout: 0,
    useOriginalDst: false,
    chains: matches.map(match => ({
      match: { ...everyConnection, ...match },
      destination: { kind: 'cluster', cluster: 'c' },
      service: null,
      via: null,
    })),
    defaultChain: null,
  };
}

const sni = (...serverNames: string[]): Partial<ChainMatch> => ({ serverNames });
const range = (...prefixRanges: string[]): Partial<ChainMatch> => ({ prefixRanges });

// prettier-ignore
const rows: [what: string, matches: Partial<ChainMatch>[], fault: Rejection['kind'] | null][] = [
  ['one chain for everything',                        [{}],                                                       null],
  ['two chains for everything',                       [{}, {}],                                                   'overlap'],
  ['two names',                                       [sni('x'), sni('y')],                                       null],
  ['one name twice',                                  [sni('x'), sni('x')],                                       'overlap'],
  ['the same names in another order',                 [sni('x', 'y'), sni('y', 'x')],                             'overlap'],
  ['names of which one is in both',                   [sni('x', 'y'), sni('x')],                                  'overlap'],
  ['names that differ in case',                       [sni('X'), sni('x')],                                       'overlap'],
  ['a name twice in one chain',                       [sni('x', 'x')],                                            'overlap'],
  ['a name and its wildcard',                         [sni('a.x'), sni('*.x')],                                   null],
  ['a wildcard and a wildcard below it',              [sni('*.x'), sni('*.a.x')],                                 null],
  ['a wildcard that is not a whole label',            [sni('*x')],                                                'partial-wildcard'],
  ['a star alone as a name',                          [sni('*')],                                                 'partial-wildcard'],
  ['a prefix in another',                             [range('10.0.0.0/8'), range('10.0.0.0/16')],                null],
  ['a prefix written with another address of it',     [range('10.0.0.0/8'), range('10.1.2.3/8')],                 'overlap'],
  ['a prefix of IPv6 in another spelling',            [range('2001:db8::/32'), range('2001:DB8:0::/32')],         'overlap'],
  ['a prefix twice in one chain',                     [range('10.0.0.0/8', '10.1.0.0/8')],                        'overlap'],
  ['one prefix with other names',                     [{ ...range('10.0.0.0/8'), ...sni('x') }, { ...range('10.0.0.0/8'), ...sni('y') }], null],
  ['one name in other prefixes',                      [{ ...range('10.0.0.0/8'), ...sni('x') }, { ...range('11.0.0.0/8'), ...sni('x') }], null],
  ['one name on another port',                        [{ destinationPort: 443, ...sni('x') }, sni('x')],          null],
  ['one name over another transport',                 [{ transportProtocol: 'raw_buffer' }, {}],                  null],
  ['one protocol in both',                            [{ applicationProtocols: ['h2c'] }, { applicationProtocols: ['http/1.1', 'h2c'] }], 'overlap'],
];

test.each(rows)('LI-22: Envoy judges %s', (_what, matches, fault) => {
  const listener = listenerOf(...matches);
  expect(rejectionsOf([listener]).get(listener)?.kind ?? null).toBe(fault);
});

describe('of two listeners with one address', () => {
  const wide = listenerOf({});
  const narrow = { ...wide, name: '2001:db8::1_443', address: '2001:db8::1' };
  const respelled = { ...narrow, name: '2001:DB8:0::1_443', address: '2001:DB8:0::1' };

  // prettier-ignore
  const pairs: [when: string, listeners: [Listener, Listener], isRefused: boolean][] = [
    ['the second is refused',                        [narrow, respelled],                                                 true],
    ['a further address counts as one',              [wide, { ...narrow, additionalAddresses: ['0.0.0.0'] }],             true],
    ['another port makes another',                   [narrow, { ...respelled, port: 80 }],                                false],
    ['one that is refused itself has none',          [{ ...narrow, chains: listenerOf({}, {}).chains }, respelled],       false],
  ];
  test.each(pairs)('%s', (_when, [first, second], isRefused) => {
    const rejection = isRefused ? { kind: 'same-address', other: first } : undefined;
    expect(rejectionsOf([first, second]).get(second)).toEqual(rejection);
  });
});

describe('told in words', () => {
  const tls = (name: string, ...sniHosts: string[]) =>
    virtualService({
      name: `shop/${name}`,
      hosts: '*.corp',
      tls: [{ match: [{ sniHosts }], route: [{ destination: { host: 'x.corp' } }] }],
    });

  // prettier-ignore
  const texts: [what: string, manifests: ManifestText[], text: string][] = [
    ['two names that differ in case',     [entry({ hosts: 'x.corp', name: 'shop/a' }), entry({ hosts: 'X.corp', name: 'pay/b' })],
      'two matches take the same connections: SNI: X.corp of ServiceEntry pay/b, and SNI: x.corp of ServiceEntry shop/a'],
    ['the rules that name one',           [entry({ hosts: '*.corp', name: 'shop/a', resolution: 'NONE' }), tls('v', 'x.corp', 'y.corp'), tls('w', 'x.corp')],
      'two matches take the same connections: SNI: x.corp,y.corp of VirtualService shop/v for ServiceEntry shop/a, ' +
      'and SNI: x.corp of VirtualService shop/w for ServiceEntry shop/a'],
    ['one that is named twice',           [entry({ hosts: '*.corp', name: 'shop/a', resolution: 'NONE' }), tls('v', 'x.corp', 'X.corp')],
      'one match names the same twice: SNI: X.corp,x.corp of VirtualService shop/v for ServiceEntry shop/a'],
    ['a wildcard within a label',         [entry({ hosts: '*x.corp', name: 'shop/a', resolution: 'NONE' })],
      '*x.corp is no wildcard for a sidecar, which knows only "*." in front: SNI: *x.corp of ServiceEntry shop/a'],
    ['one address in two spellings',      ['2001:db8::1', '2001:DB8::1'].map((addresses, at) => entry({ hosts: 'a.example', name: `shop/e${at}`, addresses, ports: 'TCP/443' })),
      'the address is that of listener 2001:db8::1_443'],
  ];
  test.each(texts)('%s', (_what, manifests, text) => {
    const rejections = rejectionsOf(configurationOf(manifests).listeners);
    expect([...rejections.values()].map(rejectionText)).toEqual([text]);
  });
});

test('LI-22: what goes to a listener that is refused is unknown traffic', () => {
  const { answer } = sidecarOf([entry({ hosts: 'x.corp' }), entry({ hosts: 'X.corp', name: 'shop/again' })]);
  const call = { kind: 'tls', address: '203.0.113.77', port: 443, host: 'x.corp', speaksFirst: 'client' } as const;
  expect(answer(call).kind).toBe('passthrough');
});
