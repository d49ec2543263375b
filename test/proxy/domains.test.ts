import { expect, test } from '@jest/globals';
import { shortNames } from '../../src/proxy/domains.js';
import { entry, service, type ManifestText } from '../manifests.js';
import { configurationOf } from '../meshes.js';

// prettier-ignore
const shortened: [host: string, domain: string, names: string[]][] = [
  ['web.shop.svc.cluster.local',      'cluster.local', ['web', 'web.shop.svc', 'web.shop']],
  ['web.pay.svc.cluster.local',       'cluster.local', ['web.pay', 'web.pay.svc']],
  ['a.b.shop.svc.cluster.local',      'cluster.local', ['a.b.shop', 'a.b.shop.svc']],
  ['web.shop.svc.corp.example',       'corp.example',  ['web', 'web.shop.svc', 'web.shop']],
  ['web.pay.svc.corp.example',        'corp.example',  ['web.pay', 'web.pay.svc']],
  ['web.shop.svc.cluster.local',      'corp.example',  []],
  ['shop.svc.cluster.local',          'cluster.local', []],
  ['svc.cluster.local',               'cluster.local', []],
  ['web.shop.svc.other.local',        'cluster.local', []],
  ['web.shop.cluster.local',          'cluster.local', []],
  ['web.shop.svc.cluster.local.net',  'cluster.local', []],
  ['api.example.com',                 'cluster.local', []],
];

test.each(shortened)('RT-10: %s of domain %s is for namespace shop also %j', (host, domain, names) => {
  expect(shortNames(host, 'shop', domain)).toEqual(names);
});

const IPV6 = ['2001:db8:1::1'];
const DUAL = ['10.1.1.1', '2001:db8:1::1'];

type Row = [when: string, manifests: ManifestText[], ips: string[], domains: string];

const own = 'web.shop.svc.cluster.local web.shop.svc.cluster.local. web web.shop.svc web.shop';
const pods = own.replaceAll(/\S+/g, '*.$&');
const both = { name: 'shop/web', clusterIP: '10.96.0.1, 2001:db8:96::1' };

// prettier-ignore
const rows: Row[] = [
  ['a host and its absolute form',                      [entry({ hosts: 'a.example', ports: 'HTTP/80' })],                                                        [],    'a.example a.example.'],
  ['a wildcard host too',                               [entry({ hosts: '*.example', ports: 'HTTP/80', resolution: 'NONE' })],                                    [],    '*.example *.example.'],
  ['a host in lower case (VD-60)',                      [entry({ hosts: 'A.example', ports: 'HTTP/80' })],                                                        [],    'a.example a.example.'],
  ['an address',                                        [entry({ hosts: 'a.example', ports: 'HTTP/80', addresses: '10.0.0.1' })],                                 [],    'a.example a.example. 10.0.0.1'],
  ['a prefix as it is',                                 [entry({ hosts: 'a.example', ports: 'HTTP/80', addresses: '10.0.0.0/8', resolution: 'NONE' })],           [],    'a.example a.example. 10.0.0.0/8'],
  ['an IPv6 address in brackets, whatever the proxy',   [entry({ hosts: 'a.example', ports: 'HTTP/80', addresses: '2001:db8::1' })],                              [],    'a.example a.example. [2001:db8::1]'],
  ['an IPv6 prefix too',                                [entry({ hosts: 'a.example', ports: 'HTTP/80', addresses: '2001:db8::/32', resolution: 'NONE' })],        [],    'a.example a.example. [2001:db8::/32]'],
  ['not the address that stands for none',              [entry({ hosts: 'a.example', ports: 'HTTP/80', addresses: '0.0.0.0' })],                                  [],    'a.example a.example.'],
  ['a Service of the namespace in all its forms',       [service({ name: 'shop/web' })],                                                                          [],    own],
  ['and its address',                                   [service({ name: 'shop/web', clusterIP: '10.96.0.1' })],                                                  [],    `${own} 10.96.0.1`],
  ['an address of another family is none',              [service({ name: 'shop/web', clusterIP: '10.96.0.1' })],                                                  IPV6,  own],
  ['of two the own one',                                [service(both)],                                                                                          IPV6,  `${own} [2001:db8:96::1]`],
  ['of two the first where both are',                   [service(both)],                                                                                          DUAL,  `${own} 10.96.0.1`],
  ['the pods of a headless Service',                    [service({ name: 'shop/web', clusterIP: 'None' })],                                                       [],    `${own} ${pods}`],
  ['but not of a headless entry',                       [entry({ hosts: 'a.example', ports: 'HTTP/80', resolution: 'NONE' })],                                    [],    'a.example a.example.'],
  ['an alias in all its forms',                         [entry({ hosts: 'a.example', ports: 'HTTP/80' }), service({ name: 'shop/web', externalName: 'a.example' })], [],    `a.example a.example. ${own}`],
];

test.each(rows)('RT-10: %s', (_when, manifests, ips, domains) => {
  const configuration = configurationOf(manifests, ips.length === 0 ? {} : { ips });
  const [host] = configuration.routeTable('80').virtualHosts;
  expect(host?.domains.join(' ')).toBe(domains);
});
