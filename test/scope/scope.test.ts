import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createScopes, type Scope } from '../../src/scope/scope.js';
import { selectSidecar } from '../../src/scope/select-sidecar.js';
import { entry, sidecar, type ManifestText, type SidecarFields } from '../manifests.js';
import { meshOf, scopeOf } from '../meshes.js';
import { namespaces, randomMesh } from '../random-mesh.js';

const a = entry({ hosts: 'a.example', exportTo: '.' });
const b = entry({ hosts: 'b.example', namespace: 'pay' });
const mesh: readonly ManifestText[] = [a, b];

// prettier-ignore
const imports: [when: string, manifests: ManifestText[], namespace: string, hosts: string[][]][] = [
  ['SC-6 no Sidecar sees all that is visible',             [],                                                                                          'shop', [['a.example', 'b.example']]],
  ['SC-6 nor does another namespace see what is private',  [],                                                                                          'hr',   [['b.example']]],
  ['SC-6 a Sidecar without egress too',                    [sidecar({ policy: { mode: 'ALLOW_ANY' } })],                                                'shop', [['a.example', 'b.example']]],
  ['SC-4 a dot of the root Sidecar is the namespace asked', [sidecar({ name: 'istio-system/root', egress: [{ hosts: './*' }] })],                       'shop', [['a.example']]],
  ['SC-4 so every namespace has its own',                  [sidecar({ name: 'istio-system/root', egress: [{ hosts: './*' }] })],                        'pay',  [['b.example']]],
  ['LI-1 each egress listener imports for itself',         [sidecar({ egress: [{ hosts: 'pay/*', port: 'TLS/443' }, { hosts: './*' }] })],              'shop', [['b.example'], ['a.example']]],
  ['SC-18 what the Sidecar does not name is unseen',       [sidecar({ egress: [{ hosts: 'hr/*' }] })],                                                  'shop', [[]]],
];

test.each(imports)('%s', (_when, manifests, namespace, hosts) => {
  const { listeners } = scopeOf([...mesh, ...manifests], { namespace });
  expect(listeners.map(({ services }) => services.map(({ host }) => host))).toEqual(hosts);
});

const root = sidecar({ name: 'istio-system/root', egress: [{ hosts: './*' }], policy: { mode: 'REGISTRY_ONLY' } });

// prettier-ignore
const policies: [when: string, sidecars: ManifestText[], mode: string][] = [
  ['SC-7 no Sidecar has that of the mesh',               [],                                                                  'ALLOW_ANY'],
  ['SC-7 a Sidecar that says nothing too',               [sidecar({ egress: [{ hosts: './*' }] })],                           'ALLOW_ANY'],
  ['SC-7 a Sidecar that says something',                 [sidecar({ policy: { mode: 'REGISTRY_ONLY' } })],                    'REGISTRY_ONLY'],
  ['IN-12 an empty one means REGISTRY_ONLY',             [sidecar({ policy: {} })],                                           'REGISTRY_ONLY'],
  ['SC-7 that of the root Sidecar where it governs',     [root],                                                              'REGISTRY_ONLY'],
  ['SC-7 and nothing of it where it does not',           [root, sidecar({ egress: [{ hosts: './*' }] })],                     'ALLOW_ANY'],
];

test.each(policies)('policy: %s', (_when, sidecars, mode) => {
  expect(scopeOf([...mesh, ...sidecars]).policy.mode).toBe(mode);
});

type ListenerRow = [when: string, egress: NonNullable<SidecarFields['egress']>[number], expected: object];

// prettier-ignore
const listeners: ListenerRow[] = [
  ['LI-2 captured traffic needs no socket',           { hosts: '*/*', port: 'TCP/443' },                                          { bindToPort: false, bind: '', port: { number: 443, protocol: 'TCP' } }],
  ['LI-2 IPTABLES is captured traffic',               { hosts: '*/*', port: 'TCP/443', captureMode: 'IPTABLES' },                 { bindToPort: false }],
  ['LI-2 captureMode NONE is a socket',               { hosts: '*/*', port: 'TCP/443', captureMode: 'NONE' },                     { bindToPort: true }],
  ['LI-2 a Unix bind is a socket',                    { hosts: '*/*', port: 'TCP/0', bind: 'unix:///run/a.sock' },                { bindToPort: true, bind: 'unix:///run/a.sock' }],
  ['LI-5 no port is all ports',                       { hosts: '*/*' },                                                           { port: null }],
  ['SC-12 HTTP_PROXY imports whatever its port',      { hosts: '*/*', port: 'HTTP_PROXY/3128' },                                  { services: [{ host: 'a.example' }, { host: 'b.example' }] }],
  ['SC-12 other protocols what has the port',         { hosts: '*/*', port: 'HTTP/3128' },                                        { services: [] }],
];

test.each(listeners)('%s', (_when, egress, expected) => {
  expect(scopeOf([...mesh, sidecar({ egress: [egress] })]).listeners).toMatchObject([expected]);
});

test('namespaces that see the same have the same scope', () => {
  const scopes = createScopes(meshOf([b]));
  expect(scopes.scopeOf('shop', null)).toBe(scopes.scopeOf('hr', null));
});

test('a scope that namespaces share is the one that each would have alone, whoever asks first', () => {
  fc.assert(
    fc.property(randomMesh, fc.shuffledSubarray([...namespaces, 'empty'], { minLength: 5 }), (manifests, order) => {
      const mesh = meshOf(manifests);
      const shared = createScopes(mesh);
      for (const labels of [{}, { app: 'cart' }]) {
        for (const namespace of order) {
          const { chosen } = selectSidecar(mesh, namespace, labels);
          const [one, other] = [shared, createScopes(mesh)].map(scopes => known(scopes.scopeOf(namespace, chosen)));
          expect(one).toEqual(other);
        }
      }
    }),
    { numRuns: 150 },
  );
});

/** The scope with what it would answer in place of the functions that answer. */
function known({ clusterServices, serviceNamed, ...scope }: Scope) {
  const services = clusterServices();
  return { ...scope, services, named: services.map(({ host }) => serviceNamed(host)) };
}
