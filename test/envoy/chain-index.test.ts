import { defaultControlPlane } from '../default-control-plane.js';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexChains, type Connection } from '../../src/envoy/chain-index.js';
import { everyConnection, plaintextHttp, type ChainMatch, type FilterChain } from '../../src/proxy/filter-chain.js';
import type { Listener } from '../../src/proxy/listener.js';
import { covers, parseAddress, parsePrefix } from '../../src/resources/ip-address.js';

const sniffedHttp = plaintextHttp(defaultControlPlane.behaves);

function chainTo(cluster: string, match: Partial<ChainMatch>): FilterChain {
  return {
    match: { ...everyConnection, ...match },
    destination: { kind: 'cluster', cluster },
    service: null,
    via: null,
  };
}

function listenerOf(chains: readonly FilterChain[], hasDefault = true): Listener {
  return {
    name: '0.0.0.0_443',
    address: '0.0.0.0',
    additionalAddresses: [],
    port: 443,
    bindToPort: false,
    inspectors: ['tls_inspector', 'http_inspector'],
    inspectionTimeout: 0,
    useOriginalDst: false,
    chains,
    defaultChain: hasDefault ? chainTo('else', {}) : null,
  };
}

function connection(fields: Partial<Connection>): Connection {
  return {
    address: '1.3.3.7',
    port: 443,
    serverName: '',
    transport: 'raw_buffer',
    applicationProtocol: null,
    ...fields,
  };
}

const tls = (serverName: string, address = '1.3.3.7') => connection({ serverName, address, transport: 'tls' });
const http = (address = '1.3.3.7') => connection({ address, applicationProtocol: 'http/1.1' });

const range = (...prefixRanges: string[]): Partial<ChainMatch> => ({ prefixRanges });
const sni = (...serverNames: string[]): Partial<ChainMatch> => ({ serverNames });

type Row = [when: string, chains: Record<string, Partial<ChainMatch>>, connection: Connection, chosen: string];

// prettier-ignore
const rows: Row[] = [
  ['EM-5 a port goes before none',                        { a: { destinationPort: 443 }, b: {} },                         connection({}),                       'a'],
  ['EM-5 another port leaves those without',              { a: { destinationPort: 15001 }, b: {} },                       connection({}),                       'b'],
  ['EM-5 what a port has is all that counts',             { a: { destinationPort: 443, serverNames: ['x'] }, b: {} },     connection({}),                       'else'],
  ['EM-6 a prefix that covers',                           { a: range('10.0.0.0/8') },                                     connection({ address: '10.1.2.3' }),  'a'],
  ['EM-6 a prefix that does not',                         { a: range('10.0.0.0/8') },                                     connection({ address: '11.1.2.3' }),  'else'],
  ['EM-6 the longest of two',                             { a: range('10.0.0.0/8'), b: range('10.1.0.0/16') },            connection({ address: '10.1.2.3' }),  'b'],
  ['EM-6 any of several',                                 { a: range('10.0.0.0/8', '11.0.0.0/8') },                       connection({ address: '11.1.2.3' }),  'a'],
  ['EM-6 a prefix of IPv6',                               { a: range('2001:db8::/32') },                                  connection({ address: '2001:DB8::5' }), 'a'],
  ['EM-6 families never mix',                             { a: range('::/0') },                                           connection({}),                       'else'],
  ['EM-6 a prefix hides chains without, right or wrong',  { a: { ...range('10.0.0.0/8'), ...sni('a.example') }, b: sni('b.example') }, tls('b.example', '10.1.2.3'), 'else'],
  ['EM-6 elsewhere it does not',                          { a: { ...range('10.0.0.0/8'), ...sni('a.example') }, b: sni('b.example') }, tls('b.example'),          'b'],
  ['EM-6 it hides plaintext HTTP too',                    { a: range('10.0.0.0/8'), b: sniffedHttp },                   http('10.1.2.3'),                     'a'],
  ['EM-6 a longer prefix hides a shorter',                { a: range('10.0.0.0/8'), b: { ...range('10.1.0.0/16'), ...sni('b.example') } }, tls('c.example', '10.1.2.3'), 'else'],
  ['EM-7 the SNI itself',                                 { a: sni('a.example'), b: sni('*.example') },                   tls('a.example'),                     'a'],
  ['EM-7 in either case',                                 { a: sni('A.Example') },                                        tls('a.example'),                     'a'],
  ['EM-7 a wildcard of any depth',                        { a: sni('*.example') },                                        tls('x.y.example'),                   'a'],
  ['EM-7 but not its own parent',                         { a: sni('*.b.example') },                                      tls('b.example'),                     'else'],
  ['EM-7 the longest wildcard',                           { a: sni('*.example'), b: sni('*.b.example') },                 tls('a.b.example'),                   'b'],
  ['EM-7 a wildcard goes before none',                    { a: sni('*.example'), b: range() },                            tls('a.example'),                     'a'],
  ['EM-7 no SNI leaves those without',                    { a: sni('a.example'), b: {} },                                 tls(''),                              'b'],
  ['EM-7 an unknown SNI too',                             { a: sni('a.example'), b: {} },                                 tls('b.example'),                     'b'],
  ['EM-7 what an SNI has is all that counts',             { a: { ...sni('a.example'), transportProtocol: 'raw_buffer' }, b: {} }, tls('a.example'),             'else'],
  ['EM-8 plaintext HTTP asks for plaintext',              { a: sniffedHttp },                                           tls('a.example'),                     'else'],
  ['EM-8 a transport goes before none',                   { a: { transportProtocol: 'raw_buffer' }, b: {} },              connection({}),                       'a'],
  ['EM-9 HTTP that was recognised',                       { a: sniffedHttp },                                           http(),                               'a'],
  ['EM-9 what was not is none',                           { a: sniffedHttp },                                           connection({}),                       'else'],
  ['EM-9 raw_buffer hides those without transport',       { a: sniffedHttp, b: {} },                                    connection({}),                       'else'],
];

