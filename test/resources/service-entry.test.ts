import { expect, test } from '@jest/globals';
import { decode } from '../../src/resources/decode.js';
import { faultsOf } from './faults.js';
import { manifest } from './manifest.js';

const head = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec:
`;
const port = '  ports: [{number: 443, name: tls, protocol: TLS}]\n';

function resourceOf(text: string) {
  const decoded = decode(manifest(text));
  return decoded.outcome === 'resource' ? decoded.resource : decoded;
}

test('a whole entry', () => {
  const entry = resourceOf(`apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: pay
  namespace: shop
  labels: {team: pay}
  creationTimestamp: "2024-05-01T12:00:00Z"
spec:
  hosts: [pay.example.com]
  addresses: [10.0.0.0/8]
  ports:
  - {number: 443, name: tls, protocol: TLS, targetPort: 8443}
  - {number: 80, name: http}
  location: MESH_INTERNAL
  resolution: STATIC
  endpoints:
  - {address: 10.0.0.1, ports: {tls: 9443}, labels: {zone: a}}
  exportTo: [.]
status:
  addresses: [{value: 240.240.0.1, host: pay.example.com}]
`);
  expect(entry).toMatchObject({
    kind: 'ServiceEntry',
    name: 'pay',
    namespace: 'shop',
    namespaceGiven: true,
    labels: { team: 'pay' },
    createdAt: Date.UTC(2024, 4, 1, 12),
    hosts: ['pay.example.com'],
    addresses: ['10.0.0.0/8'],
    ports: [
      { number: 443, name: 'tls', protocol: 'TLS', targetPort: 8443 },
      { number: 80, name: 'http', protocol: '', targetPort: null },
    ],
    location: 'MESH_INTERNAL',
    resolution: 'STATIC',
    endpoints: [{ address: '10.0.0.1', ports: { tls: 9443 }, labels: { zone: 'a' } }],
    workloadSelector: null,
    exportTo: ['.'],
    automaticAddresses: [{ value: '240.240.0.1', host: 'pay.example.com' }],
  });
});

test.each([
  ['fields by their protobuf names', '  export_to: [other]\n', { exportTo: ['other'] }],
  ['the JSON name over the protobuf name', '  export_to: [other]\n  exportTo: [.]\n', { exportTo: ['.'] }],
  ['an enumeration by number', '  resolution: 2\n', { resolution: 'DNS' }],
  ['a location without a name as internal', '  location: 7\n', { location: 'MESH_INTERNAL' }],
  ['null as absent', '  resolution: null\n  exportTo: null\n', { resolution: 'NONE', exportTo: null }],
  ['an empty list of namespaces as absent', '  exportTo: []\n', { exportTo: null }],
  ['a selector without labels', '  workloadSelector: {}\n', { workloadSelector: {} }],
  ['no endpoints beside a selector', '  workloadSelector: {}\n  endpoints: []\n', { endpoints: [] }],
  ['fields that it does not know', '  hostz: [a]\n', { hosts: ['pay.example.com'] }],
  ['a status that it cannot read', 'status: [a]\n', { automaticAddresses: [] }],
])('Istio takes %s', (_what, fields, expected) => {
  expect(resourceOf(`${head}  hosts: [pay.example.com]\n${port}${fields}`)).toMatchObject(expected);
});

test.each([
  ['"443"', 443],
  ['" 443 "', 443],
  ['443.0', 443],
  ['0x1BB', 443],
  ['4_43', 443],
])('Istio takes the port %s', (number, expected) => {
  const text = `${head}  hosts: [pay.example.com]\n  ports: [{number: ${number}, name: tls, protocol: TLS}]\n`;
  expect(resourceOf(text)).toMatchObject({ ports: [{ number: expected }] });
});

// prettier-ignore
test.each([
  ['no hosts', `${port}`, '5:3 spec.hosts is missing, expected at least one host'],
  ['an empty list of hosts', `  hosts: []\n${port}`, '5:10 spec.hosts is an empty list, expected at least one host'],
  ['a host for all', `  hosts: ["*"]\n${port}`, '5:11 spec.hosts[0] is "*", expected a domain name; "*" alone is too wide'],
  ['a host with an underscore', `  hosts: [a_b.com]\n${port}`, '5:11 spec.hosts[0] is "a_b.com", expected a domain name; its part "a_b" is not 1 to 63 letters, digits and "-", with a letter or digit at both ends'],
  ['an address as host', `  hosts: [10.0.0.1]\n${port}`, '5:11 spec.hosts[0] is "10.0.0.1", expected a domain name; its last part "1" is a number'],
  ['a wildcard to resolve', `  hosts: ["*.a.com"]\n  resolution: DNS\n${port}`, '5:11 spec.hosts[0] is "*.a.com", expected a domain name without wildcards, to resolve: resolution is DNS, without endpoints'],
  ['a host that is a number', `  hosts: [443]\n${port}`, '5:11 spec.hosts[0] is 443, expected a string, quoted where it reads as a number or boolean'],
  ['a port that is a word', '  hosts: [a.com]\n  ports:\n  - number: web\n    name: tls\n', '7:13 spec.ports[0].number is "web", expected a whole number from 0 to 4294967295'],
  ['a port without number', '  hosts: [a.com]\n  ports:\n  - name: tls\n', '7:5 spec.ports[0].number is missing, expected a port number from 1 to 65535'],
  ['a number twice', '  hosts: [a.com]\n  ports:\n  - {number: 1, name: a}\n  - {number: 1, name: b}\n', '8:14 spec.ports[1].number is 1, expected each once: spec.ports[0].number is the same'],
  ['ports that are no list', '  hosts: [a.com]\n  ports: {number: 1, name: a}\n', '6:10 spec.ports is a mapping, expected a list'],
  ['an unknown resolution', `  hosts: [a.com]\n  resolution: FOO\n${port}`, '6:15 spec.resolution is "FOO", expected one of NONE, STATIC, DNS, DNS_ROUND_ROBIN, DYNAMIC_DNS'],
  ['an unknown protocol', '  hosts: [a.com]\n  ports: [{number: 1, name: a, protocol: FOO}]\n', '6:42 spec.ports[0].protocol is "FOO", expected one of TCP, UDP, HTTP, HTTP2, HTTP_PROXY, GRPC, GRPC-Web, HTTPS, TLS, Mongo, Redis, MySQL'],
  ['a prefix to resolve', `  hosts: [a.com]\n  resolution: DNS\n  addresses: [10.0.0.0/8]\n${port}`, '7:15 spec.addresses[0] is "10.0.0.0/8", expected an IP address with resolution DNS: prefixes need NONE or STATIC'],
  ['several hosts of TCP', '  hosts: [a.com, b.com]\n  resolution: STATIC\n  ports: [{number: 1, name: a, protocol: TCP}]\n', '7:42 spec.ports[0].protocol is "TCP", expected an HTTP or TLS protocol, as there are 2 hosts'],
  ['its namespace twice', `  hosts: [a.com]\n  exportTo: [shop, .]\n${port}`, '6:20 spec.exportTo[1] is ".", expected each once: spec.exportTo[0] is the same'],
  ['a fault in a protobuf name', `  hosts: [a.com]\n  export_to: [A_B]\n${port}`, '6:15 spec.export_to[0] is "A_B", expected a namespace, "." for its own, "*" for all or "~" for none'],
  ['a path as DNS endpoint', `  hosts: [a.com]\n  resolution: DNS\n${port}  endpoints:\n  - address: unix:///a\n`, '9:14 spec.endpoints[0].address is "unix:///a", expected an IP address or a domain name without wildcards'],
  ['an endpoint port that the entry lacks', `  hosts: [a.com]\n  resolution: STATIC\n${port}  endpoints:\n  - {address: 10.0.0.1, ports: {http: 80}}\n`, '9:39 spec.endpoints[0].ports.http is 80, expected the port of a name that spec.ports has: "http" is none'],
])('%s is refused', (_what, spec, fault) => {
  expect(faultsOf(head + spec)).toEqual([fault]);
});

test('every fault is named at once', () => {
  expect(
    faultsOf(`${head}  hosts: [a b, c.com]\n  ports: [{number: 0, name: A_b}]\n  exportTo: ['*', shop]\n`),
  ).toHaveLength(4);
});

test('what cannot be parsed is not judged further', () => {
  expect(faultsOf(`${head}  resolution: FOO\n  endpoints: [{address: a.com}]\n`)).toHaveLength(1);
});
