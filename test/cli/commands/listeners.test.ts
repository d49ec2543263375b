import { afterAll, expect, test } from '@jest/globals';
import { listeners } from '../../../src/cli/commands/listeners.js';
import { expectGolden } from '../../golden.js';
import { capturedIo } from '../captured-io.js';
import { tempFolder } from '../temp-folder.js';

const folder = tempFolder();
afterAll(folder.remove);

folder.write(
  'mesh/shop.yaml',
  `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {clusterIP: 10.0.0.5, ports: [{name: tcp-db, port: 5432}, {name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: mail, namespace: shop}
spec: {ports: [{name: smtp, port: 25}, {name: any, port: 9000}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec: {hosts: [pay.example.com], ports: [{name: tls, number: 443, protocol: TLS}], resolution: DNS}
`,
);
folder.write(
  'mesh/blue.yaml',
  `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: green, namespace: blue}
spec: {egress: [{hosts: [./*]}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: blue, namespace: blue}
spec: {egress: [{hosts: [shop/*]}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: web, namespace: blue}
spec: {workloadSelector: {labels: {app: web}}, egress: [{hosts: [./*]}]}
`,
);
folder.git('init', '--quiet', '--initial-branch=main');
folder.git('add', '.');
folder.git('commit', '--quiet', '--message', 'The mesh');
folder.write(
  'broken/shop.yaml',
  `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec: {ports: [{name: tls, number: 443, protocol: TLS}], resolution: DNS}
---
apiVersion: v1
kind: Service
metadata:
\tname: cart
`,
);
folder.write(
  'chart/templates/web.yaml',
  'apiVersion: v1\nkind: Service\nmetadata: {name: {{ .Values.name }}, namespace: shop}\n',
);

folder.write(
  'quiet/shop.yaml',
  `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: disabled}}
---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: pay, namespace: shop}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec: {hosts: [pay.example.com], ports: [{name: tls, number: 443, protocol: TLS}], resolution: DNS}
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: guard, namespace: shop}
spec:
  configPatches:
  - applyTo: NETWORK_FILTER
    match: {context: SIDECAR_OUTBOUND, listener: {name: 0.0.0.0_443}}
    patch: {operation: INSERT_FIRST, value: {name: envoy.filters.network.rbac}}
  - applyTo: LISTENER_FILTER
    patch: {operation: ADD, value: {name: mine}}
  - applyTo: CLUSTER
    patch: {operation: REMOVE}
`,
);

folder.write(
  'refused/shop.yaml',
  `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec: {hosts: [pay.example.com], ports: [{name: tls, number: 443, protocol: TLS}, {name: http, number: 80, protocol: HTTP}], resolution: DNS}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: again, namespace: shop}
spec: {hosts: [PAY.example.com], ports: [{name: tls, number: 443, protocol: TLS}], resolution: DNS}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: shop}
spec: {hosts: [pay.example.com], http: [{directResponse: {status: 600}}]}
`,
);

const copies = Array.from({ length: 13 }, (_, index) => `copies/${String(index).padStart(2, '0')}.yaml`);
for (const file of copies) {
  folder.write(
    file,
    'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {clusterIP: None}\n',
  );
}

async function run(...args: string[]) {
  const io = capturedIo({ cwd: folder.path });
  const code = await listeners.run(args, io);
  return { code, ...io.written };
}

const withoutSidecar = (namespace: string) =>
  `no Sidecar governs ${namespace}: it sees every service that is exported to it\n`;

const invented = 'invented addresses stand for Service shop/mail without a clusterIP in the manifests\n';

test('the table has a row for each chain, by port and address', async () => {
  const { code, out, err } = await run('mesh', '-n', 'shop');
  expect([code, err]).toEqual([0, withoutSidecar('shop') + invented]);
  expectGolden('test/fixtures/cli/listeners.txt', out);
});

test('a revision gives the same as its folder', async () => {
  expect(await run('main', '--namespace=shop')).toEqual(await run('mesh', '-n', 'shop'));
});

test('JSON has the shape of the conformance vectors', async () => {
  const { code, out } = await run('mesh', '-n', 'blue', '-o', 'json');
  expect(code).toBe(0);
  expectGolden('test/fixtures/cli/listeners.json', out);
});

