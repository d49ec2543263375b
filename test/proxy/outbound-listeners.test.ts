import { expect, test } from '@jest/globals';
import type { Proxy } from '../../src/proxy/proxy.js';
import { listenerTexts } from '../listener-text.js';
import { entry, service, sidecar, slice, workloadEntry, type EgressFields, type ManifestText } from '../manifests.js';
import { configurationOf } from '../meshes.js';

const PASS = 'else → PassthroughCluster';
const a = 'a.example';
const web = 'web.shop.svc.cluster.local';

type Row = [when: string, manifests: ManifestText[], listeners: string[]];

const vip = { name: 'shop/web', clusterIP: '10.96.0.1' };
const none = { hosts: a, resolution: 'NONE' };

// prettier-ignore
const single: Row[] = [
  ['a Service on TCP has its address to itself',            [service({ ...vip, ports: 'tcp/443' })],                                     [`10.96.0.1:443 ALL → ${web}:443`]],
  ['a Service on TLS too, without asking for an SNI',       [service({ ...vip, ports: 'tls/443' })],                                     [`10.96.0.1:443 ALL → ${web}:443`]],
  ['a Service of unknown protocol is sniffed there',        [service({ ...vip, ports: 'x/443' })],                                       [`10.96.0.1:443 HTTP → routes ${web}:443 | else → ${web}:443`]],
  ['a Service on HTTP shares the port with all others',     [service({ ...vip, ports: 'http/80' })],                                     [`0.0.0.0:80 HTTP → routes 80 | ${PASS}`]],
  ['a Service on UDP has nothing',                          [service({ ...vip, ports: 'dns!/53' })],                                     []],
  ['a Service without an address takes every connection',   [service({ name: 'shop/web', ports: 'tcp/443' })],                           [`0.0.0.0:443 ALL → ${web}:443`]],
  ['an ExternalName Service has nothing',                   [service({ name: 'shop/web', externalName: a, ports: 'tcp/443' })],          []],
  ['an entry with an address has it to itself',             [entry({ hosts: a, addresses: '10.0.0.1', ports: 'TCP/443' })],              [`10.0.0.1:443 ALL → ${a}:443`]],
  ['an entry on TLS with an address asks for no SNI',       [entry({ hosts: a, addresses: '10.0.0.1' })],                                [`10.0.0.1:443 ALL → ${a}:443`]],
  ['several addresses are several listeners',               [entry({ hosts: a, addresses: '10.0.0.1, 10.0.0.2' })],                      [`10.0.0.1:443 ALL → ${a}:443`, `10.0.0.2:443 ALL → ${a}:443`]],
  ['an entry with a prefix is told by it on TCP',           [entry({ ...none, addresses: '10.0.0.0/8', ports: 'TCP/443' })],             [`0.0.0.0:443 Addr: 10.0.0.0/8 → ${a}:443 | ${PASS}`]],
  ['and by prefix and SNI on TLS',                          [entry({ ...none, addresses: '10.0.0.0/8' })],                               [`0.0.0.0:443 SNI: ${a}; Addr: 10.0.0.0/8 → ${a}:443 | ${PASS}`]],
  ['and sniffed beside its prefix',                         [entry({ ...none, addresses: '10.0.0.0/8', ports: '/443' })],                [`0.0.0.0:443 Addr: 10.0.0.0/8 → ${a}:443 | HTTP → routes 443 | ${PASS}`]],
  ['a prefix says nothing on HTTP',                         [entry({ ...none, addresses: '10.0.0.0/8', ports: 'HTTP/80' })],             [`0.0.0.0:80 HTTP → routes 80 | ${PASS}`]],
  ['bits beyond a prefix are sent as they are',             [entry({ ...none, addresses: '10.1.2.3/8', ports: 'TCP/443' })],             [`0.0.0.0:443 Addr: 10.1.2.3/8 → ${a}:443 | ${PASS}`]],
  ['an IPv6 prefix is sent in short',                       [entry({ ...none, addresses: '2001:0DB8::/32', ports: 'TCP/443' })],         [`0.0.0.0:443 Addr: 2001:db8::/32 → ${a}:443 | ${PASS}`]],
  ['the prefix of all of IPv4 is sent as none',             [entry({ ...none, addresses: '0.0.0.0/0', ports: 'TCP/443' })],              [`0.0.0.0:443 ALL → ${a}:443 | ${PASS}`]],
  ['the prefix of all of IPv6 is sent',                     [entry({ ...none, addresses: '::/0', ports: 'TCP/443' })],                   [`0.0.0.0:443 Addr: ::/0 → ${a}:443 | ${PASS}`]],
  ['an entry on TLS without address is told by SNI',        [entry({ hosts: a })],                                                       [`0.0.0.0:443 SNI: ${a} → ${a}:443 | ${PASS}`]],
  ['each host of it by its own',                            [entry({ hosts: `${a}, b.example` })],                                       [`0.0.0.0:443 SNI: ${a} → ${a}:443 | SNI: b.example → b.example:443 | ${PASS}`]],
  ['an entry on HTTP without address by Host',              [entry({ hosts: a, ports: 'HTTP/80' })],                                     [`0.0.0.0:80 HTTP → routes 80 | ${PASS}`]],
  ['an entry on TCP without address takes every connection', [entry({ hosts: a, ports: 'TCP/443' })],                                    [`0.0.0.0:443 ALL → ${a}:443`]],
  ['so does one on Redis',                                  [entry({ hosts: a, ports: 'REDIS/6379' })],                                  [`0.0.0.0:6379 ALL → ${a}:6379`]],
  ['one of unknown protocol takes all but HTTP',            [entry({ hosts: a, ports: '/443' })],                                        [`0.0.0.0:443 HTTP → routes 443 | else → ${a}:443`]],
  ['an address 0.0.0.0 is none',                            [entry({ hosts: a, addresses: '0.0.0.0' })],                                 [`0.0.0.0:443 SNI: ${a} → ${a}:443 | ${PASS}`]],
  ['an address :: is one on an IPv4 proxy',                 [entry({ hosts: a, addresses: '::' })],                                      [`:::443 ALL → ${a}:443`]],
  ['an IPv6 address has a listener on an IPv4 proxy',       [entry({ hosts: a, addresses: '2001:db8::1' })],                             [`2001:db8::1:443 ALL → ${a}:443`]],
  ['a wildcard host is an SNI as it is',                    [entry({ ...none, hosts: '*.example' })],                                    ['0.0.0.0:443 SNI: *.example → *.example:443 | else → PassthroughCluster']],
  ['one resolved as it is called too',                      [entry({ hosts: '*.example', resolution: 'DYNAMIC_DNS' })],                  ['0.0.0.0:443 SNI: *.example → *.example:443 | else → PassthroughCluster']],
];

