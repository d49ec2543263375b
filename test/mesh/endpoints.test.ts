import { describe, expect, test } from '@jest/globals';
import { ageAsGiven } from '../../src/mesh/age.js';
import { createConversion } from '../../src/mesh/conversion.js';
import { indexMesh } from '../../src/mesh/mesh.js';
import { defaultControlPlane } from '../default-control-plane.js';
import { endpoints, entry, pod, service, slice, workloadEntry, type ManifestText } from '../manifests.js';
import { meshOf, resourcesOf } from '../meshes.js';

/** `address:port` of the Service, or of the entry where there is none. */
function endpointsOf(manifests: readonly ManifestText[]): readonly string[] {
  const { services } = meshOf(manifests);
  const [first = services[0]] = services.filter(({ registry }) => registry === 'Kubernetes');
  return first?.endpoints.map(({ address, port }) => `${address}:${port}`) ?? [];
}

const db = service({ name: 'shop/db', clusterIP: 'None', ports: 'tcp/5432, x/9000' });
const tcp = 'tcp-5432';
const one = slice({ name: 'shop/db-1', of: 'db', addresses: '10.2.2.1', ports: tcp });

const dated = service({ name: 'shop/db', clusterIP: 'None', ports: 'tcp/5432', day: 2 });
const named = (day: number) =>
  entry({ hosts: 'db.shop.svc.cluster.local', ports: 'TCP/5432', resolution: 'STATIC', endpoints: '192.0.2.1', day });

type Row = [when: string, manifests: readonly ManifestText[], endpoints: readonly string[]];

// prettier-ignore
const slices: readonly Row[] = [
  ['it has none without a slice',                        [db],                                                                                             []],
  ['each address serves the ports that the slice names', [db, slice({ name: 'shop/db-1', of: 'db', addresses: '10.2.2.1, 10.2.2.2', ports: `${tcp}, x-9000` })], ['10.2.2.1:5432', '10.2.2.2:5432', '10.2.2.1:9000', '10.2.2.2:9000']],
  ['a name that no port has serves none',                [db, slice({ name: 'shop/db-1', of: 'db', addresses: '10.2.2.1', ports: 'other' })],              []],
  ['several slices add up',                              [db, one, slice({ name: 'shop/db-2', of: 'db', addresses: '10.2.2.2', ports: tcp })],            ['10.2.2.1:5432', '10.2.2.2:5432']],
  ['an address in two slices counts once',               [db, one, slice({ name: 'shop/db-2', of: 'db', addresses: '10.2.2.1', ports: tcp })],            ['10.2.2.1:5432']],
  ['one that is not ready counts too',                   [db, slice({ name: 'shop/db-1', of: 'db', addresses: '10.2.2.1', ports: tcp, ready: false })],   ['10.2.2.1:5432']],
  ['IPv6 counts too',                                    [db, slice({ name: 'shop/db-1', of: 'db', addresses: '2001:db8::1', ports: tcp, addressType: 'IPv6' })], ['2001:db8::1:5432']],
  ['names do not',                                       [db, slice({ name: 'shop/db-1', of: 'db', addresses: 'a.example', ports: tcp, addressType: 'FQDN' })], []],
  ['nor does a slice without the label',                 [db, slice({ name: 'shop/db', addresses: '10.2.2.1', ports: tcp })],                             []],
  ['nor one of a multi-cluster Service',                 [db, slice({ name: 'shop/db-1', of: 'db', addresses: '10.2.2.1', ports: tcp, labels: { 'multicluster.kubernetes.io/service-name': 'db' } })], []],
  ['nor one of another namespace',                       [db, slice({ name: 'pay/db-1', of: 'db', addresses: '10.2.2.1', ports: tcp })],                  []],
  ['Endpoints are of the Service of their name',         [db, endpoints({ name: 'shop/db', addresses: '10.2.2.1', notReady: '10.2.2.2', ports: tcp })],   ['10.2.2.1:5432', '10.2.2.2:5432']],
  ['unless no slice shall be made of them',              [db, endpoints({ name: 'shop/db', addresses: '10.2.2.1', ports: tcp, labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } })], []],
  ['beside their slice they add nothing',                [db, one, endpoints({ name: 'shop/db', addresses: '10.2.2.1', ports: tcp })],                    ['10.2.2.1:5432']],
  ['an older entry of its name adds its own',            [dated, one, named(1)],                                                                          ['10.2.2.1:5432', '192.0.2.1:5432']],
  ['a younger one takes the port, and knows no slices',  [dated, one, named(3)],                                                                          ['192.0.2.1:5432']],
  ['but where it calls the port the same',               [service({ name: 'shop/db', clusterIP: 'None', ports: 'p5432:tcp/5432', day: 2 }), slice({ name: 'shop/db-1', of: 'db', addresses: '10.2.2.1', ports: 'p5432' }), named(3)], ['10.2.2.1:5432', '192.0.2.1:5432']],
];

