import { expect, test } from '@jest/globals';
import type { Question } from '../../src/diff/calls.js';
import { entry, service, sidecar, type ManifestText } from '../manifests.js';
import { comparisonOf } from '../reviews.js';

const hiding = sidecar({ egress: [{ hosts: './*' }] });
const known = entry({ hosts: 'db.example.net', namespace: 'edge', addresses: '192.0.2.10', ports: 'TCP/443' });
const bare = entry({ hosts: 'db.example.net', ports: 'TCP/443' });

/** What `shop` dials for the host; `foreign` for an address that belongs to nobody. */
function dialled(manifests: readonly ManifestText[], host: string): string {
  const { base, addresses } = comparisonOf(manifests, manifests);
  const question: Question = { kind: 'tcp', port: 443, host, configured: host, address: null, speaksFirst: 'client' };
  const { address } = base.call({ namespace: 'shop', labels: {} }, question);
  return address === addresses.foreign ? 'foreign' : address;
}

// prettier-ignore
const rows: [what: string, manifests: ManifestText[], host: string, address: string][] = [
  ['its address',                                   [known],                                   'db.example.net',              '192.0.2.10'],
  ['the first address of its range',                [entry({ hosts: 'db.example.net', addresses: '192.0.2.0/24', resolution: 'NONE', ports: 'TCP/443' })], 'db.example.net', '192.0.2.0'],
  ['a foreign one where it has none',               [bare],                                    'db.example.net',              'foreign'],
  ['a foreign one where nobody declares it',        [known],                                   'www.baidu.com',               'foreign'],
  ['its address, though the Sidecar hides it',      [known, hiding],                           'db.example.net',              '192.0.2.10'],
  ['none of a namesake that the Sidecar hides',     [known, bare, hiding],                     'db.example.net',              'foreign'],
  ['the clusterIP of a Service',                    [service({ name: 'shop/db', ports: 'tcp/443', clusterIP: '10.96.0.7' })], 'db.shop.svc.cluster.local', '10.96.0.7'],
  ['the clusterIP behind an ExternalName',          [service({ name: 'shop/db', ports: 'tcp/443', clusterIP: '10.96.0.7' }), service({ name: 'shop/alias', externalName: 'db.shop.svc.cluster.local', ports: 'tcp/443' })], 'alias.shop.svc.cluster.local', '10.96.0.7'],
  ['a foreign one for a headless Service',          [service({ name: 'shop/db', ports: 'tcp/443', clusterIP: 'None' })], 'db.shop.svc.cluster.local', 'foreign'],
];

test.each(rows)('a call to a host dials %s', (_what, manifests, host, address) => {
  expect(dialled(manifests, host)).toBe(address);
});

test('a Service without a clusterIP has the same invented one at both sides', () => {
  const db = service({ name: 'shop/db', ports: 'tcp/443' });
  const { base, head, addresses } = comparisonOf([db], [db, known]);
  const question: Question = {
    kind: 'tcp',
    port: 443,
    host: 'db.shop.svc.cluster.local',
    configured: 'db.shop.svc.cluster.local',
    address: null,
    speaksFirst: 'client',
  };
  const [before, after] = [base, head].map(side => side.call({ namespace: 'shop', labels: {} }, question).address);
  expect(before).toBe(after);
  expect(before).not.toBe(addresses.foreign);
});

// prettier-ignore
const declared: [host: string, port: number, namespace: string | null, is: boolean][] = [
  ['db.example.net', 443, null,   true],
  ['db.example.net', 443, 'edge', true],
  ['db.example.net', 443, 'shop', false],
  ['db.example.net', 80,  null,   false],
  ['www.baidu.com',  443, null,   false],
];

test.each(declared)('whether %s:%i is declared in namespace %s: %s', (host, port, namespace, is) => {
  expect(comparisonOf([known], [known]).base.declares(host, port, namespace)).toBe(is);
});
