import { expect, test } from '@jest/globals';
import { commandsOf } from '../../../src/cli/commands.js';
import { main } from '../../../src/cli/main.js';
import { expectGolden } from '../../golden.js';
import { capturedIo } from '../captured-io.js';
import { exampleRules } from '../example-rules.js';

test.each([
  ['rules', ['rules']],
  ['explain', ['explain', 'traffic-captured']],
])('%s prints the text of the catalogue', async (name, args) => {
  const io = capturedIo();
  expect(await main(args, commandsOf(exampleRules), io)).toBe(0);
  expect(io.written.err).toBe('');
  expectGolden(`test/fixtures/cli/${name}.txt`, io.written.out);
});

// prettier-ignore
const terminals: readonly [when: string, isTerminal: boolean, env: Record<string, string>, colours: boolean][] = [
  ['on a terminal',                      true,  {},                 true],
  ['on a terminal with NO_COLOR',        true,  { NO_COLOR: '1' },  false],
  ['on a terminal with NO_COLOR empty',  true,  { NO_COLOR: '' },   true],
  ['in a pipe',                          false, {},                 false],
];

test.each(terminals)('%s: colours %p %p %p', async (_when, isTerminal, env, colours) => {
  const io = capturedIo();
  await main(['rules'], commandsOf(exampleRules), { ...io, env, stdout: { ...io.stdout, isTerminal, columns: 80 } });
  expect(io.written.out.includes('\u001b[')).toBe(colours);
});
