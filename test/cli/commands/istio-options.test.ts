import { afterAll, describe, expect, test } from '@jest/globals';
import type { Command } from '../../../src/cli/command.js';
import { listeners } from '../../../src/cli/commands/listeners.js';
import { review } from '../../../src/cli/commands/review.js';
import { trace } from '../../../src/cli/commands/trace.js';
import { commandsOf } from '../../../src/cli/commands.js';
import { main } from '../../../src/cli/main.js';
import { capturedIo } from '../captured-io.js';
import { tempFolder } from '../temp-folder.js';

const folder = tempFolder();
afterAll(folder.remove);
const namespaces = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
const configMap = (mode: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n    outboundTrafficPolicy:\n      mode: ${mode}\n`;
folder.write('plain/shop.yaml', namespaces);
folder.write('open/shop.yaml', namespaces);
folder.write('open/istio.yaml', configMap('ALLOW_ANY'));
folder.write('closed/shop.yaml', namespaces);
folder.write('closed/istio.yaml', configMap('REGISTRY_ONLY'));
folder.write('mesh.yaml', 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n');
folder.write('values.yaml', 'global: {tag: 1.24.6}\nmeshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}\n');
folder.write(
  'chart.yaml',
  'global: {hub: example}\nistiod: {meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}}\n',
);
folder.write('other.yaml', 'trustDomain: shop\n');
folder.write('flags.yaml', 'pilot: {env: {PILOT_ENABLE_IP_AUTOALLOCATE: "false"}}\n');
folder.write('typo.yaml', '# of shop\noutboundTraficPolicy: {mode: REGISTRY_ONLY}\nmode: x\n');
folder.write('deep-typo.yaml', 'meshConfig:\n  outboundTraficPolicy: {mode: REGISTRY_ONLY}\n');
folder.write('two.yaml', 'a: {meshConfig: {}}\nb: {meshConfig: {}}\n');
folder.write('operator.yaml', 'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: {profile: default}\n');
folder.write('wrong.yaml', 'outboundTrafficPolicy:\n  mode: CLOSED\n');
folder.write('service.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n');

async function run(command: Command, ...args: string[]) {
  const io = capturedIo({ cwd: folder.path });
  const code = await main([command.name, ...args], commandsOf([]), io);
  return { code, ...io.written };
}

const endOf = async (...args: string[]) => {
  const { out } = await run(trace, ...args, '-n', 'shop', 'https://www.example.com');
  return /(PassthroughCluster|BlackHoleCluster)/.exec(out)?.[1];
};

describe('trace goes by', () => {
  // prettier-ignore
  test.each([
    ['the default where nothing is said',      ['plain'],                                 'PassthroughCluster'],
    ['the ConfigMap among the manifests',      ['closed'],                                'BlackHoleCluster'],
    ['a file of MeshConfig',                   ['plain', '--mesh-config', 'mesh.yaml'],   'BlackHoleCluster'],
    ['a file before the manifests',            ['open', '--mesh-config', 'mesh.yaml'],    'BlackHoleCluster'],
    ['values of the chart',                    ['plain', '--mesh-config', 'values.yaml'], 'BlackHoleCluster'],
    ['values of a chart that depends on it',   ['plain', '--mesh-config', 'chart.yaml'],  'BlackHoleCluster'],
    ['what has nothing to do with calls',      ['closed', '--mesh-config', 'other.yaml'], 'PassthroughCluster'],
    ['values that say flags alone',            ['closed', '--mesh-config', 'flags.yaml'], 'BlackHoleCluster'],
    ['a manifest that is named',               ['plain', '--mesh-config', 'closed/istio.yaml'], 'BlackHoleCluster'],
  ])('%s: %j', async (_what, args, end) => {
    expect(await endOf(...args)).toBe(end);
  });
});

test('listeners says on stderr what it goes by', async () => {
  const { code, err } = await run(
    listeners,
    'closed',
    '-n',
    'shop',
    '--istio-version',
    '1.24',
    '--mesh-config',
    'values.yaml',
  );
  expect(code).toBe(0);
  expect(err).toContain('egress-review: Istio 1.24.6 is simulated, as given\n');
  expect(err).toContain('egress-review: MeshConfig is read from values.yaml:2: outboundTrafficPolicy REGISTRY_ONLY\n');
});

describe('review', () => {
  test('sets each side under its own MeshConfig', async () => {
    const { code, out } = await run(review, '--base', 'open', '--head', 'closed', '--fail-on', 'warning');
    expect(code).toBe(1);
    expect(out).toMatch(/^istio\.yaml:7:13: warning: .* \[unknown-traffic-blocked\]$/m);
  });

  test('sets both sides under the one that is given', async () => {
    const given = ['--mesh-config', 'mesh.yaml', '--fail-on', 'warning', '--format', 'json'];
    const { code, out } = await run(review, '--base', 'open', '--head', 'closed', ...given);
    const { assumptions } = JSON.parse(out) as { assumptions: readonly string[] };
    expect(code).toBe(0);
    expect(assumptions.slice(1, 3)).toEqual([
      'MeshConfig is read from mesh.yaml:1: outboundTrafficPolicy REGISTRY_ONLY',
      'at base: istio.yaml:6 (ConfigMap istio-system/istio) has another MeshConfig, which is not simulated: outboundTrafficPolicy ALLOW_ANY',
    ]);
  });

  test('names the release of head', async () => {
    const { out } = await run(
      review,
      '--base',
      'open',
      '--head',
      'open',
      '--istio-version',
      '1.24',
      '--format',
      'json',
    );
    expect(JSON.parse(out)).toMatchObject({ istioVersion: '1.24.6' });
  });

  test('takes as many flags as are given', async () => {
    const flags = ['--istio-flag', 'PILOT_ENABLE_IP_AUTOALLOCATE=true', '--istio-flag=ISTIO_DUAL_STACK=true'];
    const { out } = await run(
      review,
      '--base',
      'open',
      '--head',
      'open',
      '--istio-version',
      '1.22',
      ...flags,
      '--format',
      'json',
    );
    const { assumptions } = JSON.parse(out) as { assumptions: readonly string[] };
    expect(assumptions).toContain('feature flag ISTIO_DUAL_STACK is true, as given');
    expect(assumptions).toContain('feature flag PILOT_ENABLE_IP_AUTOALLOCATE decides nothing in Istio 1.22.8');
  });
});

describe('is refused with what to do', () => {
  // prettier-ignore
  test.each<[what: string, args: string[], message: string]>([
    ['a value that is none',        ['--mesh-config', 'wrong.yaml'],   'wrong.yaml:2:9: outboundTrafficPolicy.mode is "CLOSED", expected one of REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS'],
    ['a manifest that says none',   ['--mesh-config', 'service.yaml'], 'service.yaml:2:7: kind is "Service", expected a manifest that says MeshConfig, like the ConfigMap istio or an IstioOperator'],
    ['a misspelt field',            ['--mesh-config', 'typo.yaml'],      'typo.yaml:2:1: says nothing of MeshConfig, it holds "outboundTraficPolicy", "mode"; expected its fields, like outboundTrafficPolicy, values of the chart istiod with meshConfig, at the top or below one key, or a manifest that says it, like the ConfigMap istio'],
    ['one among values',            ['--mesh-config', 'deep-typo.yaml'], 'deep-typo.yaml:2:3: meshConfig says nothing of MeshConfig, it holds "outboundTraficPolicy"; expected its fields'],
    ['values of two charts',        ['--mesh-config', 'two.yaml'],       'two.yaml:1:1: says nothing of MeshConfig, it holds "a", "b"; expected'],
    ['a manifest without any',      ['--mesh-config', 'operator.yaml'],  'operator.yaml:1:1: says nothing of MeshConfig, it holds "apiVersion", "kind", "spec"; expected'],
    ['a file that is not there',    ['--mesh-config', 'none.yaml'],    "file 'none.yaml' cannot be read (ENOENT): name a file that is there"],
    ['two files',                   ['--mesh-config', 'mesh.yaml', '--mesh-config', 'values.yaml'], "option --mesh-config is given twice, with 'mesh.yaml' and with 'values.yaml': expected once"],
    ['an unknown flag',             ['--istio-flag', 'ISTIO_DUAL_STAK=true'], "feature flag 'ISTIO_DUAL_STAK' decides nothing that is simulated, did you mean 'ISTIO_DUAL_STACK'?"],
    ['an unknown release',          ['--istio-version', '2.0'],        "Istio version '2.0' is not simulated"],
  ])('%s', async (_what, args, message) => {
    const { code, err } = await run(review, '--base', 'open', '--head', 'open', ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

test('trace dials the automatic address that the sidecar answers with', async () => {
  const entry =
    'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: pay, namespace: shop}\n' +
    'spec: {hosts: [pay.example.com], ports: [{name: tcp, number: 5432, protocol: TCP}], resolution: DNS}\n';
  folder.write('dns/pay.yaml', entry);
  folder.write('dns.yaml', 'defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}\n');
  const { out } = await run(trace, 'dns', '-n', 'shop', '--mesh-config', 'dns.yaml', 'tcp://pay.example.com:5432');
  expect(out).toContain('the sidecar answers for DNS with the automatic address of ServiceEntry shop/pay');
  expect(out).toMatch(/dials +240\.240\.\d+\.\d+:5432/);
  expect(out).toMatch(/listener +240\.240\.\d+\.\d+_5432/);
});