test.each(single)('§6.7: %s', (_when, manifests, listeners) => {
  expect(listenerTexts(configurationOf(manifests))).toEqual(listeners);
});

const at = (hosts: string, ports: string, day: number) => entry({ hosts, ports, day });
const bound = [{ hosts: '*/*', captureMode: 'NONE' }];

// prettier-ignore
const conflicts: Row[] = [
  ['LI-15 HTTP after HTTP shares its chain',            [at(a, 'HTTP/80', 1), at('b.example', 'GRPC/80', 2)],                     [`0.0.0.0:80 HTTP → routes 80 | ${PASS}`]],
  ['LI-15 HTTP after TCP is added',                     [at(a, 'TCP/80', 1), at('b.example', 'HTTP/80', 2)],                      [`0.0.0.0:80 HTTP → routes 80 | else → ${a}:80`]],
  ['LI-16 TCP after HTTP is added',                     [at(a, 'HTTP/80', 1), at('b.example', 'TCP/80', 2)],                      ['0.0.0.0:80 HTTP → routes 80 | else → b.example:80']],
  ['LI-16 TLS after TCP goes before it',                [at(a, 'TCP/443', 1), at('b.example', 'TLS/443', 2)],                     [`0.0.0.0:443 SNI: b.example → b.example:443 | else → ${a}:443`]],
  ['LI-17 sniffing after TCP adds HTTP alone',          [at(a, 'TCP/443', 1), at('b.example', '/443', 2)],                        [`0.0.0.0:443 HTTP → routes 443 | else → ${a}:443`]],
  ['LI-17 sniffing after HTTP adds nothing',            [at(a, 'HTTP/443', 1), at('b.example', '/443', 2)],                       [`0.0.0.0:443 HTTP → routes 443 | ${PASS}`]],
  ['LI-17 sniffing after sniffing adds nothing',        [at(a, '/443', 1), at('b.example', '/443', 2)],                           [`0.0.0.0:443 HTTP → routes 443 | else → ${a}:443`]],
  ['LI-17 TCP after sniffing is one too many',          [at(a, '/443', 1), at('b.example', 'TCP/443', 2)],                        [`0.0.0.0:443 HTTP → routes 443 | else → ${a}:443`]],
  ['LI-20 Mongo first keeps out SNI and HTTP',          [at(a, 'MONGO/443', 1), at('b.example', 'TLS/443', 2), at('c.example', 'HTTP/443', 3)], [`0.0.0.0:443 ALL → ${a}:443`]],
  ['LI-20 Mongo later is kept out',                     [at(a, 'TLS/443', 1), at('b.example', 'MONGO/443', 2)],                   [`0.0.0.0:443 SNI: ${a} → ${a}:443 | ${PASS}`]],
  ['LI-20 MySQL and Mongo keep each other out',         [at(a, 'MYSQL/443', 1), at('b.example', 'MONGO/443', 2)],                 [`0.0.0.0:443 ALL → ${a}:443`]],
  ['LI-20 Redis is not guarded',                        [at(a, 'REDIS/443', 1), at('b.example', 'TLS/443', 2)],                   [`0.0.0.0:443 SNI: b.example → b.example:443 | else → ${a}:443`]],
  ['LI-21 the older of two that take everything',       [at(a, 'TCP/443', 2), at('b.example', 'TCP/443', 1)],                     ['0.0.0.0:443 ALL → b.example:443']],
  ['LI-21 the older of two on one address',             [entry({ hosts: a, addresses: '10.0.0.1', day: 2 }), entry({ hosts: 'b.example', addresses: '10.0.0.1', day: 1 })], ['10.0.0.1:443 ALL → b.example:443']],
  ['LI-21 the older of two with one prefix',            [entry({ ...none, addresses: '10.0.0.0/8', ports: 'TCP/443', day: 1 }), entry({ ...none, hosts: 'b.example', addresses: '10.9.9.9/8', ports: 'TCP/443', day: 2 })], [`0.0.0.0:443 Addr: 10.0.0.0/8 → ${a}:443 | ${PASS}`]],
  ['LI-21 both of two prefixes of which one holds the other', [entry({ ...none, addresses: '10.0.0.0/8', ports: 'TCP/443', day: 1 }), entry({ ...none, hosts: 'b.example', addresses: '10.9.0.0/16', ports: 'TCP/443', day: 2 })], [`0.0.0.0:443 Addr: 10.0.0.0/8 → ${a}:443 | Addr: 10.9.0.0/16 → b.example:443 | ${PASS}`]],
  ['LI-21 one host twice in a namespace is one chain',  [at(a, 'TLS/443', 1), entry({ hosts: a, name: 'shop/again', day: 2 })],   [`0.0.0.0:443 SNI: ${a} → ${a}:443 | ${PASS}`]],
  ['bound: HTTP first owns the port',                   [at(a, 'HTTP/80', 1), at('b.example', 'TCP/80', 2), sidecar({ egress: bound })],  ['127.0.0.1:80! ALL → routes 80']],
  ['bound: TCP first owns the port',                    [at(a, 'TCP/80', 1), at('b.example', 'HTTP/80', 2), sidecar({ egress: bound })],  [`127.0.0.1:80! ALL → ${a}:80`]],
  ['LI-17 bound: sniffing takes the port from HTTP',    [at(a, 'HTTP/80', 1), at('b.example', '/80', 2), sidecar({ egress: bound })],     ['127.0.0.1:80! HTTP → routes b.example:80 | else → b.example:80']],
  ['LI-17 bound: but not once TCP came between',        [at(a, 'HTTP/80', 1), at('b.example', 'TCP/80', 2), at('c.example', '/80', 3), sidecar({ egress: bound })], ['127.0.0.1:80! ALL → routes 80']],
];

