import { describe, expect, test } from '@jest/globals';
import { defaultMeshConfig } from '../../src/istio/mesh-config.js';
import { configureProxy } from '../../src/proxy/configuration.js';
import { listenerText } from '../listener-text.js';
import { entry, service, sidecar, virtualService, type ManifestText } from '../manifests.js';
import { configurationOf, meshOf, proxy, scopeOf } from '../meshes.js';

// prettier-ignore
const inspectors: [when: string, manifests: ManifestText[], found: string[]][] = [
  ['nothing where every connection is taken',  [entry({ hosts: 'a.example', ports: 'TCP/443' })],                                                      []],
  ['the SNI where a chain asks for it',        [entry({ hosts: 'a.example' })],                                                                        ['tls_inspector']],
  ['HTTP where a chain asks for it',           [entry({ hosts: 'a.example', ports: 'HTTP/443' })],                                                     ['http_inspector']],
  ['both',                                     [entry({ hosts: 'a.example' }), entry({ hosts: 'b.example', ports: 'HTTP/443' })],                      ['tls_inspector', 'http_inspector']],
  ['nothing for a prefix',                     [entry({ hosts: 'a.example', ports: 'TCP/443', addresses: '10.0.0.0/8', resolution: 'NONE' })],         []],
];

test.each(inspectors)('LI-29: a listener looks into %s', (_when, manifests, found) => {
  expect(configurationOf(manifests).listeners[0]?.inspectors).toEqual(found);
});

const egressProxy = { host: 'proxy.example', port: { number: 3128 } };

// prettier-ignore
const policies: [when: string, policy: unknown, destination: string][] = [
  ['without a policy passes',                undefined,                                      'PassthroughCluster'],
  ['under ALLOW_ANY passes',                 { mode: 'ALLOW_ANY' },                          'PassthroughCluster'],
  ['under REGISTRY_ONLY is closed',          { mode: 'REGISTRY_ONLY' },                      'BlackHoleCluster'],
  ['under an empty policy is closed',        {},                                             'BlackHoleCluster'],
  ['with an egress proxy goes there',        { mode: 'ALLOW_ANY', egressProxy },             'proxy.example:3128'],
];

describe.each(policies)('what nothing takes, %s', (_when, policy, destination) => {
  const { listeners } = configurationOf([
    entry({ hosts: 'a.example' }),
    sidecar({ egress: [{ hosts: '*/*' }], ...(policy === undefined ? {} : { policy }) }),
  ]);

  test('LI-29: on a listener', () => {
    expect(listeners[0]).toMatchObject({ name: '0.0.0.0_443' });
    expect(listeners.map(listenerText)[0]).toMatch(new RegExp(`else → ${destination}$`));
  });

  test('LI-30: and on virtualOutbound', () => {
    expect(listeners.map(listenerText).at(-1)).toBe(
      `0.0.0.0:15001! Port: 15001 → BlackHoleCluster | ALL → ${destination}`,
    );
  });
});

test('LI-30: virtualOutbound is on the wildcard of the proxy’s first family, at the port of the mesh', () => {
  const [listener] = configureProxy(scopeOf([]), proxy({ ips: ['2001:db8::1'] }), {
    ...meshOf([]),
    config: { ...defaultMeshConfig, proxyListenPort: 15999 },
  }).listeners;
  expect(listener).toMatchObject({
    name: 'virtualOutbound',
    address: '::',
    port: 15999,
    additionalAddresses: [],
    useOriginalDst: true,
  });
});

test('LI-33: a listener is named for address and port, a socket too', () => {
  const socket = sidecar({ egress: [{ hosts: '*/*', port: 'HTTP/0', bind: 'unix:///run/a.sock' }] });
  const names = configurationOf([service({ name: 'shop/web' }), socket]).listeners.map(({ name }) => name);
  expect(names).toEqual(['unix:///run/a.sock_0', 'virtualOutbound']);
});

// prettier-ignore
const subnets: [what: string, stated: string[], sent: string[]][] = [
  ['a prefix as it is',                       ['10.0.0.0/8'],                  ['10.0.0.0/8']],
  ['an address as the prefix of itself',      ['10.0.0.1', '2001:db8::1'],     ['10.0.0.1/32', '2001:db8::1/128']],
  ['IPv6 in one spelling',                    ['2001:DB8:0::/32'],             ['2001:db8::/32']],
  ['not the prefix of all addresses',         ['0.0.0.0/0', '10.0.0.0/8'],     ['10.0.0.0/8']],
];

test.each(subnets)('LI-26: of the subnets of a rule it sends %s', (_what, destinationSubnets, sent) => {
  const [listener] = configurationOf([
    entry({ hosts: 'a.example', ports: 'TCP/443' }),
    virtualService({
      hosts: 'a.example',
      tcp: [{ match: [{ destinationSubnets }], route: [{ destination: { host: 'a.example' } }] }],
    }),
  ]).listeners;
  expect(listener?.chains.map(({ match }) => match.prefixRanges)).toEqual([sent]);
});
