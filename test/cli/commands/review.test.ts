import { afterAll, describe, expect, test } from '@jest/globals';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { review } from '../../../src/cli/commands/review.js';
import { capturedIo } from '../captured-io.js';
import { tempFolder } from '../temp-folder.js';

async function run(cwd: string, ...args: string[]) {
  const io = capturedIo({ cwd });
  const code = await review.run(args, io);
  return { code, ...io.written };
}

const caseFolder = (name: string) => resolve('test/fixtures/cases', name);
const sides = ['--base', 'base', '--head', 'head'];

interface Report {
  readonly schemaVersion: number;
  readonly tool: { readonly name: string };
  readonly istioVersion: string;
  readonly base: object;
  readonly findings: readonly { readonly rule: string; readonly causes: readonly { readonly file: string }[] }[];
  readonly problems: readonly { readonly code: string; readonly file: string; readonly line: number }[];
}

async function runJson(cwd: string, ...args: string[]) {
  const { code, out, err } = await run(cwd, ...args, '--format', 'json');
  return { code, err, report: JSON.parse(out) as Report };
}

// prettier-ignore
const verdicts: readonly [what: string, name: string, args: string[], code: number][] = [
  ['an error',                              'outage-hijack',    [],                        1],
  ['an error where only warnings count',    'outage-hijack',    ['--fail-on', 'warning'],  1],
  ['an error where nothing counts',         'outage-hijack',    ['--fail-on', 'never'],    0],
  ['a warning',                             'lost-passthrough', [],                        0],
  ['a warning where warnings count',        'lost-passthrough', ['--fail-on=warning'],     1],
  ['a notice where warnings count',         'sni-listener',     ['--fail-on', 'warning'],  0],
  ['no finding',                            'moved-file',       ['--fail-on', 'warning'],  0],
  ['what the paths leave out',              'outage-hijack',    ['istio-demo', 'default'], 0],
  ['the release by its minor',              'outage-hijack',    ['--istio-version=1.30'],  1],
];

test.each(verdicts)('%s: case %s with %j exits with %d', async (_what, name, args, expected) => {
  const { code, err } = await run(caseFolder(name), ...sides, ...args);
  expect([code, err]).toEqual([expected, '']);
});

describe('a format', () => {
  test('text names rule and place', async () => {
    const { out } = await run(caseFolder('outage-hijack'), ...sides);
    expect(out).toMatch(/^dns-controller\/traefik\.yaml:\d+:\d+: error: .* \[traffic-captured\]$/m);
  });

  test('json is the documented one', async () => {
    const { report } = await runJson(caseFolder('outage-hijack'), ...sides);
    expect(report).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'istio-egress-review' },
      istioVersion: '1.30.3',
      base: { dir: 'base' },
      head: { dir: 'head' },
      summary: { errors: 2 },
    });
  });

  test('markdown has a heading', async () => {
    const { out } = await run(caseFolder('outage-hijack'), ...sides, '--format', 'markdown');
    expect(out).toContain('### 🔴 Egress review: 2 errors');
  });
});

describe('Git revisions', () => {
  const folder = tempFolder();
  afterAll(folder.remove);
  folder.git('init', '--quiet', '--initial-branch=main');
  for (const side of ['base', 'head']) {
    for (const name of readdirSync(folder.path))
      if (name !== '.git') rmSync(join(folder.path, name), { recursive: true });
    cpSync(join(caseFolder('outage-hijack'), side), folder.path, { recursive: true });
    folder.git('add', '--all');
    folder.git('commit', '--quiet', '--message', side);
  }
  folder.git('branch', 'dns-controller', 'HEAD~1');

  test('give the same findings as folders', async () => {
    const ofRevisions = await runJson(folder.path, '--base', 'main~1', '--head', 'main');
    const ofFolders = await runJson(caseFolder('outage-hijack'), ...sides);
    expect(ofRevisions.report).toEqual({ ...ofFolders.report, base: { rev: 'main~1' }, head: { rev: 'main' } });
    expect(ofRevisions.code).toBe(1);
  });

  test('may stand on one side, a folder on the other', async () => {
    const { code, report } = await runJson(folder.path, '--base', 'HEAD~1', '--head', '.');
    expect([code, report.findings.map(({ rule }) => rule)]).toEqual([
      1,
      ['traffic-captured', 'wildcard-listener-added'],
    ]);
  });

  test('lose against a folder of their name', async () => {
    const { report } = await runJson(folder.path, '--base', 'dns-controller', '--head', 'main');
    expect(report.base).toEqual({ dir: 'dns-controller' });
  });
});

describe('broken manifests', () => {
  const folder = tempFolder();
  afterAll(folder.remove);
  cpSync(join(caseFolder('outage-hijack'), 'base'), join(folder.path, 'base'), { recursive: true });
  cpSync(join(caseFolder('outage-hijack'), 'head'), join(folder.path, 'head'), { recursive: true });
  folder.write('head/shop/web.yaml', 'apiVersion: v1\nkind: Service\nmetadata:\n\tname: web\n');
  folder.write(
    'refused/shop/pay.yaml',
    'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: pay, namespace: shop}\nspec: {resolution: DNS}\n',
  );
  const tab = 'a tab stands where YAML allows only spaces: replace it with spaces';

  test('exit with 2, and the findings are printed all the same', async () => {
    const { code, report, err } = await runJson(folder.path, ...sides);
    expect([code, report.findings.map(({ rule }) => rule)]).toEqual([
      2,
      ['traffic-captured', 'wildcard-listener-added'],
    ]);
    expect(report.problems).toMatchObject([{ code: 'yaml-syntax', file: 'shop/web.yaml', line: 4 }]);
    expect(err).toBe(`egress-review: shop/web.yaml:4:1: ${tab}\n`);
  });

  test('are part of the text, so that stderr need not repeat them', async () => {
    const { code, out, err } = await run(folder.path, ...sides, '--fail-on', 'never');
    expect([code, err]).toEqual([2, '']);
    expect(out).toContain(`shop/web.yaml:4:1: problem: ${tab} [yaml-syntax]`);
  });

  test('that the change leaves alone are no problem of its', async () => {
    const { code, report } = await runJson(folder.path, '--base', 'head', '--head', 'head');
    expect([code, report.problems]).toEqual([0, []]);
  });

  test('without hosts are a finding: Istio would refuse them', async () => {
    const { code, report, err } = await runJson(folder.path, '--base', 'base', '--head', 'refused');
    expect([code, err]).toEqual([1, '']);
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        rule: 'invalid-resource',
        causes: [expect.objectContaining({ file: 'shop/pay.yaml', line: 4 })],
      }),
    );
  });
});