test.each(rows)('%s', (_when, chains, call, chosen) => {
  const listener = listenerOf(Object.entries(chains).map(([name, match]) => chainTo(name, match)));
  expect(indexChains(listener).find(call)?.destination).toEqual({ kind: 'cluster', cluster: chosen });
});

test('EM-5: without a default chain nothing is chosen', () => {
  expect(indexChains(listenerOf([chainTo('a', sni('a.example'))], false)).find(connection({}))).toBeNull();
});

/** §8.3, as it is written there. */
function procedure({ chains, defaultChain }: Listener, call: Connection): FilterChain | null {
  let left = bucket(
    chains,
    ({ destinationPort }) => destinationPort === call.port,
    match => match.destinationPort === null,
  );

  const address = parseAddress(call.address);
  const bitsOf = ({ prefixRanges }: ChainMatch) =>
    prefixRanges.flatMap(text => {
      const prefix = parsePrefix(text);
      return prefix !== null && address !== null && covers(prefix, address) ? [prefix.bits] : [];
    });
  const longest = Math.max(...left.flatMap(({ match }) => bitsOf(match)), -1);
  left = left.filter(({ match }) => (longest < 0 ? match.prefixRanges.length === 0 : bitsOf(match).includes(longest)));

  const labels = call.serverName.split('.');
  const parents = labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join('.')}`);
  const asked = call.serverName === '' ? [] : [call.serverName, ...parents];
  const found = asked.find(name => left.some(({ match }) => match.serverNames.includes(name)));
  left = left.filter(({ match }) =>
    found === undefined ? match.serverNames.length === 0 : match.serverNames.includes(found),
  );

  left = bucket(
    left,
    match => match.transportProtocol === call.transport,
    match => match.transportProtocol === null,
  );
  left = bucket(
    left,
    match => call.applicationProtocol !== null && match.applicationProtocols.includes(call.applicationProtocol),
    match => match.applicationProtocols.length === 0,
  );
  return left[0] ?? defaultChain;
}

function bucket(
  chains: readonly FilterChain[],
  isExact: (match: ChainMatch) => boolean,
  isUnspecified: (match: ChainMatch) => boolean,
) {
  const exact = chains.filter(({ match }) => isExact(match));
  return exact.length > 0 ? exact : chains.filter(({ match }) => isUnspecified(match));
}

const names = ['a.example', 'b.a.example', '*.example', '*.a.example', '*.b.a.example'];
const prefixes = ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.3/32', '11.0.0.0/8', '::/0', '2001:db8::/32'];
const some = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });

const matches: fc.Arbitrary<ChainMatch> = fc.record({
  destinationPort: fc.option(fc.constantFrom(443, 15001), { nil: null, freq: 2 }),
  prefixRanges: fc.oneof(fc.constant([]), some(prefixes)),
  serverNames: fc.oneof(fc.constant([]), some(names)),
  transportProtocol: fc.constantFrom(null, 'raw_buffer' as const),
  applicationProtocols: fc.constantFrom([], ['http/1.1', 'h2c']),
});

const connections: fc.Arbitrary<Connection> = fc
  .tuple(
    fc.constantFrom('1.3.3.7', '10.1.2.3', '10.1.9.9', '10.9.9.9', '11.0.0.1', '2001:db8::1', '2001:db9::1'),
    fc.constantFrom(443, 80),
    fc.constantFrom<Partial<Connection>>(
      {},
      { applicationProtocol: 'http/1.1' },
      ...['', 'a.example', 'b.a.example', 'c.b.a.example', 'x.example', 'example', 'other'].map(name => tls(name)),
    ),
  )
  .map(([address, port, fields]) => connection({ ...fields, address, port }));

test('EM-5 to EM-9: the index chooses what the procedure of §8.3 chooses', () => {
  fc.assert(
    fc.property(
      fc.array(matches, { maxLength: 8 }),
      fc.boolean(),
      fc.array(connections, { minLength: 1, maxLength: 10 }),
      (made, hasDefault, calls) => {
        const listener = listenerOf(
          made.map((match, index) => chainTo(`c${index}`, match)),
          hasDefault,
        );
        const index = indexChains(listener);
        for (const call of calls) expect(index.find(call)).toBe(procedure(listener, call));
      },
    ),
    { numRuns: 1500 },
  );
});
