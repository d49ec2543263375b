import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchesRoute } from '../../src/envoy/route-match.js';
import { httpRoutes } from '../../src/proxy/http-routes.js';
import { coversRequest, endsRules, repeatsChain } from '../../src/proxy/match-coverage.js';
import { recipientOf } from '../../src/proxy/proxy.js';
import { anyRequest } from '../../src/resources/gateway-api/matches.js';
import type { HttpMatch, StringMatch, TlsMatch, VirtualService } from '../../src/resources/route-rules.js';
import { meshOf, proxy } from '../meshes.js';

const recipient = recipientOf(proxy(), meshOf([]));
const gateways = ['mesh'];
const plain = { gateways, isGatewayApi: false };

const exact = (value: string): StringMatch => ({ kind: 'exact', value });
const prefix = (value: string): StringMatch => ({ kind: 'prefix', value });
const regex = (value: string): StringMatch => ({ kind: 'regex', value });
const match = (some: Partial<HttpMatch>): HttpMatch => ({ ...anyRequest, ...some });

// prettier-ignore
const covers: [what: string, wide: Partial<HttpMatch>, narrow: Partial<HttpMatch>, isCovered: boolean][] = [
  ['no condition takes everything',               {},                                  { uri: exact('/a') },                         true],
  ['the prefix / takes everything',               { uri: prefix('/') },                {},                                           true],
  ['a prefix takes longer ones',                  { uri: prefix('/a') },               { uri: prefix('/a/b') },                      true],
  ['a prefix is no matter of whole words',        { uri: prefix('/a') },               { uri: exact('/ab') },                        true],
  ['a longer prefix takes less',                  { uri: prefix('/a/b') },             { uri: prefix('/a') },                        false],
  ['a path takes no prefix',                      { uri: exact('/a') },                { uri: prefix('/a') },                        false],
  ['a pattern takes itself',                      { uri: regex('/a.*') },              { uri: regex('/a.*') },                       true],
  ['of two patterns nothing is known',            { uri: regex('/a.*') },              { uri: regex('/ab') },                        false],
  ['the pattern for everything takes a path',     { uri: regex('.*') },                { uri: exact('/a') },                         true],
  ['a path takes no pattern',                     { uri: exact('/a') },                { uri: regex('/a') },                         false],
  ['of any case is wider',                        { uri: prefix('/A'), ignoreUriCase: true }, { uri: prefix('/a') },                 true],
  ['of one case is narrower',                     { uri: prefix('/a') },               { uri: prefix('/a'), ignoreUriCase: true },   false],
  ['a method more is narrower',                   {},                                  { method: exact('GET') },                     true],
  ['a method is not another',                     { method: exact('GET') },            { method: exact('POST') },                    false],
  ['a header more is narrower',                   { headers: { a: exact('1') } },      { headers: { a: exact('1'), b: exact('2') } }, true],
  ['a header must not be missing',                { headers: { a: exact('1') } },      { headers: { b: exact('1') } },               false],
  ['that a header is there is wider than a value', { headers: { a: { kind: 'present' } } }, { headers: { a: exact('1') } },          true],
  ['a header that must not match counts',         { withoutHeaders: { a: exact('1') } }, {},                                         false],
  ['a port is narrower',                          {},                                  { port: 80 },                                 true],
  ['no port is wider',                            { port: 80 },                        {},                                           false],
  ['labels are narrower',                         { sourceLabels: { app: 'a' } },      { sourceLabels: { app: 'a', v: '1' } },       true],
  ['other labels are not',                        { sourceLabels: { app: 'a' } },      { sourceLabels: { app: 'b' } },               false],
  ['labels beside gateways are not looked at',    { sourceLabels: { app: 'a' } },      { sourceLabels: { app: 'a' }, gateways },     false],
  ['the mesh by name is all of what is bound to it', { gateways },                     {},                                           true],
  ['a gateway is not the mesh',                   { gateways },                        { gateways: ['shop/public'] },                false],
];

