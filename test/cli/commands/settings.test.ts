import { afterAll, describe, expect, test } from '@jest/globals';
import { commandsOf } from '../../../src/cli/commands.js';
import { main } from '../../../src/cli/main.js';
import { capturedIo } from '../captured-io.js';
import { tempFolder } from '../temp-folder.js';

const folder = tempFolder();
afterAll(folder.remove);

const own = '.github/egress-review.yaml';
const shop = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
const entry = (protocol: string) =>
  `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: pay, namespace: shop}\n` +
  `spec: {hosts: [pay.example.com], ports: [{number: 443, name: p, protocol: ${protocol}}], resolution: DNS, exportTo: ['.']}\n`;
const waiver =
  'waivers:\n  - rule: traffic-captured\n    subject: { hosts: [pay.example.com] }\n    reason: Anna agreed\n    expires: 2027-01-31\n' +
  'severities: [{ rule: wildcard-listener-added, severity: off }]\n';

folder.git('init', '--quiet', '--initial-branch=main');
folder.write('apps/shop.yaml', shop);
folder.git('add', '--all');
folder.git('commit', '--quiet', '--message', 'plain');
folder.git('tag', 'plain');
folder.write('apps/pay.yaml', entry('TCP'));
folder.git('add', '--all');
folder.git('commit', '--quiet', '--message', 'pay');
folder.git('tag', 'pay');
folder.write(own, waiver);
folder.git('add', '--all');
folder.git('commit', '--quiet', '--message', 'pay with its waiver');
folder.git('tag', 'pay-and-waiver');
folder.git('checkout', '--quiet', '-b', 'waiving', 'plain');
folder.write(own, waiver);
folder.git('add', '--all');
folder.git('commit', '--quiet', '--message', 'the waiver first');
folder.git('tag', 'waiver');

