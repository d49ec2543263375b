import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { commandsOf } from '../../../src/cli/commands.js';
import { main } from '../../../src/cli/main.js';
import { expectGolden } from '../../golden.js';
import { capturedIo } from '../captured-io.js';
import { exampleRules } from '../example-rules.js';
import { tempFolder } from '../temp-folder.js';

async function run(cwd: string, ...args: readonly string[]) {
  const io = capturedIo({ cwd });
  const code = await main(args, commandsOf(exampleRules), io);
  return { code, ...io.written };
}

const example = resolve('examples/snapshot');
const sides = ['--base', 'base', '--head', 'head'];
const snapshot = ['--snapshot', 'cluster.yaml'];

const folder = tempFolder();
afterAll(folder.remove);

describe('a change that only the rest of the mesh makes an outage', () => {
  test('is silent without a snapshot, and says what it took for granted', async () => {
    const { code, out } = await run(example, 'review', ...sides);
    expect([code, out.includes('the manifests are taken for the whole mesh')]).toEqual([0, true]);
  });

  test.each(['text', 'markdown', 'json'])(
    'is found with one, and says what of it is not in the repository: %s',
    async format => {
      const { code, out } = await run(example, 'review', ...sides, ...snapshot, '--format', format);
      expect(code).toBe(1);
      expectGolden(`test/fixtures/cli/review-snapshot.${format}`, out);
    },
  );

  test('is the same from several files', async () => {
    const [, items = ''] = readFileSync(`${example}/cluster.yaml`, 'utf8').split(/^items:\n|^kind: List\n/m);
    const objects = items.split(/^(?=- )/m);
    const listOf = (some: readonly string[]) => `apiVersion: v1\nitems:\n${some.join('')}kind: List\n`;
    folder.write('a.yaml', listOf(objects.slice(0, 2)));
    folder.write('b.yaml', listOf(objects.slice(2)));
    const named = ['--base', `${example}/base`, '--head', `${example}/head`, '--format', 'json'];
    const ofHalves = await run(folder.path, 'review', ...named, '--snapshot', 'a.yaml', '--snapshot', 'b.yaml');
    const ofWhole = await run(folder.path, 'review', ...named, '--snapshot', `${example}/cluster.yaml`);
    const findingsOf = ({ out }: { readonly out: string }) =>
      (JSON.parse(out) as { readonly findings: object[] }).findings;
    expect(findingsOf(ofHalves)).toEqual(findingsOf(ofWhole));
  });
});

test('listeners and trace know of it as well', async () => {
  const group = ['-n', 'istio-demo', ...snapshot];
  const listeners = await run(example, 'listeners', 'head', ...group);
  expect([listeners.code, listeners.out]).toEqual([
    0,
    expect.stringMatching(/^0\.0\.0\.0 443 +ALL +Cluster: outbound\|443\|\|traefik\.cutom-name$/m),
  ]);
  const trace = await run(example, 'trace', 'head', ...group, 'https://www.baidu.com');
  expect([trace.code, trace.out]).toEqual([
    0,
    expect.stringMatching(/^ {2}owner +ServiceEntry istio-demo\/traefik, cluster\.yaml:\d+$/m),
  ]);
});

test('verify finds in it what the repository does not hold', async () => {
  const [shop, external] = ['shop', 'external'].map(name =>
    readFileSync(`examples/verify/manifests/${name}.yaml`, 'utf8'),
  );
  folder.write('mesh/shop.yaml', shop ?? '');
  folder.write('cluster.yaml', external ?? '');
  const dump = resolve('examples/verify/sidecar.json');
  const [alone, withIt] = [
    await run(folder.path, 'verify', 'mesh', dump),
    await run(folder.path, 'verify', 'mesh', dump, ...snapshot),
  ];
  expect([alone.out.includes('pay.example.com'), withIt.out.includes('pay.example.com')]).toEqual([true, false]);
});

test('nothing of a Secret is shown', async () => {
  const text = readFileSync(`${example}/cluster.yaml`, 'utf8');
  const secret =
    '- apiVersion: v1\n  kind: Secret\n  metadata: {name: key, namespace: istio-demo}\n  data: {key: aHVudGVyMg==}\n';
  folder.write('secret.yaml', text.replace('items:\n', `items:\n${secret}`));
  const named = ['--base', `${example}/base`, '--head', `${example}/head`, '--snapshot', 'secret.yaml'];
  for (const format of ['text', 'markdown', 'json']) {
    const { out, err } = await run(folder.path, 'review', ...named, '--format', format);
    expect(out + err).not.toMatch(/aHVudGVyMg|Secret/);
  }
});

// prettier-ignore
const refusals: readonly [what: string, text: string | null, error: RegExp][] = [
  ['is not there',       null,                        /there is no file 'broken\.yaml'/],
  ['is cut off',         'apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Service\n', /snapshot 'broken\.yaml' holds no Kubernetes object/],
  ['has a broken line',  'apiVersion: v1\nkind: List\nitems:\n\t- {}\n', /broken\.yaml:4:1: a tab stands where YAML allows only spaces/],
];

test.each(refusals)(
  'a snapshot that %s ends the review, rather than pass for the cluster',
  async (_what, text, error) => {
    if (text !== null) folder.write('broken.yaml', text);
    const named = ['--base', `${example}/base`, '--head', `${example}/head`, '--snapshot', 'broken.yaml'];
    const { code, out, err } = await run(folder.path, 'review', ...named);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(error);
  },
);
