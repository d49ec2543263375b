import { expect, test } from '@jest/globals';
import { decode } from '../../src/resources/decode.js';
import { faultsOf } from './faults.js';
import { manifest } from './manifest.js';

const head = `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec:
`;
const egress = '  egress: [{hosts: [./*]}]\n';

function resourceOf(text: string) {
  const decoded = decode(manifest(text));
  return decoded.outcome === 'resource' ? decoded.resource : decoded;
}

test('a whole Sidecar', () => {
  const sidecar = resourceOf(`${head}  workloadSelector: {labels: {app: cart}}
  egress:
  - port: {number: 443, protocol: TLS, name: tls}
    bind: 127.0.0.1
    captureMode: NONE
    hosts: [shop/*]
  - hosts: ["*/*.example.com"]
  outboundTrafficPolicy:
    mode: ALLOW_ANY
    egressProxy: {host: proxy.shop.svc.cluster.local, port: {number: 3128}}
`);
  expect(sidecar).toMatchObject({
    kind: 'Sidecar',
    workloadSelector: { app: 'cart' },
    egress: [
      {
        port: { number: 443, protocol: 'TLS', name: 'tls' },
        bind: '127.0.0.1',
        captureMode: 'NONE',
        hosts: ['shop/*'],
      },
      { port: null, bind: '', captureMode: 'DEFAULT', hosts: ['*/*.example.com'] },
    ],
    outboundTrafficPolicy: {
      mode: 'ALLOW_ANY',
      egressProxy: { host: 'proxy.shop.svc.cluster.local', port: 3128, subset: '' },
    },
  });
});

