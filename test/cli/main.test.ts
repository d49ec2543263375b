import { afterAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Command } from '../../src/cli/command.js';
import { commandsOf } from '../../src/cli/commands.js';
import { main } from '../../src/cli/main.js';
import { tool } from '../../src/tool.js';
import { expectGolden } from '../golden.js';
import { commandsIn } from '../report/runner-commands.js';
import { capturedIo } from './captured-io.js';
import { exampleRules } from './example-rules.js';
import { tempFolder } from './temp-folder.js';

const commands = commandsOf(exampleRules);
const folder = tempFolder();
folder.git('init', '--quiet');
folder.write('broken/entry.yaml', 'apiVersion: v1\nkind: Service\nmetadata:\n\tname: web\n');
folder.write('notes/README.md', '# nothing that Kubernetes reads\n');
afterAll(folder.remove);

async function run(...args: string[]) {
  const io = capturedIo({ cwd: folder.path });
  const code = await main(args, commands, io);
  return { code, ...io.written };
}

describe('help', () => {
  test('without a command goes to stderr: a check that calls none by mistake must not pass', async () => {
    const { code, out, err } = await run();
    expect([code, out]).toEqual([2, '']);
    expectGolden('test/fixtures/cli/help.txt', err);
  });

  test.each([['--help'], ['-h'], ['help']])('of the program: %s', async typed => {
    const { code, out, err } = await run(typed);
    expect([code, err]).toEqual([0, '']);
    expectGolden('test/fixtures/cli/help.txt', out);
  });

  test.each(commands.map(({ name }) => name))('of %s, however it is asked for', async name => {
    const { code, out, err } = await run('help', name);
    expect([code, err]).toEqual([0, '']);
    expectGolden(`test/fixtures/cli/help-${name}.txt`, out);
    expect(await run(name, '--help')).toEqual({ code, out, err });
    expect(await run(name, 'nonsense', '--nonsense', '-h')).toEqual({ code, out, err });
  });

  test.each(commands)('of $name fits a terminal and has two examples', ({ name, help, summary }) => {
    const lines = help.split('\n');
    expect(lines.filter(line => line.length > 80)).toEqual([]);
    expect(summary.length).toBeLessThan(100);
    expect(lines.filter(line => /^ {2}(.*\| )?egress-review /.test(line))).toHaveLength(2);
    expect(help).toContain(`egress-review ${name}`);
  });
});

test('the version is that of package.json', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await run('--version')).toEqual({ code: 0, out: `egress-review ${version}\n`, err: '' });
  expect(tool.version).toBe(version);
});