test.each(covers)('%s', (_what, wide, narrow, isCovered) => {
  expect(coversRequest(match(wide), match(narrow), plain)).toBe(isCovered);
});

test('a prefix of Gateway API is of whole words', () => {
  const context = { gateways, isGatewayApi: true };
  const isCovered = (path: StringMatch) => coversRequest(match({ uri: prefix('/a') }), match({ uri: path }), context);
  expect([exact('/a'), exact('/a/b'), exact('/ab'), prefix('/a')].map(isCovered)).toEqual([true, true, false, true]);
});

/** The conditions of the match, as Envoy gets them. */
function sent(one: HttpMatch) {
  const rule = { name: '', match: [one], route: [], mirrors: [], redirect: true, directResponse: null };
  const service = {
    kind: 'VirtualService',
    hosts: ['a.example'],
    annotations: {},
    madeOf: [],
    http: [{ ...rule, delegate: null, origin: null }],
  } as unknown as VirtualService;
  return httpRoutes(service, recipient, 80, () => null)[0]?.match;
}

const text = fc.constantFrom('/', '/a', '/A', '/a/b', '/ab', 'GET', '1', '');
const stringMatch: fc.Arbitrary<StringMatch> = fc.oneof(
  fc.record({ kind: fc.constantFrom('exact', 'prefix'), value: text }),
  fc.record({ kind: fc.constant('regex'), value: fc.constantFrom('.*', '/a.*', '1|') }),
  fc.constant({ kind: 'present' } as const),
);
const some = fc.option(stringMatch, { nil: null });
const named = fc.dictionary(fc.constantFrom('a', 'b'), stringMatch, { maxKeys: 2 });
const anyMatch = fc
  .record({ uri: some, method: some, headers: named, withoutHeaders: named, ignoreUriCase: fc.boolean() })
  .map(match);
const request = fc.record({
  path: fc.constantFrom('/', '/a', '/A', '/a/b', '/ab'),
  headers: fc
    .dictionary(fc.constantFrom(':method', 'a', 'b'), fc.constantFrom('GET', '1', '', '/a'), { maxKeys: 3 })
    .map(headers => new Map(Object.entries(headers))),
});

test('whatever request meets the narrower match meets the wider', () => {
  fc.assert(
    fc.property(anyMatch, anyMatch, fc.array(request, { maxLength: 20 }), (wide, narrow, requests) => {
      fc.pre(coversRequest(wide, narrow, plain));
      const [a, b] = [sent(wide), sent(narrow)];
      if (a === undefined || b === undefined) throw new Error('no route');
      for (const one of requests.filter(asked => matchesRoute(b, asked))) expect(matchesRoute(a, one)).toBe(true);
    }),
    { numRuns: 400, seed: 11 },
  );
});

const connection: TlsMatch = {
  sniHosts: ['a.example', 'b.example'],
  destinationSubnets: [],
  port: 0,
  sourceLabels: {},
  sourceNamespace: '',
  gateways: [],
};

// prettier-ignore
const repeats: [what: string, later: Partial<TlsMatch>, isRepeated: boolean][] = [
  ['the same names are',             {},                                         true],
  ['for one port they are too',      { port: 443 },                              true],
  ['in another order they are not',  { sniHosts: ['b.example', 'a.example'] },   false],
  ['fewer names are not',            { sniHosts: ['a.example'] },                false],
  ['for a subnet they are not',      { destinationSubnets: ['192.0.2.0/24'] },   false],
];

test.each(repeats)('a tls match that repeats another: %s', (_what, later, isRepeated) => {
  expect(repeatsChain(connection, { ...connection, ...later })).toBe(isRepeated);
});

test('a tcp rule for subnets leaves connections for later ones', () => {
  expect(endsRules(connection, connection)).toBe(true);
  expect(endsRules({ ...connection, destinationSubnets: ['192.0.2.0/24'] }, connection)).toBe(false);
  expect(endsRules({ ...connection, port: 443 }, connection)).toBe(false);
});