test.each([
  ['an absent selector is none', egress, { workloadSelector: null }],
  ['an empty selector is one', `${egress}  workloadSelector: {}\n`, { workloadSelector: {} }],
  ['an absent policy is none', egress, { outboundTrafficPolicy: null }],
  [
    'an empty policy means REGISTRY_ONLY',
    '  outboundTrafficPolicy: {}\n',
    { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
  ],
  [
    'a policy by number',
    '  outbound_traffic_policy: {mode: 1}\n',
    { outboundTrafficPolicy: { mode: 'ALLOW_ANY', egressProxy: null } },
  ],
  [
    'a host twice is only a warning',
    '  egress: [{hosts: [./*, ./a.com, ./a.com]}]\n',
    { egress: [{ hosts: ['./*', './a.com', './a.com'] }] },
  ],
])('%s', (_what, spec, expected) => {
  expect(resourceOf(head + spec)).toMatchObject(expected);
});

// prettier-ignore
test.each([
  ['an empty one', '  egress: []\n', '5:3 spec is a mapping, expected at least one of egress, ingress, outboundTrafficPolicy and inboundConnectionPool'],
  ['a listener without hosts', '  egress:\n  - bind: 1.2.3.4\n', '6:5 spec.egress[0].hosts is missing, expected at least one host such as "./*"'],
  ['a host without namespace', '  egress: [{hosts: [a.com]}]\n', '5:21 spec.egress[0].hosts[0] is "a.com", expected the form namespace/host, such as "./*" or "*/api.example.com"'],
  ['a short name', '  egress: [{hosts: [./cart]}]\n', '5:21 spec.egress[0].hosts[0] is "./cart", expected after the slash a full domain name: short names are not looked up'],
  ['a partial wildcard', '  egress: [{hosts: [./*a.com]}]\n', '5:21 spec.egress[0].hosts[0] is "./*a.com", expected after the slash a wildcard only as "*" or in front, as "*."'],
  ['a bad namespace', '  egress: [{hosts: [A_b/*]}]\n', '5:21 spec.egress[0].hosts[0] is "A_b/*", expected a namespace before the slash, "." for its own, "*" for any or "~" for none'],
  ['a listener without port before another', '  egress: [{hosts: [./*]}, {hosts: [./*]}]\n', '5:12 spec.egress[0].port is missing, expected a port: only the last egress listener may go without'],
  ['one port at two addresses', '  egress:\n  - {bind: 1.2.3.4, port: {number: 80, protocol: HTTP}, hosts: [./*]}\n  - {bind: 1.2.3.5, port: {number: 80, protocol: HTTP}, hosts: [./*]}\n', '7:36 spec.egress[1].port.number is 80, expected each once: spec.egress[0].port.number is the same'],
  ['a Unix socket with a port', '  egress: [{bind: unix:///a, port: {number: 80}, hosts: [./*]}]\n', '5:19 spec.egress[0].bind is "unix:///a", expected an IP address (a unix:// path goes with port 0)'],
  ['a captured Unix socket', '  egress: [{bind: unix:///a, port: {number: 0}, hosts: [./*], captureMode: IPTABLES}]\n', '5:76 spec.egress[0].captureMode is "IPTABLES", expected DEFAULT or NONE for a Unix socket'],
  ['a selector with a wildcard', `${egress}  workloadSelector: {labels: {app: "a*"}}\n`, '6:36 spec.workloadSelector.labels.app is "a*", expected a label value without "*": wildcards are not matched'],
  ['a proxy for the registry only', '  outboundTrafficPolicy: {egressProxy: {host: a.com, port: {number: 80}}}\n', '5:40 spec.outboundTrafficPolicy.egressProxy is a mapping, expected none with mode REGISTRY_ONLY: only with ALLOW_ANY'],
  ['a proxy without port', '  outboundTrafficPolicy: {mode: ALLOW_ANY, egressProxy: {host: a.com}}\n', '5:57 spec.outboundTrafficPolicy.egressProxy.port is missing, expected the port of the proxy, as in port: {number: 443}'],
  ['a proxy with a wildcard', '  outboundTrafficPolicy: {mode: ALLOW_ANY, egressProxy: {host: "*.a.com", port: {number: 80}}}\n', '5:64 spec.outboundTrafficPolicy.egressProxy.host is "*.a.com", expected a domain name; its part "*" is not 1 to 63 letters, digits and "-", with a letter or digit at both ends'],
  ['ingress without port', '  ingress: [{defaultEndpoint: ":80"}]\n', '5:13 spec.ingress[0].port is missing, expected the port that the listener receives on'],
  ['ingress to elsewhere', '  ingress: [{port: {number: 80}, defaultEndpoint: "10.0.0.1:80"}]\n', '5:51 spec.ingress[0].defaultEndpoint is "10.0.0.1:80", expected a port of 127.0.0.1, 0.0.0.0, [::1] or [::], as in "127.0.0.1:8080", or a unix:// path'],
  ['TLS on an HTTP port', '  ingress: [{port: {number: 80, protocol: HTTP}, tls: {mode: PASSTHROUGH}}]\n', '5:55 spec.ingress[0].tls is a mapping, expected none on a port of protocol "HTTP": only on HTTPS or TLS'],
  ['TLS without key', '  ingress: [{port: {number: 80, protocol: TLS}, tls: {mode: SIMPLE, serverCertificate: /a}}]\n', '5:54 spec.ingress[0].tls.privateKey is missing, expected the path of a file with mode SIMPLE'],
  ['a timeout too fine', '  inboundConnectionPool: {tcp: {connectTimeout: 1.5ms}}\n', '5:49 spec.inboundConnectionPool.tcp.connectTimeout is "1.5ms", expected at least 1ms, and whole milliseconds'],
  ['a timeout without unit', '  inboundConnectionPool: {tcp: {connectTimeout: 5}}\n', '5:49 spec.inboundConnectionPool.tcp.connectTimeout is 5, expected a duration such as "1.5s" or "1m30s"'],
  ['a negative limit', '  inboundConnectionPool: {http: {maxRetries: -1}}\n', '5:46 spec.inboundConnectionPool.http.maxRetries is -1, expected a number that is not negative'],
])('%s is refused', (_what, spec, fault) => {
  expect(faultsOf(head + spec)).toEqual([fault]);
});

test.each([
  '  ingress: [{port: {number: 80}, defaultEndpoint: "[::1]:80"}]\n',
  '  ingress: [{port: {number: 80}, defaultEndpoint: "unix:///a"}]\n',
  '  ingress: [{port: {number: 80, protocol: tls}, tls: {mode: SIMPLE, serverCertificate: /a, privateKey: /b}}]\n',
  '  inboundConnectionPool: {tcp: {idleTimeout: 0s, connectTimeout: 1m30s}}\n',
  '  egress: [{bind: unix://@a, port: {number: 0}, hosts: [./*]}]\n',
  '  egress: [{hosts: ["~/*"]}]\n',
])('accepted: %s', spec => {
  expect(faultsOf(head + spec)).toEqual([]);
});
