import { expect, test } from '@jest/globals';
import { decode } from '../../../src/resources/decode.js';
import { faultsOf } from '../faults.js';
import { manifest } from '../manifest.js';

const head = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: shop}
spec:
`;
const route = 'route: [{destination: {host: pay.example.com}}]';
const http = `  http: [{${route}}]\n`;

function resourceOf(text: string) {
  const decoded = decode(manifest(text));
  return decoded.outcome === 'resource' ? decoded.resource : decoded;
}

test('a whole VirtualService', () => {
  const found = resourceOf(`${head}  hosts: [pay.example.com, "*.shop.example.com"]
  gateways: [mesh, shop/edge]
  exportTo: [., shop-two]
  http:
  - name: blue
    match:
    - uri: {prefix: /pay}
      method: {exact: POST}
      headers: {x-user: {regex: "a.*"}, x-any: {}}
      withoutHeaders: {x-none: {exact: b}}
      queryParams: {q: {exact: c}}
      port: 80
      sourceLabels: {app: cart}
      sourceNamespace: shop
      gateways: [mesh]
      ignoreUriCase: true
    route:
    - {destination: {host: pay.example.com, subset: v1, port: {number: 8080}}, weight: 90}
    - {destination: {host: pay-two.example.com}, weight: 10}
    mirror: {host: shadow.example.com}
  - redirect: {uri: /elsewhere}
  - directResponse: {status: 503}
  - delegate: {name: more, namespace: pay}
  tls:
  - match: [{sniHosts: [pay.example.com], port: 443, destinationSubnets: [10.0.0.0/8]}]
    route: [{destination: {host: pay.example.com}}]
  tcp:
  - match: [{port: 5432, destinationSubnets: [10.1.0.0/16], sourceNamespace: shop}]
    route: [{destination: {host: db.example.com}, weight: 100}]
