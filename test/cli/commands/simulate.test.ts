import { expect, test } from '@jest/globals';
import { simulate } from '../../../src/cli/commands/simulate.js';
import { capturedIo, type World } from '../captured-io.js';

const entry = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: legacy, namespace: shop}
spec: {hosts: [legacy.example.com], ports: [{name: tcp, number: 443, protocol: TCP}], resolution: DNS}
`;

const mesh = {
  id: 'one',
  mesh: '',
  manifests: entry,
  proxies: [{ id: 'p0', namespace: 'shop', labels: { app: 'web' }, ips: ['10.1.1.1'] }],
  calls: [
    { id: 'c0', kind: 'tls', address: '1.3.3.7', port: 443, sni: 'www.baidu.com' },
    { id: 'c1', kind: 'http', address: '1.3.3.7', port: 80, host: 'www.baidu.com' },
    { id: 'c2', kind: 'tcp', address: '1.3.3.7', port: 15001 },
  ],
  expected: [],
};
const dnsProxy = { ...mesh.proxies[0], dnsCapture: true };

async function run(lines: readonly unknown[], world: World = {}) {
  const stdin = lines.map(line => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  const io = capturedIo({ stdin, ...world });
  const code = await simulate.run(['--istio-version', '1.30'], io);
  const answers = io.written.out.split('\n').slice(0, -1);
  return { code, answers: answers.map(line => JSON.parse(line) as { id: string }), err: io.written.err };
}

test('a mesh is answered as istiod and Envoy would', async () => {
  const { code, answers, err } = await run([mesh]);
  expect([code, err]).toEqual([0, '']);
  expect(answers).toMatchObject([
    {
      id: 'one',
      proxies: [
        {
          id: 'p0',
          listeners: [
            { address: '0.0.0.0', port: 443, chains: [{ tcp: 'outbound|443||legacy.example.com' }] },
            { name: 'virtualOutbound', address: '0.0.0.0', port: 15001 },
          ],
          routes: {},
          clusters: { 'outbound|443||legacy.example.com': { type: 'STRICT_DNS' } },
          verdicts: {
            c0: { cluster: 'outbound|443||legacy.example.com' },
            c1: { cluster: 'PassthroughCluster' },
            c2: { closed: true },
          },
        },
      ],
    },
  ]);
});

test('a mesh’s own MeshConfig holds, and automatic addresses where the proxy captures DNS', async () => {
  const withAddress = `${entry}status: {addresses: [{host: legacy.example.com, value: 240.240.0.5}]}\n`;
  const { code, answers, err } = await run([
    { ...mesh, mesh: 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}' },
    { ...mesh, manifests: withAddress, proxies: [dnsProxy] },
  ]);
  expect([code, err]).toEqual([0, '']);
  expect(answers).toMatchObject([
    { proxies: [{ verdicts: { c1: { closed: true } } }] },
    { proxies: [{ listeners: [{ address: '240.240.0.5', port: 443 }, { name: 'virtualOutbound' }] }] },
  ]);
});

test('a MeshConfig that is none is said with its field', async () => {
  const { code, answers, err } = await run([{ ...mesh, mesh: 'outboundTrafficPolicy: {mode: ANY}' }]);
  expect([code, answers]).toEqual([2, []]);
  expect(err).toBe(
    'egress-review: line 1: mesh: outboundTrafficPolicy.mode is not one of REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS\n',
  );
});

test('a refused manifest is left out and said', async () => {
  const { code, answers, err } = await run([{ ...mesh, manifests: entry.replace('[legacy.example.com]', '[]') }]);
  expect([code, answers.length]).toEqual([0, 1]);
  expect(err).toBe(
    'egress-review: line 1: manifests:4:15: ServiceEntry shop/legacy is left out, as it would be refused: ' +
      'spec.hosts is an empty list, expected at least one host\n',
  );
});

// prettier-ignore
const broken: readonly [what: string, line: unknown, message: string][] = [
  ['no JSON',            '{"id": ',                                    'the line is not JSON: Unexpected end of JSON input'],
  ['a list',             [],                                           'the line is [], expected an object'],
  ['no proxies',         { ...mesh, proxies: undefined },              'proxies is missing, expected a list'],
  ['a number as id',     { ...mesh, id: 7 },                           'id is 7, expected a string'],
  ['a broken label',     { ...mesh, proxies: [{ ...mesh.proxies[0], labels: { app: 1 } }] }, 'proxies[0].labels.app is 1, expected a string'],
  ['a broken address',   { ...mesh, calls: [{ ...mesh.calls[0], address: 'web' }] },  'calls[0].address is "web", expected an IP address'],
  ['a broken port',      { ...mesh, calls: [{ ...mesh.calls[0], port: 0 }] },         'calls[0].port is 0, expected a port from 1 to 65535'],
  ['an unknown kind',    { ...mesh, calls: [mesh.calls[0], { ...mesh.calls[0], kind: 'udp' }] }, 'calls[1].kind is "udp", expected one of tls, http, tcp'],
  ['YAML with a tab',    { ...mesh, manifests: 'apiVersion: v1\nkind: Service\nmetadata:\n\tname: x\n' }, 'manifests:4:1: a tab stands where YAML allows only spaces: replace it with spaces'],
];

test.each(broken)('%s: said with its line, the others are answered', async (_what, line, message) => {
  const { code, answers, err } = await run([mesh, '', line, { ...mesh, id: 'last' }]);
  expect([code, answers.map(({ id }) => id)]).toEqual([2, ['one', 'last']]);
  expect(err).toBe(`egress-review: line 3: ${message}\n`);
});

test('it stops when nobody reads the answers any longer', async () => {
  const { code, answers } = await run([mesh, mesh, mesh], { readerLeavesAfter: 2 });
  expect([code, answers.length]).toEqual([0, 2]);
});