test.each(slices)('LI-10 a headless Service: %s', (_when, manifests, expected) => {
  expect(endpointsOf(manifests)).toEqual(expected);
});

test('IN-3 a Service with an address keeps none: nothing depends on them', () => {
  expect(endpointsOf([service({ name: 'shop/db', clusterIP: '10.96.0.1', ports: 'tcp/5432' }), one])).toEqual([]);
});

const selecting = (resolution: string) =>
  entry({ hosts: 'a.example', ports: 'TCP/5432', resolution, selector: { app: 'a' } });
const labels = { app: 'a' };
const vm = workloadEntry({ name: 'shop/vm', address: '10.2.2.9', specLabels: labels });
const checked = { 'proxy.istio.io/health-checks-enabled': 'true' };
const found = (status: string) => ({ conditions: [{ type: 'Healthy', status }] });

// prettier-ignore
const workloads: readonly (readonly [when: string, resolution: string, manifests: readonly ManifestText[], endpoints: readonly string[]])[] = [
  ['a WorkloadEntry with its labels',                  'NONE',            [vm],                                                                                    ['10.2.2.9:5432']],
  ['labels of the metadata are as good',               'NONE',            [workloadEntry({ name: 'shop/vm', address: '10.2.2.9', labels })],                       ['10.2.2.9:5432']],
  ['and win',                                          'NONE',            [workloadEntry({ name: 'shop/vm', address: '10.2.2.9', labels: { app: 'b' }, specLabels: labels })], []],
  ['none with other labels',                           'NONE',            [workloadEntry({ name: 'shop/vm', address: '10.2.2.9', specLabels: { app: 'b' } })],     []],
  ['none of another namespace',                        'NONE',            [workloadEntry({ name: 'pay/vm', address: '10.2.2.9', specLabels: labels })],            []],
  ['none that is checked and not found healthy',       'NONE',            [workloadEntry({ name: 'shop/vm', address: '10.2.2.9', labels, annotations: checked })], []],
  ['one that is',                                      'NONE',            [workloadEntry({ name: 'shop/vm', address: '10.2.2.9', labels, annotations: checked, status: found('True') })], ['10.2.2.9:5432']],
  ['one that is not checked, whatever its status says', 'NONE',           [workloadEntry({ name: 'shop/vm', address: '10.2.2.9', labels, status: found('False') })], ['10.2.2.9:5432']],
  ['a Pod that is ready',                              'NONE',            [pod({ name: 'shop/p', ip: '10.2.2.8', labels })],                                       ['10.2.2.8:5432']],
  ['none that is not',                                 'NONE',            [pod({ name: 'shop/p', ip: '10.2.2.8', labels, ready: false })],                         []],
  ['none that has ended',                              'NONE',            [pod({ name: 'shop/p', ip: '10.2.2.8', labels, phase: 'Succeeded' })],                   []],
  ['none without an address',                          'NONE',            [pod({ name: 'shop/p', labels })],                                                       []],
  ['Pods first, then by name',                         'NONE',            [vm, workloadEntry({ name: 'shop/a', address: '10.2.2.7', labels }), pod({ name: 'shop/z', ip: '10.2.2.8', labels })], ['10.2.2.8:5432', '10.2.2.7:5432', '10.2.2.9:5432']],
  ['no hostname',                                      'NONE',            [workloadEntry({ name: 'shop/vm', address: 'vm.example', labels })],                     []],
  ['but for DNS',                                      'DNS',             [workloadEntry({ name: 'shop/vm', address: 'vm.example', labels })],                     ['vm.example:5432']],
  ['the first alone for DNS_ROUND_ROBIN',              'DNS_ROUND_ROBIN', [vm, workloadEntry({ name: 'shop/a', address: '10.2.2.7', labels })],                    ['10.2.2.7:5432']],
];

test.each(workloads)('CV-14 an entry selects %s', (_when, resolution, manifests, expected) => {
  expect(endpointsOf([selecting(resolution), ...manifests])).toEqual(expected);
});

describe('identity tells base and head apart', () => {
  const conversion = createConversion(defaultControlPlane, () => null);
  const servicesOf = (...manifests: readonly ManifestText[]) =>
    indexMesh([...shared, ...resourcesOf(...manifests)], defaultControlPlane, ageAsGiven, conversion).services;
  const shared = resourcesOf(db);

  test('the same endpoints give the same service', () => {
    expect(servicesOf(one)[0]).toBe(servicesOf(one, vm)[0]);
  });

  test('others give another', () => {
    expect(servicesOf(one)[0]).not.toBe(servicesOf()[0]);
  });
});
