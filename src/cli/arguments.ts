import { parseArgs } from 'node:util';
import { suggestion } from '../report/did-you-mean.js';
import { usageError } from './usage-error.js';

/** An option of a command; `takes` names its value in messages, null for a flag. */
export interface Option {
  readonly takes: string | null;
  readonly short?: string;
  readonly isRepeatable?: true;
}

/** A command line, taken apart and checked against the options that the command knows. */
export interface Arguments<Name extends string> {
  /** What the option was given; null where it was not. */
  value(name: Name): string | null;
  /** All that a repeatable option was given, in order. */
  values(name: Name): readonly string[];
  has(name: Name): boolean;
  readonly positionals: readonly string[];
}

/**
 * Takes a command line apart. An option may be given once unless it is repeatable, and its value never starts with a dash unless it is
 * joined by `=`: `--base --head main` is a base that was forgotten.
 *
 * @throws InputError for whatever the command does not know.
 */
export function parseArguments<Name extends string>(
  args: readonly string[],
  options: Readonly<Record<Name, Option>>,
): Arguments<Name> {
  const known = new Map<string, Option>(Object.entries(options));
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      [...known].map(([name, { takes, short }]) => [
        name,
        { type: takes === null ? ('boolean' as const) : ('string' as const), ...(short !== undefined && { short }) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const given = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    const option = known.get(name);
    if (option === undefined) throw unknownOption(rawName, known);
    const value = option.takes === null ? flag(token) : text(token, option.takes);
    const before = given.get(name) ?? [];
    if (before[0] !== undefined && option.isRepeatable !== true) throw givenTwice(rawName, before[0], value);
    given.set(name, [...before, value]);
  }
  const values = (name: Name) => given.get(name) ?? [];
  return { value: name => values(name)[0] ?? null, values, has: name => given.has(name), positionals };
}

/**
 * The value, if it is one of the choices.
 *
 * @throws InputError otherwise.
 */
export function choice<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const chosen = choices.find(candidate => candidate === value);
  if (chosen !== undefined) return chosen;
  throw usageError(`${option} '${value}' is unknown, ${suggestion(value, choices)}`);
}

interface Token {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function text({ rawName, value, inlineValue }: Token, takes: string): string {
  if (value === undefined || value === '') throw usageError(`option ${rawName} needs a value: ${rawName} ${takes}`);
  if (inlineValue !== true && /^-./.test(value)) {
    throw usageError(`option ${rawName} needs a value, found '${value}': ${rawName} ${takes}`);
  }
  return value;
}

function flag({ rawName, value }: Token): string {
  if (value !== undefined)
    throw usageError(`option ${rawName} takes no value, found '${value}': type ${rawName} alone`);
  return '';
}

function givenTwice(rawName: string, first: string, second: string): Error {
  const values = first === '' ? '' : `, with '${first}' and with '${second}'`;
  return usageError(`option ${rawName} is given twice${values}: expected once`);
}

function unknownOption(rawName: string, known: ReadonlyMap<string, Option>): Error {
  const names = [...known.keys()].map(name => `--${name}`);
  return usageError(`option '${rawName}' is unknown, ${suggestion(rawName, names)}`);
}
