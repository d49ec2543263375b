import { expect, test } from '@jest/globals';
import { entry, service, sidecar, type EntryFields, type ManifestText } from '../manifests.js';
import { scopeOf } from '../meshes.js';

const first = (fields: Partial<EntryFields> = {}) => entry({ hosts: 'a.example', ports: 'TLS/443', day: 1, ...fields });
const second = (fields: Partial<EntryFields> = {}) =>
  entry({ hosts: 'a.example', name: 'shop/second', ports: 'HTTP/80', day: 2, ...fields });

type Row = [when: string, manifests: ManifestText[], clusters: string[]];

// prettier-ignore
const rows: Row[] = [
  ['one entry',                                          [first()],                                                                ['DNSLB 443']],
  ['ports of a second entry that agrees',                [first(), second()],                                                      ['DNSLB 443,80']],
  ['a port of both once, as the older has it',           [first(), second({ ports: 'TCP/443, HTTP/80' })],                         ['DNSLB 443,80']],
  ['not the ports of another resolution',                [first(), second({ resolution: 'NONE' })],                                ['DNSLB 443']],
  ['not the ports under other labels',                   [first(), second({ labels: { a: 'b' } })],                                ['DNSLB 443']],
  ['not the ports of another selector',                  [first(), second({ selector: { app: 'a' } })],                            ['DNSLB 443']],
  ['not the ports that are exported elsewhere',          [first({ exportTo: '.' }), second({ exportTo: '., pay' })],               ['DNSLB 443']],
  ['not even if what is exported is the same, unsaid',   [first(), second({ exportTo: '*' })],                                     ['DNSLB 443']],
  ['the order of exportTo says nothing',                 [first({ exportTo: '., pay' }), second({ exportTo: 'pay, .' })],          ['DNSLB 443,80']],
  ['addresses of one entry share a cluster',             [first({ addresses: '10.0.0.1, 10.0.0.2' })],                             ['DNSLB 443']],
  ['a Service replaces an entry of its name',            [entry({ hosts: 'web.shop.svc.cluster.local', day: 1 }), service({ name: 'shop/web', day: 2 })], ['ClientSideLB 80']],
  ['an entry adds nothing to a Service',                 [service({ name: 'shop/web', day: 1 }), entry({ hosts: 'web.shop.svc.cluster.local', day: 2 })], ['ClientSideLB 80']],
  ['ports of several egress listeners',                  [first({ ports: 'TLS/443, HTTP/80, TCP/9000' }), sidecar({ egress: [{ hosts: './*', port: 'TLS/443' }, { hosts: './*', port: 'HTTP/80' }] })], ['DNSLB 443,80']],
  ['the first egress listener decides the namespace',    [first(), second({ namespace: 'pay', name: 'pay/a', ports: 'TLS/443, HTTP/80' }), sidecar({ egress: [{ hosts: 'pay/*', port: 'HTTP/80' }, { hosts: './*' }] })], ['DNSLB 80']],
];

test.each(rows)('SC-14: %s', (_when, manifests, clusters) => {
  const services = scopeOf(manifests).clusterServices();
  expect(services.map(({ resolution, ports }) => `${resolution} ${ports.map(({ number }) => number)}`)).toEqual(
    clusters,
  );
});