test.each(conflicts)('%s', (_when, manifests, listeners) => {
  expect(listenerTexts(configurationOf(manifests))).toEqual(listeners);
});

type SidecarRow = [when: string, egress: EgressFields[], manifests: ManifestText[], listeners: string[]];

const tls = entry({ hosts: a });
const two = entry({ hosts: a, ports: 'TLS/443, HTTP/80' });

// prettier-ignore
const sidecars: SidecarRow[] = [
  ['LI-4 a port has the protocol of the Sidecar',            [{ hosts: '*/*', port: 'TCP/443' }],                                        [tls],                               [`0.0.0.0:443 ALL → ${a}:443`]],
  ['LI-4 HTTP over TLS',                                     [{ hosts: '*/*', port: 'HTTP/443' }],                                       [tls],                               [`0.0.0.0:443 HTTP → routes 443 | ${PASS}`]],
  ['LI-4 TLS over HTTP',                                     [{ hosts: '*/*', port: 'TLS/80' }],                                         [two],                               [`0.0.0.0:80 SNI: ${a} → ${a}:80 | ${PASS}`]],
  ['LI-4 a port that nothing declares has no listener',      [{ hosts: '*/*', port: 'TCP/9000' }],                                       [tls],                               []],
  ['LI-12 a Service keeps its address there',                [{ hosts: '*/*', port: 'TCP/443' }],                                        [service({ ...vip, ports: 'tls/443' })], [`10.96.0.1:443 ALL → ${web}:443`]],
  ['LI-3 a bind is the address of all',                      [{ hosts: '*/*', port: 'TLS/443', bind: '240.1.1.1' }],                     [tls],                               [`240.1.1.1:443 ALL → ${a}:443`]],
  ['LI-25 on a bind of all addresses TLS asks for the SNI',  [{ hosts: '*/*', port: 'TLS/443', bind: '0.0.0.0' }],                       [tls],                               [`0.0.0.0:443 SNI: ${a} → ${a}:443 | ${PASS}`]],
  ['LI-25 on any bind TLS asks for the SNI of a prefix',      [{ hosts: '*/*', port: 'TLS/443', bind: '240.1.1.1' }],                     [entry({ ...none, addresses: '10.0.0.0/8' })], [`240.1.1.1:443 SNI: ${a} → ${a}:443 | ${PASS}`]],
  ['BL-2 but not of a Service that has an address',          [{ hosts: '*/*', port: 'TLS/443', bind: '0.0.0.0' }],                       [service({ ...vip, ports: 'tls/443' })], [`0.0.0.0:443 ALL → ${web}:443`]],
  ['LI-19 HTTP on a bind asks for nothing',                  [{ hosts: '*/*', port: 'HTTP/80', bind: '240.1.1.1' }],                     [two],                               ['240.1.1.1:80 ALL → routes 80']],
  ['LI-3 a bind for all ports',                              [{ hosts: '*/*', bind: '127.0.0.1' }],                                      [two],                               [`127.0.0.1:443 ALL → ${a}:443`, '127.0.0.1:80 ALL → routes 80']],
  ['LI-3 captureMode NONE binds to loopback',                [{ hosts: '*/*', port: 'TLS/443', captureMode: 'NONE' }],                   [tls],                               [`127.0.0.1:443! ALL → ${a}:443`]],
  ['LI-3 unless it says where',                              [{ hosts: '*/*', port: 'TLS/443', captureMode: 'NONE', bind: '127.0.0.9' }], [tls],                              [`127.0.0.9:443! ALL → ${a}:443`]],
  ['LI-6 a Unix socket, its name is that of the routes',     [{ hosts: '*/*', port: 'HTTP/0', bind: 'unix:///run/a.sock' }],             [two],                               ['unix:///run/a.sock:0! ALL → routes unix:///run/a.sock']],
  ['LI-6 of TCP with the service’s only port',               [{ hosts: '*/*', port: 'TCP/0', bind: 'unix:///run/a.sock' }],              [tls],                               [`unix:///run/a.sock:0! ALL → ${a}:443`]],
  ['LI-6 and of several with a port that nobody has',        [{ hosts: '*/*', port: 'TCP/0', bind: 'unix:///run/a.sock' }],              [two],                               [`unix:///run/a.sock:0! ALL → ${a}:0`]],
  ['LI-18 HTTP_PROXY takes every connection',                [{ hosts: '*/*', port: 'HTTP_PROXY/3128' }],                                [tls],                               ['0.0.0.0:3128 ALL → routes 3128']],
  ['LI-5 a port is locked for what comes after',             [{ hosts: './*', port: 'TLS/443' }, { hosts: '*/*' }],                      [two, entry({ hosts: 'b.example', namespace: 'pay' })], [`0.0.0.0:443 SNI: ${a} → ${a}:443 | ${PASS}`, `0.0.0.0:80 HTTP → routes 80 | ${PASS}`]],
  ['LI-5 but on its own address alone',                      [{ hosts: './*', port: 'TLS/443' }, { hosts: '*/*' }],                      [tls, entry({ hosts: 'b.example', namespace: 'pay', addresses: '10.0.0.1' })], [`0.0.0.0:443 SNI: ${a} → ${a}:443 | ${PASS}`, '10.0.0.1:443 ALL → b.example:443']],
  ['LI-8 a reserved port on all addresses is skipped',       [{ hosts: '*/*', port: 'TCP/15021', bind: '0.0.0.0' }],                     [entry({ hosts: a, ports: 'TCP/15021' })], []],
  ['LI-8 on another address it is not',                      [{ hosts: '*/*', port: 'TCP/15021', bind: '240.1.1.1' }],                   [entry({ hosts: a, ports: 'TCP/15021' })], [`240.1.1.1:15021 ALL → ${a}:15021`]],
  ['LI-8 reserved ports of HTTP are skipped',                [{ hosts: '*/*' }],                                                         [entry({ hosts: a, ports: 'HTTP/15001, HTTP/15006, HTTP/15021, HTTP/15090, HTTP/15020' })], [`0.0.0.0:15020 HTTP → routes 15020 | ${PASS}`]],
  ['LI-8 of TCP they are not',                               [{ hosts: '*/*' }],                                                         [entry({ hosts: a, ports: 'TCP/15001' })], [`0.0.0.0:15001 ALL → ${a}:15001`]],
  ['LI-8 nor where HTTP is bound to loopback',               [{ hosts: '*/*', captureMode: 'NONE' }],                                    [entry({ hosts: a, ports: 'HTTP/15006' })], ['127.0.0.1:15006! ALL → routes 15006']],
];

