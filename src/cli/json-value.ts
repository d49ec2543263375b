import { type InputError, inputError } from '../source/problem.js';

/** A value of a JSON text that is still to be checked. */
export interface JsonValue {
  /** Where it stands, for messages: `proxies[0].ips`. */
  readonly name: string;
  /** undefined where nothing stands there. */
  readonly found: unknown;
}

/**
 * @throws InputError where the text is not JSON.
 */
export function parseJson(text: string): JsonValue {
  try {
    return { name: 'the line', found: JSON.parse(text) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw inputError('field-type', `the line is not JSON: ${reason}`, cause);
  }
}

/** The value of a field; `found` is undefined where the object has none. */
export function field(object: JsonValue, key: string): JsonValue {
  const found = entriesOf(object).find(([name]) => name === key)?.[1];
  return found ?? { name: nameOf(object, key), found: undefined };
}

export function entriesOf(object: JsonValue): readonly (readonly [key: string, value: JsonValue])[] {
  const { found } = object;
  if (typeof found !== 'object' || found === null || Array.isArray(found)) throw mismatch(object, 'an object');
  return Object.entries(found).map(([key, value]: [string, unknown]) => [
    key,
    { name: nameOf(object, key), found: value },
  ]);
}

export function itemsOf(list: JsonValue): readonly JsonValue[] {
  if (!Array.isArray(list.found)) throw mismatch(list, 'a list');
  return list.found.map((found: unknown, index) => ({ name: `${list.name}[${index}]`, found }));
}

export function textOf(value: JsonValue): string {
  if (typeof value.found !== 'string') throw mismatch(value, 'a string');
  return value.found;
}

/** The error of a value that is not what the line should have there. */
export function mismatch({ name, found }: JsonValue, expected: string): InputError {
  const shown = found === undefined ? 'missing' : shorten(JSON.stringify(found));
  return inputError('field-type', `${name} is ${shown}, expected ${expected}`);
}

function nameOf({ name }: JsonValue, key: string): string {
  return name === 'the line' ? key : `${name}.${key}`;
}

function shorten(json: string): string {
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
