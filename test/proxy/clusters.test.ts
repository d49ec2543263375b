import { expect, test } from '@jest/globals';
import { parseClusterName } from '../../src/proxy/cluster-name.js';
import { entry, service, sidecar, workloadEntry, type ManifestText } from '../manifests.js';
import { configurationOf } from '../meshes.js';

const a = 'a.example';

// prettier-ignore
const rows: [when: string, manifests: ManifestText[], clusters: string[]][] = [
  ['nothing but those of the policy',                  [],                                                                              []],
  ['CV-11 NONE connects where it is dialled',          [entry({ hosts: a, resolution: 'NONE' })],                                       [`outbound|443||${a} ORIGINAL_DST`]],
  ['CV-11 STATIC has endpoints',                       [entry({ hosts: a, resolution: 'STATIC', endpoints: '192.0.2.1' })],             [`outbound|443||${a} EDS`]],
  ['CV-14 STATIC without endpoints all the same',      [entry({ hosts: a, resolution: 'STATIC' })],                                     [`outbound|443||${a} EDS`]],
  ['CV-11 DNS resolves',                               [entry({ hosts: a })],                                                           [`outbound|443||${a} STRICT_DNS`]],
  ['CV-11 DNS_ROUND_ROBIN resolves one',               [entry({ hosts: a, resolution: 'DNS_ROUND_ROBIN' })],                            [`outbound|443||${a} LOGICAL_DNS`]],
  ['CV-14 DNS that has nothing to resolve has none',   [entry({ hosts: a, selector: { app: 'a' } })],                                   []],
  ['CV-14 but for a workload that it selects',         [entry({ hosts: a, selector: { app: 'a' } }), workloadEntry({ name: 'shop/vm', address: 'vm.example', labels: { app: 'a' } })], [`outbound|443||${a} STRICT_DNS`]],
  ['CV-11 DYNAMIC_DNS resolves what is called',        [entry({ hosts: '*.example', resolution: 'DYNAMIC_DNS' })],                      ['outbound|443||*.example STATIC']],
  ['a Service has endpoints',                          [service({ name: 'shop/web' })],                                                 ['outbound|80||web.shop.svc.cluster.local EDS']],
  ['a headless Service connects where it is dialled',  [service({ name: 'shop/web', clusterIP: 'None' })],                              ['outbound|80||web.shop.svc.cluster.local ORIGINAL_DST']],
  ['an ExternalName Service has none',                 [service({ name: 'shop/web', externalName: a })],                                []],
  ['UDP has none',                                     [service({ name: 'shop/web', ports: 'dns!/53, http/80' })],                      ['outbound|80||web.shop.svc.cluster.local EDS']],
  ['a port of the Sidecar alone',                      [entry({ hosts: a, ports: 'TLS/443, HTTP/80' }), sidecar({ egress: [{ hosts: '*/*', port: 'TCP/443' }] })], [`outbound|443||${a} STRICT_DNS`]],
  ['what the Sidecar hides has none',                  [entry({ hosts: a, namespace: 'pay' }), sidecar({ egress: [{ hosts: './*' }] })], []],
];

test.each(rows)('%s', (_when, manifests, clusters) => {
  const found = [...configurationOf(manifests).clusters().values()].map(({ name, type }) => `${name} ${type}`);
  expect(found).toEqual([...clusters, 'BlackHoleCluster STATIC', 'PassthroughCluster ORIGINAL_DST']);
});

test.each([
  ['outbound|443||a.example', { host: a, port: 443 }],
  ['outbound|443|v1|a.example', { host: a, port: 443 }],
  ['PassthroughCluster', null],
])('the name %s is read as %j', (name, expected) => {
  expect(parseClusterName(name)).toEqual(expected);
});
