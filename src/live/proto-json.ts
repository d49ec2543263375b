import { type InputError, inputError } from '../source/problem.js';

/** A value of protobuf JSON that is still to be checked. */
export interface ProtoValue {
  /** Where it stands, for messages: `configs[2].dynamic_listeners[0].name`. */
  readonly at: string;
  /** undefined where nothing stands there. */
  readonly found: unknown;
}

/** The value of a field, under the name that Envoy writes (`filter_chains`) or istioctl (`filterChains`). */
export function field(message: ProtoValue, name: string): ProtoValue {
  const at = `${message.at}.${name}`;
  if (!isSet(message)) return { at, found: undefined };
  const object = objectOf(message);
  return { at, found: own(object, name) ?? own(object, camelCase(name)) };
}

/** null is what protobuf JSON writes for nothing. */
export function isSet({ found }: ProtoValue): boolean {
  return found !== undefined && found !== null;
}

/** The items of a repeated field; none where it is not set. */
export function itemsOf(list: ProtoValue): readonly ProtoValue[] {
  if (!isSet(list)) return [];
  if (!Array.isArray(list.found)) throw mismatch(list, 'a list');
  return list.found.map((found: unknown, index) => ({ at: `${list.at}[${index}]`, found }));
}

/** The entries of a map or the fields of a message. */
export function entriesOf(message: ProtoValue): readonly (readonly [key: string, value: ProtoValue])[] {
  if (!isSet(message)) return [];
  return Object.entries(objectOf(message)).map(([key, found]) => [key, { at: `${message.at}.${key}`, found }]);
}

/** Empty where it is not set. */
export function textOf(value: ProtoValue): string {
  if (!isSet(value)) return '';
  if (typeof value.found !== 'string') throw mismatch(value, 'a string');
  return value.found;
}

/** 0 where it is not set. */
export function numberOf(value: ProtoValue): number {
  if (!isSet(value)) return 0;
  if (typeof value.found !== 'number' || !Number.isFinite(value.found)) throw mismatch(value, 'a number');
  return value.found;
}

/** A TCP port, 0 where it is not set. */
export function portOf(value: ProtoValue): number {
  const port = numberOf(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw mismatch(value, 'a port from 0 to 65535');
  return port;
}

/** `otherwise` where it is not set. */
export function flagOf(value: ProtoValue, otherwise: boolean): boolean {
  if (!isSet(value)) return otherwise;
  if (typeof value.found !== 'boolean') throw mismatch(value, 'true or false');
  return value.found;
}

/** The error of a value that is not what a dump has there. */
export function mismatch({ at, found }: ProtoValue, expected: string): InputError {
  const shown = Array.isArray(found) ? 'a list' : typeof found === 'object' ? 'an object' : JSON.stringify(found);
  const message = `${at} is ${shorten(shown ?? 'missing')}, expected ${expected}`;
  return inputError('field-type', message);
}

function objectOf(message: ProtoValue): object {
  const { found } = message;
  if (typeof found !== 'object' || found === null || Array.isArray(found)) throw mismatch(message, 'an object');
  return found;
}

/** A dump's keys are anyone's: `constructor` is a field only where the dump has one. */
function own(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
