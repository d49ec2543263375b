import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandsOf } from '../../src/cli/commands.js';
import { documentedRules } from '../../src/findings/catalogue.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
const cli = join(folder.path, 'cli.js');
beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs', folder.path]);
});
afterAll(folder.remove);

/** Started as `npx egress-review` does: by its first line, with Node on the path. */
function run(args: readonly string[], cwd = '.') {
  const { status, stdout, stderr } = spawnSync(cli, args, { cwd, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

// prettier-ignore
const codes: readonly [what: string, args: string[], code: number][] = [
  ['no findings',            ['review', '--base', 'base', '--head', 'base'],                   0],
  ['findings',               ['review', '--base', 'base', '--head', 'head'],                   1],
  ['findings let through',   ['review', '--base', 'base', '--head', 'head', '--fail-on=never'], 0],
  ['a folder that is not',   ['review', '--base', './nowhere', '--head', 'head'],              2],
  ['an unknown command',     ['lint'],                                                         2],
  ['no command',             [],                                                               2],
  ['help',                   ['help', 'review'],                                               0],
];

test.each(codes)('%s', (_what, args, code) => {
  const ran = run(args, 'test/fixtures/cases/outage-hijack');
  expect(ran.code).toBe(code);
  expect(ran.out === '').toBe(code === 2);
  expect(ran.err === '').toBe(code !== 2);
  expect(ran.err).not.toContain('    at ');
});

test('it runs alone: no other file of the project is needed', () => {
  folder.write('mesh/web.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n');
  const { code, out } = run(['listeners', 'mesh', '-n', 'shop'], folder.path);
  expect([code, out.split('\n')[0]]).toEqual([0, 'ADDRESS PORT  MATCH         DESTINATION']);
});

test('a line is answered before the next one comes', async () => {
  const child = spawn(cli, ['simulate']);
  const mesh = { id: 'one', manifests: '', proxies: [], calls: [] };
  child.stdin.write(`${JSON.stringify(mesh)}\n`);
  const first: unknown = await new Promise(answered => child.stdout.once('data', answered));
  expect(String(first)).toBe('{"id":"one","proxies":[]}\n');
  child.stdin.end();
  expect(await new Promise(ended => child.once('close', ended))).toBe(0);
});

test('a reader that leaves, as head does, ends it quietly', async () => {
  const mesh = JSON.stringify({ id: 'x'.repeat(100_000), manifests: '', proxies: [], calls: [] });
  const child = spawn('sh', ['-c', '{ "$0" simulate; echo "code $?" >&2; } | head -c 10', cli]);
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${mesh}\n`.repeat(100));
  let err = '';
  child.stderr.on('data', chunk => (err += String(chunk)));
  await new Promise(ended => child.once('close', ended));
  expect(err).toBe('code 0\n');
});

// prettier-ignore
const unwritable: readonly [what: string, path: string, flags: string, fault: string][] = [
  ['a file opened to be read', 'package.json', 'r', 'EBADF: bad file descriptor, write'],
  ['a full disk',              '/dev/full',    'w', 'ENOSPC: no space left on device, write'],
];

// Only Linux has a disk that is always full.
test.each(unwritable.filter(([, path]) => existsSync(path)))(
  '%s is said, without a stack',
  (_what, path, flags, fault) => {
    const { status, stderr } = spawnSync(cli, ['rules'], { stdio: ['ignore', openSync(path, flags), 'pipe'] });
    expect([status, String(stderr)]).toEqual([
      2,
      `egress-review: the output cannot be written (${fault}): make room for it, or send it elsewhere\n`,
    ]);
  },
);

describe('an example of the help works as written', () => {
  const examples = commandsOf(documentedRules)
    .flatMap(({ help }) => help.split('\n'))
    .filter(line => /^ {2}egress-review /.test(line))
    // Who runs the tests may have a clone of one commit, and no meshes of their own.
    .filter(line => !line.includes('HEAD') && !line.includes('<'))
    .map(line => line.trim());

  test.each(examples)('%s', example => {
    const { code, out, err } = run(example.split(' ').slice(1), resolve('.'));
    expect([0, 1]).toContain(code);
    expect(out).not.toBe('');
    expect(err).not.toMatch(/^egress-review:/m);
  });
});