test('what Envoy refuses is said, and is in the JSON', async () => {
  const why =
    'two matches take the same connections: SNI: PAY.example.com of ServiceEntry shop/again, ' +
    'and SNI: pay.example.com of ServiceEntry shop/pay';
  const { code, err, out } = await run('refused', '-n', 'shop', '-o', 'json');
  expect([code, err]).toEqual([
    0,
    `${withoutSidecar('shop')}Envoy refuses listener 0.0.0.0_443: ${why}; a new pod is without it\n` +
      'Envoy refuses route table 80: virtual host pay.example.com:80 answers with status 600, which is none; ' +
      'it answers 404 to all\n',
  ]);
  const table = (await run('refused', '-n', 'shop')).out;
  expect(table).toMatch(/^0\.0\.0\.0 443 .* \(refused by Envoy\)$/m);
  expect(table.match(/refused by Envoy/g)).toHaveLength(3);
  expect(JSON.parse(out)).toMatchObject({ rejectedListeners: [{ name: '0.0.0.0_443', error: why }] });
});

test('two Sidecars that claim a namespace are both named', async () => {
  const { code, err } = await run('mesh', '-n', 'blue');
  expect(code).toBe(0);
  expect(err).toBe(
    'Sidecar blue/blue governs blue: it has no workloadSelector, so it holds for the whole namespace\n' +
      'blue/green claims it as well: Istio takes the oldest, ' +
      `and where manifests have no creationTimestamp the first by name stands in for it\n${invented}`,
  );
});

test('labels decide which Sidecar governs', async () => {
  const { err } = await run('mesh', '-n', 'blue', '-l', 'app=web,tier=front');
  expect(err).toBe('Sidecar blue/web governs blue (pods app=web,tier=front): its workloadSelector app=web matches\n');
});

test('a namespace that no manifest names is answered, and said to be unknown', async () => {
  const { code, out, err } = await run('mesh', '-n', 'shpo');
  expect([code, out]).toEqual([0, (await run('mesh', '-n', 'shop')).out]);
  expect(err).toBe(
    "egress-review: the manifests hold nothing of namespace 'shpo', so it is answered as one without anything of its own; " +
      `did you mean 'shop'?\n${withoutSidecar('shpo')}${invented}`,
  );
});

test('what cannot be read is said with its place, and the rest is answered', async () => {
  const { code, out, err } = await run('broken', '-n', 'shop');
  expect(code).toBe(2);
  expect(out).toMatch(/^ADDRESS PORT +MATCH +DESTINATION\n/);
  expect(err).toBe(
    'egress-review: shop.yaml:10:1: a tab stands where YAML allows only spaces: replace it with spaces\n' +
      'egress-review: shop.yaml:5:7: ServiceEntry shop/pay is left out, as it would be refused: ' +
      `spec.hosts is missing, expected at least one host\n${withoutSidecar('shop')}`,
  );
});

test('templates that nobody rendered are said to be left out', async () => {
  const { code, err } = await run('chart', '-n', 'shop');
  expect(code).toBe(0);
  expect(err).toContain(
    'egress-review: 1 file left out that must be rendered first (Helm, Kustomize): templates/web.yaml\n',
  );
});

test('what is not simulated, and pods without a sidecar, are said', async () => {
  const { code, err } = await run('quiet', '-n', 'shop');
  expect(code).toBe(0);
  expect(err).toBe(
    'egress-review: 1 WasmPlugin is not simulated: what becomes of a call that it changes is not known\n' +
      "egress-review: namespace 'shop' is labelled 'istio-injection: disabled', so its pods have no sidecar unless they " +
      `ask for one: answered as for a pod that has one\n${withoutSidecar('shop')}` +
      'EnvoyFilter shop/guard patches listener 0.0.0.0:443 (INSERT_FIRST of NETWORK_FILTER envoy.filters.network.rbac): what becomes of calls that meet it is unknown\n' +
      'EnvoyFilter shop/guard patches all listeners (ADD of LISTENER_FILTER mine): what becomes of calls that meet it is unknown\n' +
      'EnvoyFilter shop/guard patches what the listeners lead to (REMOVE of CLUSTER): what becomes of calls that meet it is unknown\n',
  );
});

test('copies are left out, and only the first of many named', async () => {
  const { code, err } = await run('copies', '-n', 'shop');
  const lines = err.trimEnd().split('\n');
  expect([code, lines.length]).toEqual([0, 12]);
  expect(lines[0]).toMatch(/^egress-review: 01\.yaml:3:18: Service "shop\/web" is already defined at 00\.yaml:3/);
  expect(lines[10]).toBe('egress-review: 2 more resources are defined twice');
});
