import { describe, expect, test } from '@jest/globals';
import type { MeshService } from '../../src/mesh/service.js';
import { selectServices } from '../../src/scope/select-services.js';
import { entry, service, type ManifestText } from '../manifests.js';
import { meshOf } from '../meshes.js';

const inPay = { namespace: 'pay' };
const inHr = { namespace: 'hr' };

function selected(hosts: string, onlyPort: number | null, manifests: readonly ManifestText[]) {
  const mesh = meshOf(manifests);
  return selectServices(mesh.visibleTo('shop'), hosts.split(', '), 'shop', onlyPort, mesh);
}

const said = ({ namespace, host, ports }: MeshService) => `${namespace}/${host}:${ports.map(({ number }) => number)}`;

type Row = [when: string, hosts: string, onlyPort: number | null, manifests: ManifestText[], services: string[]];

const a = entry({ hosts: 'a.example', day: 3 });
const aOfPay = entry({ hosts: 'a.example', ...inPay, day: 1 });
const aOfHr = entry({ hosts: 'a.example', ...inHr, day: 2 });
const squatter = entry({ hosts: 'web.hr.svc.cluster.local', ...inPay, day: 1 });
const webOfHr = service({ name: 'hr/web', ports: 'http/80', day: 5 });

// prettier-ignore
const rows: Row[] = [
  ['SC-10 names that the entries hold',                     '*/a.example',    null, [a, entry({ hosts: 'b.example' })],                                       ['shop/a.example:443']],
  ['SC-10 an order that is that of age',                    '*/*',            null, [entry({ hosts: 'b.example', day: 2 }), entry({ hosts: 'c.example', day: 1 })], ['shop/c.example:443', 'shop/b.example:443']],
  ['SC-10 an entry for any namespace besides one of its own', 'shop/b.example, */a.example', null, [a, entry({ hosts: 'b.example', ...inPay })],                  ['shop/a.example:443']],
  ['SC-12 all ports without a port',                        '*/*',            null, [entry({ hosts: 'a.example', ports: 'TLS/443, HTTP/80' })],               ['shop/a.example:443,80']],
  ['SC-12 that port alone with one',                        '*/*',            80,   [entry({ hosts: 'a.example', ports: 'TLS/443, HTTP/80' })],               ['shop/a.example:80']],
  ['SC-12 nothing that lacks the port',                     '*/*',            80,   [a],                                                                      []],
  ['SC-13 the own namespace, though it is newer',           '*/*',            null, [a, aOfPay],                                                              ['shop/a.example:443']],
  ['SC-13 the oldest of other namespaces',                  '*/*',            null, [aOfPay, aOfHr],                                                          ['pay/a.example:443']],
  ['SC-13 a Service of Kubernetes, though it is newer',     '*/*',            null, [squatter, webOfHr],                                                      ['hr/web.hr.svc.cluster.local:80']],
  ['SC-13 but the own namespace goes before Kubernetes',    '*/*',            null, [entry({ hosts: 'web.hr.svc.cluster.local' }), webOfHr],                  ['shop/web.hr.svc.cluster.local:443']],
  ['SC-13 what is not imported does not count',             'pay/*',          null, [a, aOfPay],                                                              ['pay/a.example:443']],
  ['SC-13 nor what lacks the port',                         '*/*',            443,  [entry({ hosts: 'a.example', ports: 'HTTP/80' }), aOfPay],                ['pay/a.example:443']],
  ['SC-13 all addresses of the winner',                     '*/*',            null, [entry({ hosts: 'a.example', addresses: '10.0.0.1, 10.0.0.2' }), aOfPay], ['shop/a.example:443', 'shop/a.example:443']],
  ['SC-13 all entries of the winning namespace',            '*/*',            null, [aOfPay, entry({ hosts: 'a.example', name: 'pay/again', day: 9, ports: 'TCP/80' }), aOfHr], ['pay/a.example:443', 'pay/a.example:80']],
  ['SC-13 a private service goes before an older public',   '*/*',            null, [aOfPay, entry({ hosts: 'a.example', ...inHr, exportTo: 'shop', day: 9 })], ['hr/a.example:443']],
];

test.each(rows)('%s', (_when, hosts, onlyPort, manifests, services) => {
  expect(selected(hosts, onlyPort, manifests).services.map(said)).toEqual(services);
});

// prettier-ignore
const contests: [when: string, hosts: string, manifests: ManifestText[], expected: [winner: string, losers: string[], by: string][]][] = [
  ['none where each host has one namespace',       '*/*',   [a, entry({ hosts: 'b.example' })],                         []],
  ['none within a namespace',                      '*/*',   [a, entry({ hosts: 'a.example', name: 'shop/again' })],     []],
  ['none with what is not imported',               'pay/*', [a, aOfPay],                                                []],
  ['won by the own namespace',                     '*/*',   [a, aOfPay, aOfHr],                                         [['shop', ['pay', 'hr'], 'own-namespace']]],
  ['won by Kubernetes',                            '*/*',   [squatter, webOfHr],                                        [['hr', ['pay'], 'kubernetes']]],
  ['won by age',                                   '*/*',   [aOfHr, aOfPay],                                            [['pay', ['hr'], 'age']]],
];

test.each(contests)('contests: %s', (_when, hosts, manifests, expected) => {
  const found = selected(hosts, null, manifests).contests.map(({ winner, losers, decidedBy }) => [
    winner.namespace,
    losers.map(({ namespace }) => namespace),
    decidedBy,
  ]);
  expect(found).toEqual(expected);
});

describe('CV-5: an alias comes along', () => {
  const manifests = [entry({ hosts: 'a.example' }), service({ name: 'hr/ext', externalName: 'a.example' })];
  const aliasesOf = (hosts: string) =>
    selected(hosts, null, manifests).services.find(({ host }) => host === 'a.example')?.aliases;

  // prettier-ignore
  const rows: [hosts: string, aliases: string[]][] = [
    ['*/*',                                         ['ext.hr.svc.cluster.local']],
    ['*/a.example',                                 []],
    ['*/a.example, */ext.hr.svc.cluster.local',     ['ext.hr.svc.cluster.local']],
    ['*/a.example, hr/*',                           []],
    ['./*',                                         ['ext.hr.svc.cluster.local']],
  ];
  test.each(rows)('with [%s]: %j', (hosts, aliases) => {
    expect(aliasesOf(hosts)).toEqual(aliases);
  });
});
