import { describe, expect, test } from '@jest/globals';
import { choice, parseArguments } from '../../src/cli/arguments.js';

const options = {
  namespace: { takes: 'NAMESPACE', short: 'n' },
  output: { takes: 'table|json', short: 'o' },
  'server-first': { takes: null },
} as const;

const parse = (...args: string[]) => {
  const { value, has, positionals } = parseArguments(args, options);
  return [value('namespace'), value('output'), has('server-first'), positionals];
};

// prettier-ignore
const understood: readonly [what: string, args: readonly string[], expected: unknown[]][] = [
  ['nothing',                               [],                                       [null, null, false, []]],
  ['a long option',                         ['--namespace', 'shop'],                  ['shop', null, false, []]],
  ['a value after an equals sign',          ['--namespace=shop'],                     ['shop', null, false, []]],
  ['a value that starts with a dash',       ['--namespace=-shop'],                    ['-shop', null, false, []]],
  ['a short option',                        ['-n', 'shop', '-o', 'json'],             ['shop', 'json', false, []]],
  ['a short option joined to its value',    ['-nshop'],                               ['shop', null, false, []]],
  ['a flag between positionals',            ['dir', '--server-first', 'url'],         [null, null, true, ['dir', 'url']]],
  ['what follows -- as positionals',        ['--', '--namespace', '-n'],              [null, null, false, ['--namespace', '-n']]],
  ['a single dash as a positional',         ['-'],                                    [null, null, false, ['-']]],
];

test.each(understood)('understands %s', (_what, args, expected) => {
  expect(parse(...args)).toEqual(expected);
});

// prettier-ignore
const refused: readonly [args: readonly string[], message: string][] = [
  [['--namespac', 'shop'],            "option '--namespac' is unknown, did you mean '--namespace'?"],
  [['--frobnicate'],                  "option '--frobnicate' is unknown, expected one of --namespace, --output, --server-first"],
  [['-x'],                            "option '-x' is unknown, expected one of --namespace, --output, --server-first"],
  [['--constructor'],                 "option '--constructor' is unknown, expected one of --namespace, --output, --server-first"],
  [['--namespace'],                   'option --namespace needs a value: --namespace NAMESPACE'],
  [['--namespace='],                  'option --namespace needs a value: --namespace NAMESPACE'],
  [['--namespace', ''],               'option --namespace needs a value: --namespace NAMESPACE'],
  [['--namespace', '--output'],       "option --namespace needs a value, found '--output': --namespace NAMESPACE"],
  [['-n', '-o'],                      "option -n needs a value, found '-o': -n NAMESPACE"],
  [['--server-first=no'],             "option --server-first takes no value, found 'no': type --server-first alone"],
  [['-n', 'a', '--namespace', 'b'],   "option --namespace is given twice, with 'a' and with 'b': expected once"],
  [['--server-first', '--server-first'], 'option --server-first is given twice: expected once'],
];

test.each(refused)('refuses %j', (args, message) => {
  expect(() => parse(...args)).toThrow(expect.objectContaining({ name: 'InputError', message }));
});

describe('a choice', () => {
  test('is one of those known', () => {
    expect(choice('--output', 'json', ['table', 'json'])).toBe('json');
  });
  test('is refused with the nearest of them', () => {
    expect(() => choice('--output', 'jsn', ['table', 'json'])).toThrow(
      "--output 'jsn' is unknown, did you mean 'json'?",
    );
  });
  test('is refused with all of them where none is near', () => {
    expect(() => choice('--output', 'xml', ['table', 'json'])).toThrow(
      "--output 'xml' is unknown, expected one of table, json",
    );
  });
});
