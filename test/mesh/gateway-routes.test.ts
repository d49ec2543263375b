import { describe, expect, test } from '@jest/globals';
import { behavesLike } from '../../src/istio/behaviours.js';
import { defaultControlPlane } from '../default-control-plane.js';
import { resolveRelease } from '../../src/istio/release.js';
import { ageAsGiven } from '../../src/mesh/age.js';
import { routesAsVirtualServices } from '../../src/mesh/gateway-routes.js';
import type {
  Destination,
  HttpMatch,
  SourceMatch,
  VirtualService,
  WeightedDestination,
} from '../../src/resources/route-rules.js';
import { entry, gatewayRoute, service, type ManifestText, type RouteFields } from '../manifests.js';
import { resourcesOf } from '../meshes.js';

const declared = [
  service({ name: 'shop/cart' }),
  service({ name: 'shop/stock' }),
  entry({ name: 'shop/pay', hosts: 'pay.example, *.pay.example', resolution: 'NONE' }),
];

/** What istiod makes of routes, with the alpha kinds; a line for each VirtualService and each of its rules. */
function made(manifests: readonly ManifestText[], release = '1.30.3', flags = ['PILOT_ENABLE_ALPHA_GATEWAY_API']) {
  const behaves = behavesLike(resolveRelease(release), new Map(flags.map(flag => [flag, true])));
  const resources = resourcesOf(...declared, ...manifests);
  return routesAsVirtualServices(resources, { ...defaultControlPlane, behaves }, ageAsGiven).flatMap(text);
}

function text({ name, namespace, hosts, gateways, http, tls, tcp, madeOf }: VirtualService): readonly string[] {
  const sources = madeOf.map(route => `${route.kind} ${route.name}`).join(', ');
  return [
    `${namespace}/${name}: ${hosts.join()} on ${gateways.join()} of ${sources}`,
    ...http.map(rule => {
      const answer = rule.redirect ? 'redirect' : (rule.directResponse ?? sent(rule.route));
      const mirrors = rule.mirrors.map(mirror => ` mirror ${place(mirror)}`).join('');
      return `  ${rule.match.map(request).join(' or ') || 'any'} -> ${answer}${mirrors}`;
    }),
    ...tls.map(
      ({ match, route }) =>
        `  ${match.map(({ sniHosts, ...m }) => sniHosts.join() + port(m)).join(' or ')} -> ${sent(route)}`,
    ),
    ...tcp.map(({ match, route }) => `  ${match.map(port).join(' or ') || 'any'} -> ${sent(route)}`),
  ];
}

function request(match: HttpMatch): string {
  const { uri, method, headers, queryParams } = match;
  const path = uri === null ? 'any' : uri.kind === 'present' ? 'present' : `${uri.kind} ${uri.value}`;
  const others = [...Object.keys(headers), ...Object.keys(queryParams).map(name => `?${name}`)];
  return (
    [path, ...(method === null || method.kind === 'present' ? [] : [method.value]), ...others].join(' ') + port(match)
  );
}

function port(match: Pick<SourceMatch, 'port'>): string {
  return match.port === 0 ? '' : ` port ${match.port}`;
}

function sent(route: readonly WeightedDestination[]): string {
  return route.map(one => place(one) + (one.weight === 0 ? '' : ` ${one.weight}`)).join(', ');
}

function place({ host, port: number, subset }: Destination): string {
  return `${host.replace('.svc.cluster.local', '')}:${number ?? ''}${subset === '' ? '' : `/${subset}`}`;
}

const toCart = [{ backendRefs: [{ name: 'cart', port: 80 }] }];
const matching = (...matches: unknown[]) => [{ matches, backendRefs: [{ name: 'cart', port: 80 }] }];
const sending = (...backendRefs: unknown[]) => [{ backendRefs }];
const filtering = (...filters: unknown[]) => [{ filters, backendRefs: [{ name: 'cart', port: 80 }] }];

type Row = [what: string, fields: Partial<RouteFields>, lines: string[]];

const cart = 'shop/shop~cart.shop.svc.cluster.local: cart.shop.svc.cluster.local on mesh of HTTPRoute route';
const stock = 'shop/shop~stock.shop.svc.cluster.local: stock.shop.svc.cluster.local on mesh of HTTPRoute route';

