import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { commandsOf } from '../../../src/cli/commands.js';
import { main } from '../../../src/cli/main.js';
import { expectGolden } from '../../golden.js';
import { capturedIo } from '../captured-io.js';
import { exampleRules } from '../example-rules.js';
import { tempFolder } from '../temp-folder.js';

const folder = tempFolder();
afterAll(folder.remove);
for (const name of ['shop.yaml', 'external.yaml']) {
  folder.write(`mesh/${name}`, readFileSync(`examples/verify/manifests/${name}`, 'utf8'));
}
/** What a sidecar of that mesh was told, as istioctl prints it. */
const dump = readFileSync('examples/verify/sidecar.json', 'utf8');
folder.write('web.json', dump);

async function run(args: readonly string[], stdin = '', cwd = folder.path) {
  const io = capturedIo({ cwd, stdin: [stdin.slice(0, 1000), stdin.slice(1000)] });
  const code = await main(['verify', ...args], commandsOf(exampleRules), io);
  return { code, ...io.written };
}

describe('a sidecar that was told what the manifests say', () => {
  test('is one', async () => {
    const { code, out, err } = await run(['mesh', 'web.json']);
    expect(code).toBe(0);
    expectGolden('test/fixtures/verify/same.txt', out);
    expectGolden('test/fixtures/verify/same-notes.txt', err);
  });

  test('as JSON, from stdin', async () => {
    const { code, out } = await run(['mesh', '-', '-o', 'json'], dump);
    expect(code).toBe(0);
    expectGolden('test/fixtures/verify/same.json', out);
  });

  test('may be of a cluster with a DNS domain of its own', async () => {
    const { code, err } = await run(['mesh', '-'], dump.replaceAll('cluster.local', 'corp.example'));
    expect(code).toBe(0);
    expect(err).not.toContain('corp.example');
  });

  test('may be known in part', async () => {
    const { configs } = JSON.parse(dump) as { configs: { '@type': string }[] };
    const listeners = configs.filter(config => config['@type'].endsWith('.ListenersConfigDump'));
    folder.write('listeners.json', JSON.stringify({ configs: listeners }));
    const { code, out, err } = await run(['mesh', 'listeners.json', '-n', 'shop', '-l', 'app=web']);
    expect(code).toBe(0);
    expect(out.replaceAll('\n', ' ')).toMatch(
      /Compared 8 listeners: .*The dump has no route tables and clusters, so none are compared\. $/,
    );
    expect(err).toMatch(/^pod of shop \(pods app=web\), 192\.0\.2\.1, does not capture DNS \(given\)\n/);
  });
});

test('a dump may be UTF-16, as PowerShell writes it', async () => {
  writeFileSync(join(folder.path, 'utf16.json'), `\uFEFF${dump}`, 'utf16le');
  expect(await run(['mesh', 'utf16.json'])).toEqual(await run(['mesh', '-'], dump));
});

