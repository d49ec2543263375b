import { expect, test } from '@jest/globals';
import { defaultControlPlane } from '../default-control-plane.js';
import {
  isHttpOrSniffed,
  isTls,
  kubernetesProtocol,
  listenerClass,
  parseProtocol,
  type Protocol,
} from '../../src/istio/protocol.js';

type Row = [text: string, protocol: Protocol, listener: string | null, hasHosts: boolean, readsSni: boolean];

// prettier-ignore
const protocols: Row[] = [
  ['http',       'HTTP',        'HTTP', true,  false],
  ['HTTP2',      'HTTP2',       'HTTP', true,  false],
  ['grpc',       'GRPC',        'HTTP', true,  false],
  ['GRPC-Web',   'GRPC-Web',    'HTTP', true,  false],
  ['http_proxy', 'HTTP_PROXY',  'HTTP', true,  false],
  ['Https',      'HTTPS',       'TCP',  false, true],
  ['TLS',        'TLS',         'TCP',  false, true],
  ['tcp',        'TCP',         'TCP',  false, false],
  ['MONGO',      'Mongo',       'TCP',  false, false],
  ['redis',      'Redis',       'TCP',  false, false],
  ['mysql',      'MySQL',       'TCP',  false, false],
  ['udp',        'UDP',         null,   false, false],
  ['',           'Unsupported', 'AUTO', true,  false],
  ['h2',         'Unsupported', 'AUTO', true,  false],
  ['HTTP-2',     'Unsupported', 'AUTO', true,  false],
  ['thrift',     'Unsupported', 'AUTO', true,  false],
];

test.each(protocols)('PR-1, PR-2: "%s" is %s: listener %s, virtual hosts %s, SNI %s', (text, ...expected) => {
  const protocol = parseProtocol(text, defaultControlPlane.behaves);
  expect([protocol, listenerClass(protocol), isHttpOrSniffed(protocol), isTls(protocol)]).toEqual(expected);
});

type PortRow = [when: string, port: Partial<Parameters<typeof kubernetesProtocol>[0]>, protocol: Protocol];

// prettier-ignore
const ports: PortRow[] = [
  ['PR-3 UDP whatever its name says',               { name: 'http', protocol: 'UDP' },                                  'UDP'],
  ['PR-3 SCTP by its name, as TCP is',              { name: 'http', protocol: 'SCTP' },                                 'HTTP'],
  ['PR-4 appProtocol goes before the name',         { name: 'http', appProtocol: 'tcp' },                               'TCP'],
  ['PR-4 an unknown appProtocol hides the name',    { name: 'http', appProtocol: 'x.example/y' },                       'Unsupported'],
  ['PR-4 an empty appProtocol hides the name',      { name: 'http', appProtocol: '' },                                  'Unsupported'],
  ['PR-4 h2c of Kubernetes',                        { name: 'tcp', appProtocol: 'kubernetes.io/h2c' },                  'HTTP2'],
  ['PR-4 ws of Kubernetes',                         { name: 'tcp', appProtocol: 'kubernetes.io/ws' },                   'HTTP'],
  ['PR-4 wss of Kubernetes',                        { name: 'tcp', appProtocol: 'kubernetes.io/wss' },                  'HTTPS'],
  ['PR-4 names of Kubernetes count as appProtocol', { name: 'kubernetes.io/h2c' },                                      'Unsupported'],
  ['PR-5 grpc-web has a dash of its own',           { name: 'grpc-web' },                                               'GRPC-Web'],
  ['PR-5 whatever follows grpc-web',                { name: 'gRPC-WEBsite' },                                           'GRPC-Web'],
  ['PR-6 what stands before the dash',              { name: 'redis-main' },                                             'Redis'],
  ['PR-6 in either case',                           { name: 'TLS-x' },                                                  'TLS'],
  ['PR-6 HTTP-2 is cut to HTTP',                    { name: 'HTTP-2' },                                                 'HTTP'],
  ['PR-6 a name without dash as a whole',           { name: 'httpx' },                                                  'Unsupported'],
  ['PR-7 an unnamed SMTP port',                     { name: '', port: 25 },                                             'TCP'],
  ['PR-7 an unnamed DNS port',                      { name: 'dns', port: 53 },                                          'TCP'],
  ['PR-7 an unnamed MySQL port',                    { name: 'db', port: 3306 },                                         'TCP'],
  ['PR-7 an unnamed Mongo port',                    { name: 'db', port: 27017, appProtocol: 'none' },                   'TCP'],
  ['PR-7 a name goes before the number',            { name: 'http', port: 3306 },                                       'HTTP'],
  ['PR-8 443 by itself says nothing',               { name: 'foo', port: 443 },                                         'Unsupported'],
];

test.each(ports)('%s', (_when, port, protocol) => {
  expect(
    kubernetesProtocol(
      { name: '', port: 80, protocol: 'TCP', appProtocol: null, ...port },
      defaultControlPlane.behaves,
    ),
  ).toBe(protocol);
});