// prettier-ignore
const parents: Row[] = [
  ['a Service',                           { rules: toCart },                                            [cart, '  prefix / -> cart.shop:80']],
  ['one port of it',                      { parents: [{ name: 'cart', port: 80 }], rules: toCart },     ['shop/shop~80~cart.shop.svc.cluster.local: cart.shop.svc.cluster.local on mesh of HTTPRoute route', '  prefix / port 80 -> cart.shop:80']],
  ['two Services',                        { parents: [{ name: 'stock' }, { name: 'cart' }], rules: toCart }, [cart, '  prefix / -> cart.shop:80', stock, '  prefix / -> cart.shop:80']],
  ['a Service of another namespace',      { name: 'pay/route', parents: [{ name: 'cart', namespace: 'shop' }], rules: toCart }, ['pay/pay~cart.shop.svc.cluster.local: cart.shop.svc.cluster.local on mesh of HTTPRoute route', '  prefix / -> cart.pay:80']],
  ['all hosts of a ServiceEntry',         { parents: [{ group: 'networking.istio.io', kind: 'ServiceEntry', name: 'pay' }], rules: toCart }, ['shop/shop~pay.example: pay.example on mesh of HTTPRoute route', '  prefix / -> cart.shop:80', 'shop/shop~*.pay.example: *.pay.example on mesh of HTTPRoute route', '  prefix / -> cart.shop:80']],
  ['a Service that is not there',         { parents: [{ name: 'nobody' }], rules: toCart },             []],
  ['a ServiceEntry that is not there',    { parents: [{ group: 'networking.istio.io', kind: 'ServiceEntry', name: 'nobody' }], rules: toCart }, []],
  ['a Gateway beside a Service',          { parents: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' }, { name: 'cart' }], rules: toCart }, [cart, '  prefix / -> cart.shop:80']],
];

// prettier-ignore
const rules: Row[] = [
  ['no rules at all',                     {},                                                           [cart, '  prefix / -> 404']],
  ['a path, with a final slash',          { rules: matching({ path: { value: '/a/' } }) },              [cart, '  prefix /a -> cart.shop:80']],
  ['an exact path',                       { rules: matching({ path: { type: 'Exact', value: '/a/' } }) }, [cart, '  exact /a/ -> cart.shop:80']],
  ['a pattern',                           { rules: matching({ path: { type: 'RegularExpression', value: '/a.*' } }) }, [cart, '  regex /a.* -> cart.shop:80']],
  ['method, header and parameter',        { rules: matching({ method: 'GET', headers: [{ name: 'x', value: '1' }], queryParams: [{ name: 'q', value: '1' }] }) }, [cart, '  prefix / GET x ?q -> cart.shop:80']],
  ['several matches, the narrowest first', { rules: matching({ path: { value: '/a' } }, { path: { value: '/abc' } }, { path: { type: 'Exact', value: '/a' } }, { path: { type: 'RegularExpression', value: '/longest.*' } }, { path: { value: '/a' }, method: 'GET' }, { path: { value: '/a' }, headers: [{ name: 'x', value: '1' }] }, { path: { value: '/a' }, queryParams: [{ name: 'q', value: '1' }] }) }, [cart, '  exact /a -> cart.shop:80', '  prefix /abc -> cart.shop:80', '  prefix /a GET -> cart.shop:80', '  prefix /a x -> cart.shop:80', '  prefix /a ?q -> cart.shop:80', '  prefix /a -> cart.shop:80', '  regex /longest.* -> cart.shop:80']],
  ['an empty list of matches',            { rules: [{ matches: [], backendRefs: [{ name: 'cart', port: 80 }] }] }, [cart, '  any -> cart.shop:80']],
  ['weights',                             { rules: sending({ name: 'cart', port: 80, weight: 9 }, { name: 'stock', port: 81 }) }, [cart, '  prefix / -> cart.shop:80 9, stock.shop:81 1']],
  ['a weight of 0 beside another',        { rules: sending({ name: 'cart', port: 80 }, { name: 'stock', port: 81, weight: 0 }) }, [cart, '  prefix / -> cart.shop:80']],
  ['weights of 0 alone',                  { rules: sending({ name: 'cart', port: 80, weight: 0 }) },    [cart, '  prefix / -> 500']],
  ['no backends',                         { rules: [{}] },                                              [cart, '  prefix / -> 404']],
  ['a backend of another namespace, without a grant', { rules: sending({ name: 'db', namespace: 'data', port: 80 }) }, [cart, '  prefix / -> db.data:80']],
  ['a host of Istio’s',                   { rules: sending({ group: 'networking.istio.io', kind: 'Hostname', name: 'www.example.com', port: 443 }) }, [cart, '  prefix / -> www.example.com:443']],
  ['a Service of several clusters',       { rules: sending({ group: 'multicluster.x-k8s.io', kind: 'ServiceImport', name: 'cart', port: 80 }) }, [cart, '  prefix / -> cart.shop:80']],
  ['what Istio does not send to',         { rules: sending({ group: 'example.com', kind: 'Bucket', name: 'cart' }) }, [cart, '  prefix / -> :']],
  ['a redirect',                          { rules: filtering({ type: 'RequestRedirect', requestRedirect: {} }) }, [cart, '  prefix / -> redirect']],
  ['a rewrite and headers',               { rules: filtering({ type: 'URLRewrite' }, { type: 'RequestHeaderModifier' }) }, [cart, '  prefix / -> cart.shop:80']],
  ['a mirror, and one that is not there', { rules: filtering(...['stock', 'nobody'].map(name => ({ type: 'RequestMirror', requestMirror: { backendRef: { name, port: 80 } } }))) }, [cart, '  prefix / -> cart.shop:80 mirror stock.shop:80']],
  ['a filter that Istio does not know',   { rules: filtering({ type: 'ExtensionRef' }) },               []],
  ['a filter of a backend that it does not know', { rules: sending({ name: 'cart', port: 80, filters: [{ type: 'URLRewrite' }] }) }, []],
  ['a backend without port',              { rules: sending({ name: 'cart' }) },                         []],
  ['a host in place of a name',           { rules: sending({ name: 'cart.shop', port: 80 }) },          []],
  ['… though another rule is sound',      { rules: [...toCart, ...sending({ name: 'cart' })] },         []],
];

const grpc = [{ method: { service: 's', method: 'm' } }, { method: { service: 's' } }, { method: { method: 'm' } }];
const patterns = grpc.map(({ method }) => ({ method: { ...method, type: 'RegularExpression' } }));

// prettier-ignore
const others: Row[] = [
  ['a GRPCRoute: any method without matches', { kind: 'GRPCRoute', rules: toCart },                    [cart.replace('HTTP', 'GRPC'), '  any -> cart.shop:80']],
  ['its methods',                         { kind: 'GRPCRoute', rules: matching(...grpc) },              [cart.replace('HTTP', 'GRPC'), '  exact /s/m -> cart.shop:80', '  prefix /s/ -> cart.shop:80', '  regex /[^/]+/m -> cart.shop:80']],
  ['patterns of them',                    { kind: 'GRPCRoute', rules: matching(...patterns) },          [cart.replace('HTTP', 'GRPC'), '  regex /[^/]+/m -> cart.shop:80', '  regex /s/.+ -> cart.shop:80', '  regex /s/m -> cart.shop:80']],
  ['its headers alone',                   { kind: 'GRPCRoute', rules: matching({ headers: [{ name: 'x', value: '1' }] }) }, [cart.replace('HTTP', 'GRPC'), '  any x -> cart.shop:80']],
  ['a method that names nothing',         { kind: 'GRPCRoute', rules: matching({ method: {} }) },       []],
  ['a GRPCRoute without backends',        { kind: 'GRPCRoute', rules: [{}] },                           [cart.replace('HTTP', 'GRPC'), '  any -> 500']],
  ['a GRPCRoute with a mirror that is not there', { kind: 'GRPCRoute', rules: filtering({ type: 'RequestMirror', requestMirror: { backendRef: { name: 'nobody', port: 80 } } }) }, []],
  ['a TLSRoute',                          { kind: 'TLSRoute', rules: toCart },                          ['shop/route~tls~0~istio-autogenerated-k8s-gateway: cart.shop.svc.cluster.local on mesh of TLSRoute route', '  cart.shop.svc.cluster.local -> cart.shop:80']],
  ['its server names, and a port',        { kind: 'TLSRoute', hostnames: ['a.example', 'b.example'], parents: [{ name: 'cart', port: 443 }], rules: toCart }, ['shop/route~tls~0~istio-autogenerated-k8s-gateway: cart.shop.svc.cluster.local on mesh of TLSRoute route', '   port 443 -> cart.shop:80']],
  ['one server name, whatever the host',  { kind: 'TLSRoute', hostnames: ['a.example'], rules: toCart }, ['shop/route~tls~0~istio-autogenerated-k8s-gateway: cart.shop.svc.cluster.local on mesh of TLSRoute route', '  a.example -> cart.shop:80']],
  ['a TLSRoute of an entry with two hosts', { kind: 'TLSRoute', parents: [{ group: 'networking.istio.io', kind: 'ServiceEntry', name: 'pay' }], rules: toCart }, ['shop/route~tls~0~istio-autogenerated-k8s-gateway: pay.example on mesh of TLSRoute route', '  pay.example -> cart.shop:80', 'shop/route~tls~1~istio-autogenerated-k8s-gateway: *.pay.example on mesh of TLSRoute route', '  *.pay.example -> cart.shop:80']],
  ['a TCPRoute',                          { kind: 'TCPRoute', rules: toCart },                          ['shop/route~tcp~0~istio-autogenerated-k8s-gateway: cart.shop.svc.cluster.local on mesh of TCPRoute route', '  any -> cart.shop:80']],
  ['… of a port',                         { kind: 'TCPRoute', parents: [{ name: 'cart', port: 9000 }], rules: toCart }, ['shop/route~tcp~0~istio-autogenerated-k8s-gateway: cart.shop.svc.cluster.local on mesh of TCPRoute route', '   port 9000 -> cart.shop:80']],
  ['… without backends',                  { kind: 'TCPRoute', rules: [{}] },                            ['shop/route~tcp~0~istio-autogenerated-k8s-gateway: cart.shop.svc.cluster.local on mesh of TCPRoute route', '  any -> internal.cluster.local:65535/zero-weight']],
  ['a TLSRoute without backends',         { kind: 'TLSRoute', rules: [{}] },                            ['shop/route~tls~0~istio-autogenerated-k8s-gateway: cart.shop.svc.cluster.local on mesh of TLSRoute route', '   -> internal.cluster.local:65535/zero-weight']],
];

describe('a route for', () => {
  test.each(parents)('%s', (_what, fields, lines) => expect(made([gatewayRoute(fields)])).toEqual(lines));
});

describe('a route with', () => {
  test.each(rules)('%s', (_what, fields, lines) => expect(made([gatewayRoute(fields)])).toEqual(lines));
});

describe('of another kind', () => {
  test.each(others)('%s', (_what, fields, lines) => expect(made([gatewayRoute(fields)])).toEqual(lines));
});

describe('routes of one namespace for one host', () => {
  const late = gatewayRoute({
    name: 'shop/a',
    day: 2,
    rules: matching({ path: { value: '/a' } }, { path: { value: '/late' } }),
  });
  const early = gatewayRoute({ name: 'shop/b', day: 1, rules: matching({ path: { value: '/b' } }) });
  const rpc = gatewayRoute({
    kind: 'GRPCRoute',
    name: 'shop/c',
    day: 3,
    rules: matching({ method: { service: 's', method: 'm' } }),
  });

  test('are one, the narrowest rule first, of equal ones that of the older route', () => {
    expect(made([late, early, rpc])).toEqual([
      cart.replace('HTTPRoute route', 'HTTPRoute b, HTTPRoute a, GRPCRoute c'),
      '  exact /s/m -> cart.shop:80',
      '  prefix /late -> cart.shop:80',
      '  prefix /b -> cart.shop:80',
      '  prefix /a -> cart.shop:80',
    ]);
  });

  test('but gRPC stood apart before 1.30', () => {
    expect(made([late, rpc], '1.28').filter(line => !line.startsWith(' '))).toEqual([
      cart.replace('HTTPRoute route', 'HTTPRoute a'),
      cart.replace('HTTPRoute route', 'GRPCRoute c'),
    ]);
  });
});

// prettier-ignore
const releases: [what: string, release: string, flags: string[], fields: Partial<RouteFields>, isRead: boolean][] = [
  ['no route is for Services in 1.18',         '1.18', [],                                 {},                     false],
  ['HTTPRoutes are in 1.19',                   '1.19', [],                                 {},                     true],
  ['GRPCRoutes are in 1.22',                   '1.22', [],                                 { kind: 'GRPCRoute' },  true],
  ['… before by a flag',                       '1.20', ['PILOT_ENABLE_ALPHA_GATEWAY_API'], { kind: 'GRPCRoute' },  true],
  ['… only',                                   '1.20', [],                                 { kind: 'GRPCRoute' },  false],
  ['TLSRoutes are in 1.30',                    '1.30', [],                                 { kind: 'TLSRoute' },   true],
  ['… and not in 1.28',                        '1.28', [],                                 { kind: 'TLSRoute' },   false],
  ['TCPRoutes are by a flag only',             '1.30', [],                                 { kind: 'TCPRoute' },   false],
  ['… in every release',                       '1.24', ['PILOT_ENABLE_ALPHA_GATEWAY_API'], { kind: 'TCPRoute' },   true],
  ['ServiceEntries may be parents from 1.21 on', '1.20', [], { parents: [{ group: 'networking.istio.io', kind: 'ServiceEntry', name: 'pay' }] }, false],
  ['a Service need not be there before 1.25',  '1.24', [],                                 { parents: [{ name: 'nobody' }] }, true],
];

test.each(releases)('%s', (_what, release, flags, fields, isRead) => {
  expect(made([gatewayRoute({ rules: toCart, ...fields })], release, flags).length > 0).toBe(isRead);
});

test('without backends it is 500 before 1.30', () => {
  expect(made([gatewayRoute({ rules: [{}] })], '1.28')).toEqual([cart, '  prefix / -> 500']);
});