describe('bad input', () => {
  // prettier-ignore
  const program: readonly [typed: string, message: string][] = [
    ['reveiw',         "command 'reveiw' is unknown, did you mean 'review'?"],
    ['lint',           "command 'lint' is unknown, expected one of review, upgrade, listeners, trace, verify, rules, explain, simulate"],
    ['help explian',   "command 'explian' is unknown, did you mean 'explain'?"],
    ['--base main',    "option '--base' is unknown before a command, expected a command first: review, upgrade, listeners, trace, verify, rules, explain, simulate"],
  ];

  test.each(program)('egress-review %s', async (typed, message) => {
    const err = `egress-review: ${message}\nHelp:  egress-review --help\n`;
    expect(await run(...typed.split(' '))).toEqual({ code: 2, out: '', err });
  });

  // prettier-ignore
  const usage: readonly [typed: string, message: string][] = [
    ['review',                            '--base and --head are missing, expected what to compare: egress-review review --base origin/main --head HEAD'],
    ['review --base main',                '--head is missing, expected what to compare: egress-review review --base main --head HEAD'],
    ['review --head .',                   '--base is missing, expected what to compare: egress-review review --base origin/main --head .'],
    ['review --bas main',                 "option '--bas' is unknown, did you mean '--base'?"],
    ['review --base --head .',            "option --base needs a value, found '--head': --base REV|DIR"],
    ['review --base . --head . --format html', "--format 'html' is unknown, expected one of text, json, markdown, sarif"],
    ['review --base . --head . --fail-on errors', "--fail-on 'errors' is unknown, did you mean 'error'?"],
    ['review --base . --head . ../other', "path '../other' leads out of what is read; expected a file, folder or glob relative to it, like 'apps/shop' or 'apps/**/*.yaml'"],
    ['listeners',                         'DIR|REV is missing, expected where the manifests are: egress-review listeners . -n NAMESPACE'],
    ['listeners .',                       '-n is missing, expected the namespace of the workload: egress-review listeners . -n NAMESPACE'],
    ['listeners . other -n shop',         "'other' is one too many, expected a single DIR|REV, '.'"],
    ['listeners . -n shop -l web',        "label 'web' is not understood, expected KEY=VALUE[,KEY=VALUE...], like app=web,tier=front"],
    ['listeners . -n shop -o yaml',       "--output 'yaml' is unknown, expected one of table, json"],
    ['trace',                             'DIR|REV is missing, expected where the manifests are: egress-review trace . -n NAMESPACE https://www.example.com'],
    ['trace -n shop https://a.example',   'DIR|REV is missing, expected where the manifests are: egress-review trace . -n NAMESPACE https://a.example'],
    ['trace . -n shop',                   'URL is missing, expected the call to follow: egress-review trace . -n NAMESPACE https://www.example.com'],
    ['trace . https://a.example',         '-n is missing, expected the namespace of the workload: egress-review trace . -n NAMESPACE https://a.example'],
    ['trace . https://a https://b -n s',  "'https://b' is one too many, expected DIR|REV and URL, '.' and 'https://a'"],
    ['trace . a.example -n shop',         "URL 'a.example' is not understood (it names neither a scheme nor a port), expected https://HOST[:PORT], http://HOST[:PORT] or tcp://HOST:PORT"],
    ['trace . https://a -n s --server-first', '--server-first fits tcp://HOST:PORT only: over https the client speaks first'],
    ['explain',                           "RULE is missing, expected one that 'egress-review rules' lists"],
    ['explain captured',                  "rule 'captured' is unknown, expected one that 'egress-review rules' lists"],
    ['explain trafic-captured',           "rule 'trafic-captured' is unknown, did you mean 'traffic-captured'?"],
    ['explain a b',                       "'b' is one too many, expected a single RULE, 'a'"],
    ['rules all',                         "'all' is one too many, expected nothing: egress-review explain all"],
    ['rules --all',                       "option '--all' is unknown, expected none"],
    ['simulate meshes.jsonl',             "'meshes.jsonl' is one too many, expected meshes on stdin: < meshes.jsonl"],
  ];

  test.each(usage)('egress-review %s', async (typed, message) => {
    const { code, out, err } = await run(...typed.split(' '));
    const [command = ''] = typed.split(' ');
    const [first, ...rest] = err.split('\n');
    expect([code, out, first]).toEqual([2, '', `egress-review: ${message}`]);
    expect(rest[0]).toMatch(new RegExp(`^Usage: egress-review ${command}`));
    expect(rest.at(-2)).toBe(`Help:  egress-review ${command} --help`);
  });

  const noCommit = 'the repository has no commit yet; commit the manifests first, or name the folder that holds them';
  const noManifests = 'name a folder or a revision that holds some (*.yaml, *.yml, *.json)';
  // prettier-ignore
  const input: readonly [typed: string, message: string][] = [
    ['review --base main --head .',        `'main' is neither an existing folder nor a revision: ${noCommit}`],
    ['review --base . --head missing/',    `there is no folder '${folder.path}/missing': name an existing folder, or a Git revision like 'main'`],
    ['review --base notes --head notes',   `there are no Kubernetes manifests in 'notes': ${noManifests}`],
    ['review --base notes --head broken x', `no Kubernetes manifest in 'notes' or 'broken' is 'x': name files, folders or globs relative to what is read (*.yaml, *.yml, *.json)`],
    ['review --base . --head . --istio-version 1.2', "Istio version '1.2' is not simulated; expected a release of Istio 1.x from 1.11.0, such as 1.24 or 1.24.6; the newest that was recorded is 1.30.3"],
    ['listeners HEAD -n shop',             `'HEAD' is neither an existing folder nor a revision: ${noCommit}`],
    ['listeners notes -n shop',            `there are no Kubernetes manifests in 'notes': ${noManifests}`],
    ['trace notes -n shop https://a',      `there are no Kubernetes manifests in 'notes': ${noManifests}`],
    ['simulate --istio-version latest',    "Istio version 'latest' is not simulated; expected a release of Istio 1.x from 1.11.0, such as 1.24 or 1.24.6; the newest that was recorded is 1.30.3"],
  ];

  test.each(input)('egress-review %s', async (typed, message) => {
    const err = `egress-review: ${message}\n`;
    expect(await run(...typed.split(' '))).toEqual({ code: 2, out: '', err });
  });
});

test('a bug keeps its stack and asks to be reported', async () => {
  const failing: Command = {
    name: 'rules',
    usage: 'rules',
    summary: '',
    help: '',
    run: () => Promise.reject(new TypeError('no such thing')),
  };
  const io = capturedIo();
  expect(await main(['rules'], [failing], io)).toBe(3);
  const [first, second, third] = io.written.err.split('\n');
  expect(first).toBe(
    `egress-review: this is a bug in istio-egress-review ${tool.version}, please report it with these lines:`,
  );
  expect(second).toBe('TypeError: no such thing');
  expect(third).toMatch(/^ {4}at /);
});

test('what a command says on stderr commands neither a terminal nor a runner', async () => {
  const evil = '::error::\u001b[2J\u202e ##[group]x\r\n::add-mask::e\n';
  const noting: Command = {
    ...{ name: 'note', usage: 'note', summary: 'Says what it is given', help: '' },
    run: async (_args, { stderr }) => {
      await stderr.write(evil);
      return 0;
    },
  };
  const io = capturedIo();
  await main(['note'], [noting], io);
  expect(commandsIn(io.written.err)).toEqual([]);
  expect(io.written.err.split('\n')).toHaveLength(3);
});