folder.write('team.yaml', waiver);
folder.write('closed.yaml', 'istio: { version: "1.24", meshConfig: mesh.yaml, flags: { ISTIO_DUAL_STACK: true } }\n');
folder.write('mesh.yaml', 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n');
folder.write('lost.yaml', 'istio: { meshConfig: nowhere.yaml }\n');
folder.write('apps-only.yaml', 'paths: [apps]\nfailOn: never\n');
folder.write('elsewhere.yaml', 'paths: [elsewhere]\n');
folder.write('broken.yaml', 'failOn: allways\nwaivers:\n  - rule: traffic-capture\n');

interface Report {
  readonly istioVersion: string;
  readonly findings: readonly { readonly rule: string; readonly waivedBy?: string; readonly waiver?: string }[];
  readonly assumptions: readonly string[];
  readonly problems: readonly { readonly file?: string; readonly line?: number; readonly message: string }[];
}

async function review(base: string, head: string, ...args: string[]) {
  const io = capturedIo({ cwd: folder.path });
  const code = await main(['review', '--base', base, '--head', head, '--format', 'json', ...args], commandsOf([]), io);
  const report = io.written.out === '' ? null : (JSON.parse(io.written.out) as Report);
  const told = report?.findings.map(({ rule, waivedBy }) => (waivedBy === undefined ? rule : `${rule} waived`));
  return { code, told, report, err: io.written.err };
}

describe('settings count', () => {
  // prettier-ignore
  const sides: [what: string, base: string, head: string, args: string[], code: number, told: string[]][] = [
    ['not where there are none',                        'plain',  'pay',            [],                        1, ['traffic-captured', 'wildcard-listener-added']],
    ['of base',                                         'waiver', 'pay-and-waiver', [],                        0, ['traffic-captured waived']],
    ['not of head',                                     'plain',  'pay-and-waiver', [],                        1, ['traffic-captured', 'wildcard-listener-added']],
    ['of the file that is named',                       'plain',  'pay',            ['--config', 'team.yaml'], 0, ['traffic-captured waived']],
    ['of the file that is named before those of base',  'waiver', 'pay-and-waiver', ['--config', 'apps-only.yaml'], 0, ['traffic-captured', 'wildcard-listener-added']],
    ['less than options',                               'plain',  'pay',            ['--config', 'apps-only.yaml', '--fail-on', 'error'], 1, ['traffic-captured', 'wildcard-listener-added']],
  ];

  test.each(sides)('%s', async (_what, base, head, args, code, told) => {
    expect(await review(base, head, ...args)).toMatchObject({ code, told, err: '' });
  });

  test('for what is read, unless PATHs are given', async () => {
    const { code, err } = await review('plain', 'pay', '--config', 'elsewhere.yaml');
    expect([code, err]).toEqual([2, expect.stringContaining("is 'elsewhere': correct 'paths' of 'elsewhere.yaml'")]);
    expect(await review('plain', 'pay', '--config', 'elsewhere.yaml', 'apps')).toMatchObject({ code: 1 });
  });

  test('for the Istio that runs, unless options say another', async () => {
    const closed = await review('plain', 'pay', '--config', 'closed.yaml');
    expect(closed.report?.istioVersion).toBe('1.24.6');
    const own = await review(
      'plain',
      'pay',
      '--config',
      'closed.yaml',
      '--istio-version',
      '1.26',
      '--istio-flag',
      'ISTIO_DUAL_STACK=false',
    );
    expect([own.code, own.report?.istioVersion]).toEqual([1, '1.26.8']);
  });

  test('for the MeshConfig that base names, as each side has it', async () => {
    const config = 'istio: { meshConfig: mesh.txt }\n';
    for (const [side, mode] of [
      ['open', 'ALLOW_ANY'],
      ['shut', 'REGISTRY_ONLY'],
    ]) {
      folder.write(`${side}/shop.yaml`, shop);
      folder.write(`${side}/${own}`, config);
      folder.write(`${side}/mesh.txt`, `outboundTrafficPolicy: {mode: ${mode}}\n`);
    }
    expect(await review('open', 'shut')).toMatchObject({ told: ['unknown-traffic-blocked'] });
    expect(await review('open', 'open')).toMatchObject({ code: 0, told: [] });
    folder.write('moved/shop.yaml', shop);
    folder.write(`moved/${own}`, 'istio: { meshConfig: other.txt }\n');
    folder.write('moved/other.txt', 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n');
    expect(await review('open', 'moved')).toMatchObject({ told: ['unknown-traffic-blocked'] });
    folder.write('gone/shop.yaml', shop);
    expect(await review('shut', 'gone')).toMatchObject({ code: 0, told: [] });
    folder.write(`gone/${own}`, config);
    expect(await review('shut', 'gone')).toMatchObject({ code: 2, told: [] });
  });

  test('and the report says whose', async () => {
    const { report } = await review('waiver', 'pay-and-waiver');
    expect(report?.assumptions[0]).toBe(`the review goes by the settings of '${own}' at base`);
    expect((await review('plain', 'pay', '--config', 'team.yaml')).report?.assumptions[0]).toBe(
      "the review goes by the settings of 'team.yaml'",
    );
  });

  test('and each finding offers its waiver', async () => {
    const { report } = await review('plain', 'pay');
    expect(report?.findings[0]?.waiver).toBe(
      'waivers:\n  - rule: traffic-captured\n    subject: { hosts: [pay.example.com], port: 443, namespaces: [shop] }\n' +
        '    reason: say here who accepts this and why\n    expires: 2027-02-22',
    );
  });
});

describe('broken settings', () => {
  test('exit with 2 and name every fault, and the review goes on', async () => {
    const { code, told, err } = await review('plain', 'pay', '--config', 'broken.yaml');
    expect([code, told]).toEqual([2, ['traffic-captured', 'wildcard-listener-added']]);
    expect(err.split('\n').map(line => line.slice(0, 44))).toEqual([
      'egress-review: broken.yaml:1:9: failOn is "allways"'.slice(0, 44),
      'egress-review: broken.yaml:3:5: waivers[0].subject is missing'.slice(0, 44),
      'egress-review: broken.yaml:3:5: waivers[0].reason is missing'.slice(0, 44),
      'egress-review: broken.yaml:3:5: waivers[0].expires is missing'.slice(0, 44),
      'egress-review: broken.yaml:3:11: waivers[0].rule is'.slice(0, 44),
      '',
    ]);
  });

  test('with a MeshConfig that is not there as well', async () => {
    const { code, told, err } = await review('plain', 'pay', '--config', 'lost.yaml');
    expect([code, told]).toEqual([2, ['traffic-captured', 'wildcard-listener-added']]);
    expect(err).toBe(
      "egress-review: istio.meshConfig of 'lost.yaml' names 'nowhere.yaml', which is not at '.': name a file that is there\n",
    );
  });

  test('that are not there are a usage fault', async () => {
    expect(await review('plain', 'pay', '--config', 'nothing.yaml')).toMatchObject({ code: 2, told: undefined });
  });

  test('of another ending are named', async () => {
    folder.write('yml/base/shop.yaml', shop);
    folder.write('yml/head/shop.yaml', shop);
    folder.write('yml/head/.github/egress-review.yml', waiver);
    const { code, err } = await review('yml/base', 'yml/head');
    expect([code, err]).toEqual([
      2,
      `egress-review: .github/egress-review.yml:1:1: settings are read from '${own}', found '.github/egress-review.yml': rename it\n`,
    ]);
  });
});
