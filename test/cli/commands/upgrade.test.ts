import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { InputError } from '../../../src/source/problem.js';
import { upgrade } from '../../../src/cli/commands/upgrade.js';
import { expectGolden } from '../../golden.js';
import { capturedIo } from '../captured-io.js';
import { tempFolder } from '../temp-folder.js';

async function run(line: string, cwd?: string) {
  const io = capturedIo(cwd === undefined ? {} : { cwd });
  const code = await upgrade.run(line.split(' '), io);
  return { code, ...io.written };
}

// prettier-ignore
const verdicts: readonly [what: string, line: string, code: number][] = [
  ['an error',                             '--from 1.23 --to 1.24 examples/upgrade',                                              1],
  ['an error where nothing counts',        '--from 1.23 --to 1.24 --fail-on never examples/upgrade',                              0],
  ['an error that a flag keeps away',      '--from 1.23 --to 1.24 --flag PILOT_UNIFIED_SIDECAR_SCOPE=false examples/upgrade',     0],
  ['a warning',                            '--from 1.20 --to 1.21 examples/upgrade',                                              0],
  ['a warning where warnings count',       '--from 1.20 --to 1.21 --fail-on warning examples/upgrade',                            1],
  ['the way back, of a patch',             '--from 1.21.0 --to 1.20.8 examples/upgrade',                                          1],
  ['what comes with the upgrade',          '--from 1.24 --to 1.30 --with examples/outage/upgrade examples/outage/head',           1],
  ['nothing but the release',              '--from 1.24 --to 1.30 examples/outage/head',                                          0],
  ['the same place twice',                 '--from 1.24 --to 1.30 --with examples/outage/head examples/outage/head',              0],
  ['a release without any difference',     '--from 1.26.1 --to 1.26.8 examples/upgrade',                                          0],
];

test.each(verdicts)('%s: upgrade %s exits with %d', async (_what, line, expected) => {
  const { code, err } = await run(line);
  expect([code, err]).toEqual([expected, '']);
});

describe('it reads', () => {
  const folder = tempFolder();
  afterAll(() => folder.remove());
  folder.write('shop.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n');

  test('the current folder where none is named', async () => {
    const { code, out } = await run('--from 1.23 --to 1.24', folder.path);
    expect([code, out.trim().split('\n').at(-1)]).toEqual([
      0,
      'Egress review: no outbound call changes. Istio 1.24.6 instead of 1.23, 1 workload group asked.',
    ]);
  });
});

test.each(['text', 'json', 'markdown'] as const)('examples/upgrade as %s', async name => {
  const { out } = await run(`--from 1.20 --to 1.24 --format ${name} examples/upgrade`);
  const extension = { text: 'txt', json: 'json', markdown: 'md' }[name];
  expectGolden(`test/fixtures/cli/upgrade.${extension}`, out);
});

test('examples/upgrade from 1.23 to 1.24', async () => {
  const { out } = await run('--from 1.23 --to 1.24 examples/upgrade');
  expectGolden('test/fixtures/cli/upgrade-1.24.txt', out);
});

describe('it goes by', () => {
  const folder = tempFolder();
  afterAll(() => folder.remove());
  // prettier-ignore
  const rows: readonly [what: string, settings: string, options: string, code: number][] = [
    ['no settings',                     '',                                                                    '',                     1],
    ['their severities',                'severities: [{ rule: host-taken-over, severity: warning }]',          '',                     0],
    ['what fails the check by them',    'failOn: never',                                                       '',                     0],
    ['what the command line says first', 'failOn: never',                                                      ' --fail-on error',     1],
    ['their flags, at both releases',   'istio: { flags: { PILOT_UNIFIED_SIDECAR_SCOPE: false } }',            '',                     0],
    ['not the release that they name',  'istio: { version: "1.24" }',                                          '',                     1],
    ['another file that is named',      'failOn: error',                                                       ' --config other.yaml', 0],
  ];

  test.each(rows)('%s', async (what, settings, options, expected) => {
    const name = what.replaceAll(/\W/g, '-');
    cpSync('examples/upgrade', join(folder.path, name), { recursive: true });
    folder.write(`${name}/.github/egress-review.yaml`, settings);
    folder.write(`${name}/other.yaml`, 'failOn: never');
    const { code, err } = await run(`--from 1.23 --to 1.24${options}`, join(folder.path, name));
    expect([code, err]).toEqual([expected, '']);
  });

  test('what only a snapshot holds', async () => {
    const [first = '', ...others] = readFileSync('examples/upgrade/payments.yaml', 'utf8').split(/^---\n/m);
    folder.write('repository/payments.yaml', others.join('---\n'));
    folder.write('cluster.yaml', first);
    const alone = await run('--from 1.23 --to 1.24 repository', folder.path);
    const together = await run('--from 1.23 --to 1.24 --snapshot cluster.yaml repository', folder.path);
    expect([alone.code, together.code]).toEqual([0, 1]);
    expect(together.out).toContain('(only in the snapshot)');
  });
});

// prettier-ignore
const mistakes: readonly [line: string, message: RegExp][] = [
  ['--to 1.24',                                             /^--from is missing, expected the releases to compare: egress-review upgrade --from 1\.29 --to 1\.24$/],
  ['--from 1.23 examples/upgrade',                          /^--to is missing/],
  ['examples/upgrade',                                      /^--from and --to are missing/],
  ['--from 1.9 --to 1.24 examples/upgrade',                 /^Istio version '1\.9' is not simulated/],
  ['--from 1.23 --to 2.0 examples/upgrade',                 /^Istio version '2\.0' is not simulated/],
  ['--from 1.23 --to 1.24 --flag NOTHING=true .',           /^feature flag 'NOTHING' decides nothing that is simulated/],
  ['--from 1.23 --to 1.24 examples/upgrade examples/outage', /^'examples\/outage' is one place too many/],
  ['--from 1.23 --to 1.24 src',                             /^there are no Kubernetes manifests in 'src'/],
];

test.each(mistakes)('upgrade %s is refused', async (line, message) => {
  const failure: unknown = await run(line).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InputError);
  expect(failure instanceof InputError ? failure.problems[0]?.message : '').toMatch(message);
});
