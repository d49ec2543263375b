import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { commandsOf } from '../src/cli/commands.js';
import { main } from '../src/cli/main.js';
import { rules } from '../src/findings/catalogue.js';
import { capturedIo } from './cli/captured-io.js';

const tutorial = readFileSync('docs/tutorial-upgrade.md', 'utf8');

/** Each command with what the tutorial shows of its output; `…` stands for any lines. */
const shown = [...tutorial.matchAll(/^```console\n\$ egress-review (.*)\n([^]*?)^```$/gm)].map(
  ([, command = '', output = '']) => ({ command, parts: output.split(/^…\n/m).filter(part => part !== '') }),
);

describe('the tutorial on upgrades', () => {
  test('shows commands', () => {
    expect(shown.length).toBeGreaterThan(5);
  });

  test.each(shown)('$command prints what is shown', async ({ command, parts }) => {
    const io = capturedIo();
    await main(command.split(' '), commandsOf(rules), io);
    let rest = io.written.out;
    for (const part of parts) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
  });

  test('links to files that are there', () => {
    const links = [...tutorial.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path = '']) => path);
    expect(links.map(path => readFileSync(`${path}/namespaces.yaml`, 'utf8').length > 0)).toEqual(
      links.map(() => true),
    );
  });
});