test.each(sidecars)('%s', (_when, egress, manifests, listeners) => {
  expect(listenerTexts(configurationOf([...manifests, sidecar({ egress })]))).toEqual(listeners);
});

const IPV6: Partial<Proxy> = { ips: ['2001:db8:1::1'] };
const DUAL: Partial<Proxy> = { ips: ['2001:db8:1::1', '10.1.1.1'] };
const both = { name: 'shop/web', clusterIP: '10.96.0.1, 2001:db8:96::1' };

type FamilyRow = [when: string, proxy: Partial<Proxy>, manifests: ManifestText[], listeners: string[]];

// prettier-ignore
const families: FamilyRow[] = [
  ['IPv6: HTTP is on the wildcard of IPv6',                      IPV6, [entry({ hosts: a, ports: 'HTTP/80' })],                      [`:::80 HTTP → routes 80 | ${PASS}`]],
  ['IPv6: so is an entry without address',                       IPV6, [tls],                                                        [`:::443 SNI: ${a} → ${a}:443 | ${PASS}`]],
  ['IPv6: and one with a prefix of whatever family',             IPV6, [entry({ ...none, addresses: '10.0.0.0/8', ports: 'TCP/443' })], [`:::443 Addr: 10.0.0.0/8 → ${a}:443 | ${PASS}`]],
  ['IPv6: an address of IPv4 has its listener all the same',     IPV6, [entry({ hosts: a, addresses: '10.0.0.1' })],                 [`10.0.0.1:443 ALL → ${a}:443`]],
  ['IPv6: an address :: is the wildcard, so TLS asks for SNI',   IPV6, [entry({ hosts: a, addresses: '::' })],                       [`:::443 SNI: ${a} → ${a}:443 | ${PASS}`]],
  ['IPv6: a Service without address stays on that of IPv4',      IPV6, [service({ name: 'shop/web', ports: 'tls/443' })],            [`0.0.0.0:443 ALL → ${web}:443`]],
  ['IPv6: sniffed there it has routes of its own',               IPV6, [service({ name: 'shop/web', ports: 'x/443' })],              [`0.0.0.0:443 HTTP → routes ${web}:443 | else → ${web}:443`]],
  ['IPv6: of two addresses of a Service its own',                IPV6, [service({ ...both, ports: 'tcp/443' })],                     [`2001:db8:96::1:443 ALL → ${web}:443`]],
  ['IPv6: of one of IPv4 that one',                              IPV6, [service({ ...vip, ports: 'tcp/443' })],                      [`10.96.0.1:443 ALL → ${web}:443`]],
  ['IPv4: of two addresses of a Service its own',                {},   [service({ ...both, clusterIP: '2001:db8:96::1, 10.96.0.1', ports: 'tcp/443' })], [`10.96.0.1:443 ALL → ${web}:443`]],
  ['both: an entry without address is on both wildcards',        DUAL, [tls],                                                        [`0.0.0.0:443+:: SNI: ${a} → ${a}:443 | ${PASS}`]],
  ['both: so is HTTP',                                           DUAL, [entry({ hosts: a, ports: 'HTTP/80' })],                      [`0.0.0.0:80+:: HTTP → routes 80 | ${PASS}`]],
  ['both: and a prefix',                                         DUAL, [entry({ ...none, addresses: '10.0.0.0/8', ports: 'TCP/443' })], [`0.0.0.0:443+:: Addr: 10.0.0.0/8 → ${a}:443 | ${PASS}`]],
  ['both: a Service without address is on the first',            DUAL, [service({ name: 'shop/web', ports: 'tcp/443' })],            [`0.0.0.0:443 ALL → ${web}:443`]],
  ['both: of a Service the first address alone',                 DUAL, [service({ ...both, ports: 'tcp/443' })],                     [`10.96.0.1:443 ALL → ${web}:443`]],
  ['both: captureMode NONE binds to both loopbacks',             DUAL, [tls, sidecar({ egress: bound })],                            [`127.0.0.1:443!+::1 ALL → ${a}:443`]],
  ['both: a bind is one address',                                DUAL, [tls, sidecar({ egress: [{ hosts: '*/*', bind: '0.0.0.0' }] })], [`0.0.0.0:443 SNI: ${a} → ${a}:443 | ${PASS}`]],
  ['IPv6: captureMode NONE binds to its loopback',               IPV6, [tls, sidecar({ egress: bound })],                            [`::1:443! ALL → ${a}:443`]],
];