describe('a sidecar that was told something else', () => {
  test('is shown with what it has, what is expected, and who declares it', async () => {
    const changed = dump
      .replace('"cluster": "outbound|443||pay.example.com"', '"cluster": "BlackHoleCluster"')
      .replace('"web.shop.svc",', '"www.shop.svc",')
      .replace(
        '"name": "outbound|5432||cart.shop.svc.cluster.local",',
        '"name": "outbound|5433||cart.shop.svc.cluster.local",',
      );
    const { code, out } = await run(['examples/verify/manifests', '-'], changed, process.cwd());
    expect(code).toBe(1);
    expectGolden('test/fixtures/verify/different.txt', out);
    const { out: json } = await run(['mesh', '-', '-o', 'json'], changed);
    const { differences } = JSON.parse(json) as { differences: unknown[] };
    expect(differences[0]).toEqual({
      where: ['listener 0.0.0.0:443', 'chain SNI: pay.example.com'],
      sidecar: ['Cluster: BlackHoleCluster'],
      expected: ['Cluster: outbound|443||pay.example.com'],
      declaredBy: { kind: 'ServiceEntry', namespace: 'external', name: 'pay', file: 'external.yaml', line: 1 },
      hints: [],
    });
  });

  test('by a rule that no manifest declares, is told of the rule', async () => {
    const metadata =
      '{"filter_metadata":{"istio":{"config":"/apis/networking.istio.io/v1/namespaces/ops/virtual-service/canary"}}}';
    const changed = dump.replace(
      '"cluster": "outbound|8080||web.shop.svc.cluster.local",',
      '"cluster": "outbound|80||cart.shop.svc.cluster.local",',
    );
    expect((await run(['mesh', '-'], changed)).code).toBe(1);
    const told = changed.replace(/("decorator": \{\s*"operation": "web\.shop)/, `"metadata": ${metadata},\n$1`);
    const { code, out } = await run(['mesh', '-'], told);
    expect([code, out]).toEqual([0, expect.stringContaining('VirtualService ops/canary')]);
  });

  test('because a host that no manifest declares takes its calls, is told of the place', async () => {
    const changed = dump
      .replace(
        '"name": "outbound|9153||kube-dns.kube-system.svc.cluster.local"',
        '"name": "outbound|443||traefik.custom"',
      )
      .replace(
        /("name": "0\.0\.0\.0_443"[^]*?"default_filter_chain"[^]*?"cluster": )"PassthroughCluster"/,
        '$1"outbound|443||traefik.custom"',
      );
    const { code, out } = await run(['mesh', '-'], changed);
    expect(code).toBe(0);
    expect(out.replaceAll('\n', ' ')).toContain(
      'Taken by what is not in the repository: listener 0.0.0.0:443, chain ALL leads to ' +
        'Cluster: outbound|443||traefik.custom, not Cluster: PassthroughCluster.',
    );
  });

  test('by a policy that no manifest states, is not: the policy is read', async () => {
    const blocked = dump
      .replaceAll('PassthroughCluster', 'BlackHoleCluster')
      .replace(
        '"name": "BlackHoleCluster",\n      "type": "ORIGINAL_DST"',
        '"name": "PassthroughCluster",\n      "type": "ORIGINAL_DST"',
      )
      .replaceAll(/"name": "allow_any",\s+"domains": \[\s+"\*"\s+\],\s+"routes": \[[^]*?\]/g, BLOCK_ALL);
    const { code, err } = await run(['mesh', '-'], blocked);
    expect([code, err]).toEqual([
      0,
      expect.stringContaining(
        'outboundTrafficPolicy REGISTRY_ONLY is that of the dump: the manifests hold no MeshConfig\n',
      ),
    ]);
  });

  test('by another MeshConfig than the manifests or the user state, is told of it', async () => {
    const [given, stated] = ['strict.yaml', 'strict/istio.yaml'];
    const config = 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}';
    folder.write(given, config);
    const { code, out } = await run(['mesh', 'web.json', '--mesh-config', given]);
    expect(code).toBe(1);
    expect(out).toContain('expected  Cluster: BlackHoleCluster');

    for (const name of ['shop.yaml', 'external.yaml']) {
      folder.write(`strict/${name}`, readFileSync(`examples/verify/manifests/${name}`, 'utf8'));
    }
    folder.write(
      stated,
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n    ${config}\n`,
    );
    expect(await run(['strict', 'web.json'])).toMatchObject({
      code,
      out: out.replace('listeners mesh', 'listeners strict'),
      err: expect.stringContaining(
        'MeshConfig is read from istio.yaml:6 (ConfigMap istio-system/istio): outboundTrafficPolicy REGISTRY_ONLY\n',
      ),
    });
  });

  test('and that Envoy refuses, is told of that', async () => {
    const refused = dump.replace(
      /"name": "0\.0\.0\.0_8080",\s+"active_state": \{\s+"version_info": "[^"]+",\s+"listener":/,
      '"name": "0.0.0.0_8080", "error_state": {"details": "error adding listener: \\u001b[31mno\\u001b[0m", "failed_configuration":',
    );
    const { code, out } = await run(['mesh', '-'], refused);
    expect(code).toBe(0);
    expect(out).toContain('Envoy refused listener 0.0.0.0_8080 (error adding listener: \\u{1b}[31mno\\u{1b}[0m)');
  });
});

const BLOCK_ALL =
  '"name": "block_all", "domains": ["*"], "routes": [{"match": {"prefix": "/"}, "direct_response": {"status": 502}}]';

describe('the release', () => {
  // prettier-ignore
  const releases: [said: string, args: string[], note: string][] = [
    ['1.30.3',             [],                            'Istio 1.30.3 is simulated: the dump is of 1.30.3\n'],
    ['1.24.6-distroless',  [],                            'Istio 1.24.6 is simulated: the dump is of 1.24.6-distroless\n'],
    ['1.27.1',             [],                            'Istio 1.27.1 is simulated, which was not compared with a real istiod of that release: the dump is of 1.27.1\n'],
    ['a-build-of-ours',    [],                            "Istio 1.30.3 is simulated: the dump says 'a-build-of-ours', which is no release\n"],
    ['1.30.3',             ['--istio-version', '1.28'],   'Istio 1.28.10 is simulated: the dump is of 1.30.3\n'],
  ];
  test.each(releases)('of a sidecar that says %s, with %j', async (said, args, note) => {
    const { err } = await run(
      ['mesh', '-', ...args],
      dump.replace('"ISTIO_VERSION": "1.30.3"', `"ISTIO_VERSION": "${said}"`),
    );
    expect(err).toContain(note);
  });
});

describe('bad input', () => {
  const gateway = dump.replace('"id": "sidecar~', '"id": "router~');
  const old = dump.replace('"ISTIO_VERSION": "1.30.3"', '"ISTIO_VERSION": "1.4.0"');
  const wanted = "expected what 'istioctl proxy-config all POD -o json' prints of one";
  // prettier-ignore
  const faults: [what: string, args: string[], stdin: string, message: string][] = [
    ['no manifests named',    [],                       '',                 'DIR|REV is missing, expected where the manifests are: istioctl proxy-config all POD -o json | egress-review verify . -'],
    ['no dump named',         ['mesh'],                 '',                 'DUMP is missing, expected a file, or - for stdin: istioctl proxy-config all POD -o json | egress-review verify . -'],
    ['a dump that is none',   ['mesh', 'none.json'],    '',                 "there is no file 'none.json': name an existing one"],
    ['a folder as dump',      ['mesh', 'mesh'],         '',                 "'mesh' is a folder: name a file"],
    ['nothing',               ['mesh', '-'],            '',                 `'stdin' is not JSON (Unexpected end of JSON input): ${wanted}`],
    ['another JSON',          ['mesh', '-'],            '{"a":1}',          `'stdin' holds no configuration of Envoy: ${wanted}`],
    ['a number',              ['mesh', '-'],            '7',                'stdin is 7, expected an object'],
    ['an empty list',         ['mesh', '-'],            '[]',               "'stdin' is an empty list: expected what 'istioctl proxy-config all POD -o json' prints of a sidecar"],
    ['a list of others',      ['mesh', '-'],            '[{"a":1}]',        "'stdin' is a list of what has a: expected what 'istioctl proxy-config all POD -o json' prints of a sidecar"],
    ['no configs',            ['mesh', '-'],            '{"configs":[]}',   'the dump holds neither listeners nor routes nor clusters: take the whole of it, istioctl proxy-config all POD -o json'],
    ['configs of text',       ['mesh', '-'],            '{"configs":"x"}',  'stdin.configs is "x", expected a list'],
    ['a port of text',        ['mesh', '-'],            dump.replace('"port_value": 53', '"port_value": "53x"'), 'stdin.configs[3].dynamic_listeners[0].active_state.listener.address.socket_address.port_value is "53x", expected a number'],
    ['a port beyond all',     ['mesh', '-'],            dump.replace('"port_value": 53', '"port_value": 1e29'), 'stdin.configs[3].dynamic_listeners[0].active_state.listener.address.socket_address.port_value is 1e+29, expected a port from 0 to 65535'],
    ['what is compressed',    ['mesh', 'dump.gz'],      '',                 "'dump.gz' is gzip, expected text: gunzip it"],
    ['the same on stdin',     ['mesh', '-'],            gzipSync(dump).toString('utf8'), "'stdin' is gzip, expected text: gunzip it"],
    ['another encoding',      ['mesh', 'latin1.json'],  '',                 "'latin1.json' is not UTF-8 text, nor UTF-16 with a byte order mark: save it as UTF-8"],
    ['a gateway',             ['mesh', '-'],            gateway,            "the dump is of 'web-6d8f9c7b5d-x2x7q.shop', which is no sidecar but a router: expected the dump of a pod with a sidecar"],
    ['a ztunnel',             ['mesh', '-'],            '{"workloads":[],"services":[],"policies":[]}', "'stdin' is the dump of a ztunnel, which has no listeners to compare: expected what 'istioctl proxy-config all POD -o json' prints of a sidecar"],
    ['an old release',        ['mesh', '-'],            old,                "Istio version '1.4.0' is not simulated; expected a release of Istio 1.x from 1.11.0, such as 1.24 or 1.24.6; the newest that was recorded is 1.30.3"],
  ];
  writeFileSync(join(folder.path, 'dump.gz'), gzipSync(dump));
  writeFileSync(join(folder.path, 'latin1.json'), '{"é": 1}', 'latin1');
  test.each(faults)('%s', async (_what, args, stdin, message) => {
    const { code, out, err } = await run(args, stdin);
    expect([code, out, err.split('\n')[0]]).toEqual([2, '', `egress-review: ${message}`]);
  });

  test('a dump without a node needs a namespace', async () => {
    const { code, err } = await run(['mesh', '-'], '[{"name":"a","filter_chains":[]}]');
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'egress-review: -n is missing, and the dump does not say the namespace of the pod: egress-review verify mesh - -n NAMESPACE',
    ]);
  });

  // prettier-ignore
  const hostile: [what: string, text: string][] = [
    ['depth',              `{"configs":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['names of prototypes', '[{"filter_chains":[{"filters":[]}],"name":"__proto__","address":{"socket_address":{"address":"constructor","port_value":1}},"__proto__":{"constructor":1}}]'],
    ['escapes',            `[{"filter_chains":[],"name":"a","address":{"socket_address":{"address":"\\u001b[2J\\n::error::x","port_value":-1}}}]`],
    ['nulls',              '{"configs":[null,{"@type":null},{"@type":"x.ListenersConfigDump","dynamic_listeners":[null,{}]}]}'],
  ];
  test.each(hostile)('of %s is no fault of ours', async (_what, text) => {
    const { code, out, err } = await run(['mesh', '-', '-n', 'shop'], text);
    expect([0, 1, 2]).toContain(code);
    expect(out + err).not.toContain('\u001b');
    expect(out + err).not.toMatch(/^::error/m);
  });
});

describe('where entries are for one revision of Istio, and namespaces for another', () => {
  const external = readFileSync('examples/verify/manifests/external.yaml', 'utf8');
  const labelled = external.replaceAll('namespace: external}', 'namespace: external, labels: {istio.io/rev: canary}}');
  const elsewhere = `apiVersion: v1\nkind: Namespace\nmetadata: {name: pay, labels: {istio.io/rev: stable}}\n`;
  folder.write('revised/external.yaml', `${labelled}---\n${elsewhere}`);
  folder.write('revised/shop.yaml', readFileSync('examples/verify/manifests/shop.yaml', 'utf8'));
  const injectedBy = (revision: string) =>
    dump.replace('"ANNOTATIONS": {', `"ANNOTATIONS": {"istio.io/rev": "${revision}",`);
  const UNTOLD = /objects are for revision canary of Istio alone, and the manifests do not tell the workload's/;

  // prettier-ignore
  test.each([
    ['of that revision is told of the entries',  'canary',  false],
    ['of the default one is told of none',       'default', true],
  ])('a sidecar %s', async (_whose, revision, isUndeclared) => {
    const { out, err } = await run(['revised', '-', '-o', 'json'], injectedBy(revision));
    const { notInRepository } = JSON.parse(out) as { notInRepository: { hosts: string[] } };
    expect(notInRepository.hosts.includes('pay.example.com')).toBe(isUndeclared);
    expect(err).not.toMatch(UNTOLD);
  });

  test('it is said that nobody tells whose sidecar it is', async () => {
    const { err } = await run(['revised', '-'], dump);
    expect(err).toMatch(UNTOLD);
  });
});
