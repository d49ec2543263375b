import { afterAll, expect, test } from '@jest/globals';
import { trace } from '../../../src/cli/commands/trace.js';
import { expectGolden } from '../../golden.js';
import { capturedIo } from '../captured-io.js';
import { tempFolder } from '../temp-folder.js';

const folder = tempFolder();
afterAll(folder.remove);

folder.write(
  'shop.yaml',
  `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {clusterIP: 10.0.0.5, ports: [{name: mysql, port: 3306}, {name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: mail, namespace: shop}
spec: {ports: [{name: http, port: 80}, {name: any, port: 9000}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec: {hosts: [pay.example.com], ports: [{name: tls, number: 443, protocol: TLS}], resolution: DNS}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: everything, namespace: shop}
spec: {hosts: [legacy.example.com], ports: [{name: tcp, number: 8443, protocol: TCP}], resolution: STATIC}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: closed}
spec: {egress: [{hosts: [shop/*]}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: lua, namespace: patched}
spec:
  configPatches:
  - applyTo: HTTP_FILTER
    match: {context: SIDECAR_OUTBOUND}
    patch: {operation: INSERT_FIRST, value: {name: envoy.filters.http.lua}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: one, namespace: refused}
spec: {hosts: [one.example.com], exportTo: ['.'], ports: [{name: tls, number: 7443, protocol: TLS}], resolution: DNS}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: again, namespace: refused}
spec: {hosts: [ONE.example.com], exportTo: ['.'], ports: [{name: tls, number: 7443, protocol: TLS}], resolution: DNS}
---
apiVersion: v1
kind: Namespace
metadata: {name: mist, labels: {istio.io/dataplane-mode: ambient}}
`,
);

async function run(...args: string[]) {
  const io = capturedIo({ cwd: folder.path });
  const code = await trace.run(['.', ...args], io);
  return { code, ...io.written };
}

// prettier-ignore
const traces: readonly [what: string, golden: string, args: string[]][] = [
  ['a host that only its name gives away',         'sni',           ['-n', 'shop', 'https://pay.example.com']],
  ['a host that no manifest names',                'passthrough',   ['-n', 'shop', 'https://www.baidu.com/s']],
  ['the same where only what is known may leave',  'blackhole',     ['-n', 'closed', 'http://www.baidu.com']],
  ['a short name, in its own namespace',           'short-name',    ['-n', 'shop', 'http://mail']],
  ['a name of another namespace',                  'other-namespace', ['-n', 'closed', 'http://cart.shop']],
  ['a database that speaks first',                 'database',      ['-n', 'shop', 'tcp://cart:3306']],
  ['a server that speaks first to a sniffing port', 'stalled',      ['-n', 'shop', '--server-first', 'tcp://mail.shop.svc.cluster.local:9000']],
  ['an entry that takes every address',            'captured',      ['-n', 'shop', 'https://10.1.2.3:8443']],
  ['plain HTTP to an IPv6 address',                'ipv6',          ['-n', 'shop', 'http://[2001:db8::1]']],
  ['a call that an EnvoyFilter may change',        'patched',       ['-n', 'patched', 'http://cart.shop']],
  ['a call whose listener Envoy refuses',          'refused',       ['-n', 'refused', 'https://one.example.com:7443']],
  ['a call that it does not meet',                 'past-the-patch', ['-n', 'patched', 'https://pay.example.com']],
  ['pods of a name',                               'labels',        ['-n', 'shop', '-l', 'app=web', '10.0.0.5:5432']],
];

test.each(traces)('%s', async (_what, golden, args) => {
  const { code, out, err } = await run(...args);
  expect([code, err]).toEqual([0, '']);
  expectGolden(`test/fixtures/cli/trace-${golden}.txt`, out);
});

test('nothing is known of a pod that is ambient', async () => {
  const { code, out, err } = await run('-n', 'mist', 'https://pay.example.com');
  expect([code, err]).toEqual([
    0,
    "egress-review: namespace 'mist' is labelled 'istio.io/dataplane-mode: ambient', so its pods have no sidecar unless " +
      'they ask for one: what is shown is for a pod that has one, and what becomes of calls of the others is unknown\n',
  ]);
  expectGolden('test/fixtures/cli/trace-ambient.txt', out);
});