test.each(families)('%s', (_when, proxy, manifests, listeners) => {
  expect(listenerTexts(configurationOf(manifests, proxy))).toEqual(listeners);
});

const headless = service({ name: 'shop/web', clusterIP: 'None', ports: 'tcp/443' });
const named = (endpoints: string, ports = 'TLS/443') =>
  entry({ hosts: web, resolution: 'STATIC', endpoints, ports, exportTo: '~' });

const vm = (name: string) => workloadEntry({ name: `shop/${name}`, address: '192.0.2.9', labels: { app: 'a' } });

// prettier-ignore
const headlessRows: Row[] = [
  ['LI-10 a headless Service without endpoints has nothing',       [headless],                                                                                 []],
  ['LI-10 with endpoints it listens on each',                      [headless, named('192.0.2.1, 192.0.2.2')],                                                  [`192.0.2.1:443 ALL → ${web}:443`, `192.0.2.2:443 ALL → ${web}:443`]],
  ['LI-10 but not on the proxy itself',                            [headless, named('192.0.2.1, 10.1.1.1')],                                                   [`192.0.2.1:443 ALL → ${web}:443`]],
  ['LI-10 and only for the port that they have',                   [headless, named('192.0.2.1', 'TLS/8443')],                                                 []],
  ['LI-9 HTTP of a headless Service is like any other',            [service({ name: 'shop/web', clusterIP: 'None', ports: 'http/80' })],                       [`0.0.0.0:80 HTTP → routes 80 | ${PASS}`]],
  ['LI-9 on a bind it is like any other',                          [headless, sidecar({ egress: [{ hosts: '*/*', bind: '127.0.0.1' }] })],                     [`127.0.0.1:443 ALL → ${web}:443`]],
  ['LI-9 so it is on a port of the Sidecar',                       [headless, sidecar({ egress: [{ hosts: '*/*', port: 'TCP/443' }] })],                       [`0.0.0.0:443 ALL → ${web}:443`]],
  ['LI-10 a plain NONE entry listens everywhere',                  [entry({ ...none, ports: 'TCP/443' })],                                                     [`0.0.0.0:443 ALL → ${a}:443`]],
  ['LI-10 one with a selector waits for endpoints',                [entry({ ...none, ports: 'TCP/443', selector: { app: 'a' } })],                             []],
  ['LI-10 an empty selector does not',                             [entry({ ...none, ports: 'TCP/443', selector: {} })],                                       [`0.0.0.0:443 ALL → ${a}:443`]],
  ['LI-10 one whose host has endpoints elsewhere has those',       [entry({ ...none, ports: 'TCP/443' }), entry({ hosts: a, name: 'shop/b', resolution: 'STATIC', endpoints: '192.0.2.1', exportTo: '~' })], [`192.0.2.1:443 ALL → ${a}:443`]],
  ['LI-10 its endpoints come from slices',                         [headless, slice({ name: 'shop/web-1', of: 'web', addresses: '192.0.2.1, 10.1.1.1', ports: 'tcp-443' })], [`192.0.2.1:443 ALL → ${web}:443`]],
  ['LI-10 two workloads of one address listen once',               [entry({ ...none, ports: 'TCP/443', selector: { app: 'a' } }), vm('v1'), vm('v2')],            [`192.0.2.9:443 ALL → ${a}:443`]],
  ['LI-10 a selected hostname opens nothing',                      [entry({ ...none, ports: 'TCP/443', selector: { app: 'a' } }), workloadEntry({ name: 'shop/v', address: 'vm.example', labels: { app: 'a' } })], []],
  ['LI-12 sniffed on an endpoint it has routes of its own',        [service({ name: 'shop/web', clusterIP: 'None', ports: 'x/443' }), named('192.0.2.1')],    [`192.0.2.1:443 HTTP → routes ${web}:443 | else → ${web}:443`]],
];

test.each(headlessRows)('%s', (_when, manifests, listeners) => {
  expect(listenerTexts(configurationOf(manifests))).toEqual(listeners);
});

const ext = service({ name: 'shop/ext', externalName: a });
const aliasNames = 'ext,ext.shop,ext.shop.svc,ext.shop.svc.cluster.local,ext.shop.svc.cluster.local.';

test('LI-25: the SNIs of a host are also those of its aliases, as clients of the namespace call them', () => {
  expect(listenerTexts(configurationOf([tls, ext]))).toEqual([
    `0.0.0.0:443 SNI: ${a},${aliasNames} → ${a}:443 | ${PASS}`,
  ]);
  expect(listenerTexts(configurationOf([tls, ext], { namespace: 'pay' }))).toEqual([
    `0.0.0.0:443 SNI: ${a},${aliasNames.replace('ext,', '')} → ${a}:443 | ${PASS}`,
  ]);
});
