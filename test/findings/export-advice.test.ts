import { expect, test } from '@jest/globals';
import { entry, pod, service, type ManifestText } from '../manifests.js';
import { reviewOf } from '../reviews.js';

const pods = [pod({ name: 'shop/web', ip: '10.1.0.1' }), pod({ name: 'crm/web', ip: '10.1.0.2' })];

function fixOf(rule: string, added: readonly ManifestText[]): string | undefined {
  return reviewOf(pods, [...pods, ...added]).findings.find(found => found.rule === rule)?.fix;
}

// prettier-ignore
const entries: [who: string, exportTo: string, isSaid: boolean][] = [
  ['all namespaces see',                '*',      true],
  ['its own and another namespace see', '., crm', true],
  ['another namespace alone sees',      'crm',    true],
  ['its own namespace alone sees',      '.',      false],
];

test.each(entries)('to an entry that %s, exportTo is advised as far as it helps', (_, exportTo, isSaid) => {
  const fix = fixOf('traffic-captured', [entry({ hosts: 'pay.example.com', ports: 'TCP/443', exportTo })]);
  expect(fix?.includes('A narrower exportTo spares other namespaces')).toBe(isSaid);
});

const cart = service({ name: 'shop/cart', ports: 'http/8080', clusterIP: '10.0.0.1' });
const stock = service({ name: 'shop/stock', ports: 'http/8080', clusterIP: '10.0.0.2' });
const rates = entry({ name: 'shop/rates', hosts: 'rates.example.com', ports: 'HTTP/8080' });
const both =
  'these hosts are meant for these namespaces; otherwise narrow their exportTo (of a Service, the annotation networking.istio.io/exportTo)';

// prettier-ignore
const additions: [what: string, added: readonly ManifestText[], unless: string][] = [
  ['an entry',               [rates],       'the entry is meant for these namespaces; otherwise narrow its exportTo'],
  ['a Service',              [cart],        'the Service is meant for these namespaces; otherwise narrow its annotation networking.istio.io/exportTo'],
  ['two Services',           [cart, stock], both],
  ['a Service and an entry', [cart, rates], both],
];

test.each(additions)('who does not want the new listener of %s is told which field to narrow', (_, added, unless) => {
  expect(fixOf('wildcard-listener-added', added)).toBe(`Nothing to do, if ${unless}.`);
});