`);
  const anywhere = { sourceLabels: {}, sourceNamespace: '', gateways: [] };
  const nothing = {
    name: '',
    match: [],
    route: [],
    mirrors: [],
    redirect: false,
    directResponse: null,
    delegate: null,
  };
  expect(found).toMatchObject({
    kind: 'VirtualService',
    name: 'pay',
    namespace: 'shop',
    hosts: ['pay.example.com', '*.shop.example.com'],
    gateways: ['mesh', 'shop/edge'],
    exportTo: ['.', 'shop-two'],
    http: [
      {
        ...nothing,
        name: 'blue',
        match: [
          {
            uri: { kind: 'prefix', value: '/pay' },
            scheme: null,
            method: { kind: 'exact', value: 'POST' },
            authority: null,
            headers: { 'x-user': { kind: 'regex', value: 'a.*' }, 'x-any': { kind: 'present' } },
            withoutHeaders: { 'x-none': { kind: 'exact', value: 'b' } },
            queryParams: { q: { kind: 'exact', value: 'c' } },
            ignoreUriCase: true,
            port: 80,
            sourceLabels: { app: 'cart' },
            sourceNamespace: 'shop',
            gateways: ['mesh'],
          },
        ],
        route: [
          { host: 'pay.example.com', subset: 'v1', port: 8080, weight: 90 },
          { host: 'pay-two.example.com', subset: '', port: null, weight: 10 },
        ],
        mirrors: [{ host: 'shadow.example.com', subset: '', port: null }],
      },
      { ...nothing, redirect: true },
      { ...nothing, directResponse: 503 },
      { ...nothing, delegate: { name: 'more', namespace: 'pay' } },
    ],
    tls: [
      {
        match: [{ ...anywhere, sniHosts: ['pay.example.com'], port: 443, destinationSubnets: ['10.0.0.0/8'] }],
        route: [{ host: 'pay.example.com', subset: '', port: null, weight: 0 }],
      },
    ],
    tcp: [
      {
        match: [{ ...anywhere, port: 5432, destinationSubnets: ['10.1.0.0/16'], sourceNamespace: 'shop' }],
        route: [{ host: 'db.example.com', subset: '', port: null, weight: 100 }],
      },
    ],
  });
});

test.each([
  ['an absent exportTo is null', `  hosts: [a.com]\n${http}`, { exportTo: null, gateways: [] }],
  [
    'of two kinds of match the last of exact, prefix and regex counts',
    `  hosts: [a.com]\n  http: [{match: [{uri: {regex: a, exact: b}}], ${route}}]\n`,
    { http: [{ match: [{ uri: { kind: 'regex', value: 'a' } }] }] },
  ],
  [
    'several mirrors',
    `  hosts: [a.com]\n  http: [{mirrors: [{destination: {host: b.com}}, {destination: {host: c.com}}], ${route}}]\n`,
    { http: [{ mirrors: [{ host: 'b.com' }, { host: 'c.com' }] }] },
  ],
])('%s', (_what, spec, expected) => {
  expect(resourceOf(head + spec)).toMatchObject(expected);
});

const hosts = '  hosts: [pay.example.com]\n';

// prettier-ignore
const refused: [what: string, spec: string, ...faults: string[]][] = [
  ['nothing to do', hosts, '5:3 spec is a mapping, expected at least one route in http, tls or tcp'],
  ['a wildcard for everything in the mesh', `  hosts: ["*"]\n${http}`, '5:11 spec.hosts[0] is "*", expected a host; "*" alone is for gateways only, not for the mesh'],
  ['a host that is no name', `  hosts: ["bad host"]\n${http}`, '5:11 spec.hosts[0] is "bad host", expected a domain name; its part "bad host" is not 1 to 63 letters, digits and "-", with a letter or digit at both ends'],
  ['the same host twice', `  hosts: [a.com, a.com]\n${http}`, '5:18 spec.hosts[1] is "a.com", expected a host that no other covers: spec.hosts[0], "a.com", does'],
  ['a host that a wildcard covers', `  hosts: [api.example.com, "*.example.com"]\n${http}`, '5:11 spec.hosts[0] is "api.example.com", expected a host that no other covers: spec.hosts[1], "*.example.com", does'],
  ['a gateway that is no name', `${hosts}  gateways: [bad_gw]\n${http}`, '6:14 spec.gateways[0] is "bad_gw", expected "mesh", namespace/name or a domain name; its part "bad_gw" is not 1 to 63 letters, digits and "-", with a letter or digit at both ends'],
  ['a gateway with two slashes', `${hosts}  gateways: [a/b/c]\n${http}`, '6:14 spec.gateways[0] is "a/b/c", expected after the slash the name of a Gateway: 1 to 63 letters, digits and "-", with a letter or digit at both ends'],
  ['a delegate with gateways', `  gateways: [mesh]\n${http}`, '5:13 spec.gateways is a list of 1, expected none in a VirtualService without hosts: it only serves as delegate'],
  ['a delegate that delegates', '  http: [{delegate: {name: a}, route: [{destination: {host: a.com}}]}]\n', '5:21 spec.http[0].delegate is a mapping, expected none in a VirtualService without hosts: delegates do not delegate on'],
  ['an export to nobody', `${hosts}${http}  exportTo: ["~"]\n`, '7:14 spec.exportTo[0] is "~", expected a namespace, "." for its own or "*" for all'],
  ['an export to all and one', `${hosts}${http}  exportTo: ["*", pay]\n`, '7:14 spec.exportTo[0] is "*", expected it alone, or only the others'],
  ['a claim of a token in the mesh', `${hosts}  http: [{match: [{headers: {"@request.auth.claims.group": {exact: a}}}], ${route}}]\n`, '6:60 spec.http[0].match[0].headers["@request.auth.claims.group"] is a mapping, expected no claim of a token: only gateways route by those'],
  ['a tls route without match', `${hosts}  tls: [{${route}}]\n`, '6:9 spec.tls[0].match is missing, expected at least one match with sniHosts'],
  ['a tls match without hosts', `${hosts}  tls: [{match: [{port: 443}], ${route}}]\n`, '6:18 spec.tls[0].match[0].sniHosts is missing, expected at least one host'],
  ['an SNI beside the hosts', `${hosts}  tls: [{match: [{sniHosts: [other.com]}], ${route}}]\n`, '6:30 spec.tls[0].match[0].sniHosts[0] is "other.com", expected a host that one of spec.hosts covers'],
  ['an SNI wider than the host', `${hosts}  tls: [{match: [{sniHosts: ["*.example.com"]}], ${route}}]\n`, '6:30 spec.tls[0].match[0].sniHosts[0] is "*.example.com", expected a host that one of spec.hosts covers'],
  ['a tls route to nowhere', `${hosts}  tls: [{match: [{sniHosts: [pay.example.com]}]}]\n`, '6:9 spec.tls[0].route is missing, expected at least one destination'],
  ['a subnet that is none', `${hosts}  tcp: [{match: [{destinationSubnets: [10.0.0.0/40]}], ${route}}]\n`, '6:40 spec.tcp[0].match[0].destinationSubnets[0] is "10.0.0.0/40", expected an IP address or a prefix such as "10.0.0.0/8"'],
  ['a tcp route to nowhere', `${hosts}  tcp: [{match: [{port: 80}]}]\n`, '6:9 spec.tcp[0].route is missing, expected at least one destination'],
  ['weights of 0', `${hosts}  tcp: [{route: [{destination: {host: a.com}}, {destination: {host: b.com}}]}]\n`, '6:17 spec.tcp[0].route is a list of 2, expected weights that are not all 0, as there are several destinations'],
  ['weights that int32 adds up to 0', `${hosts}  tcp: [{route: [{destination: {host: a.com}, weight: 2147483647}, {destination: {host: b.com}, weight: 2147483647}, {destination: {host: c.com}, weight: 2}]}]\n`, '6:17 spec.tcp[0].route is a list of 3, expected weights that are not all 0, as there are several destinations'],
  ['a spec that Istio cannot parse', `${hosts}  http: [{match: [{port: x}], route: 1}]\n`, '6:26 spec.http[0].match[0].port is "x", expected a whole number from 0 to 4294967295', '6:38 spec.http[0].route is 1, expected a list'],
];

test.each(refused)('%s is refused', (_what, spec, ...faults) => {
  expect(faultsOf(head + spec)).toEqual(faults);
});

const fromGatewayApi = head.replace(
  'namespace: shop',
  'namespace: shop, annotations: {internal.istio.io/route-semantics: gateway}',
);

test.each([
  ['a wildcard for everything at a gateway', `${head}  hosts: ["*"]\n  gateways: [shop/edge]\n${http}`],
  ['an IP address as host', `${head}  hosts: [10.0.0.1, "2001:db8::1"]\n${http}`],
  [
    'the SNI that sidecars make, at a gateway',
    `${head}  hosts: [outbound_.80_._.a.b]\n  gateways: [shop/edge]\n  tls: [{match: [{sniHosts: [outbound_.80_._.a.b]}], ${route}}]\n`,
  ],
  ['an IP address as SNI', `${head}${hosts}  tls: [{match: [{sniHosts: [10.0.0.1]}], ${route}}]\n`],
  ['whatever follows a gateway without namespace', `${head}${hosts}  gateways: [mesh, "x/y/z"]\n${http}`],
  [
    'a claim of a token at a gateway',
    `${head}${hosts}  gateways: [shop/edge]\n  http: [{match: [{headers: {"@request.auth.claims[a]": {exact: a}}}], ${route}}]\n`,
  ],
  ['a delegate', `${head}${http}`],
  [
    'a destination that no user can write, from Gateway API',
    `${fromGatewayApi}${hosts}  http: [{route: [{destination: {host: a~b}}]}]\n`,
  ],
  ['a gateway that no user can write, from Gateway API', `${fromGatewayApi}${hosts}  gateways: [a/b~c]\n${http}`],
])('accepted: %s', (_what, text) => {
  expect(faultsOf(text)).toEqual([]);
});
