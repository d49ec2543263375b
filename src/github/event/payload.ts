import { isCommitId } from '../../source/commit-store.js';
import { inputError } from '../../source/problem.js';

/** The fields of an event's payload, which anybody may have written: each is taken only for what it has to be. */
export interface Payload {
  /** `path`: the names of the field and of those around it, `pull_request.head.sha`. */
  readonly commit: (path: string) => string;
  /** The same for a field in which GitHub writes zeros where there is no commit. */
  readonly commitOrNone: (path: string) => string | null;
  readonly text: (path: string) => string;
  /** A text that need not be there, or need not say anything. */
  readonly textOrNone: (path: string) => string | null;
  readonly number: (path: string) => number;
}

/** `event` is the name that errors give it. Every read @throws InputError that says which field is at fault. */
export function payloadOf(event: string, payload: unknown): Payload {
  const read = <Value>(path: string, expected: string, is: (value: unknown) => value is Value): Value => {
    const value = valueAt(payload, path);
    if (is(value)) return value;
    const found = value === undefined ? 'is missing' : `is ${clipped(value)}`;
    const message = `\`${path}\` of the payload of the event \`${event}\` ${found}, expected ${expected}`;
    throw inputError('usage', message);
  };
  const commit = (path: string) => read(path, 'the id of a commit', isCommit);
  return {
    commit,
    commitOrNone: path => unlessZeros(commit(path)),
    text: path => read(path, 'a text', isText),
    textOrNone: path => {
      const value = valueAt(payload, path);
      return isText(value) ? value.trim() : null;
    },
    number: path => read(path, 'a number', isWhole),
  };
}

function isCommit(value: unknown): value is string {
  return typeof value === 'string' && isCommitId(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function unlessZeros(id: string): string | null {
  return /^0+$/.test(id) ? null : id;
}

function valueAt(payload: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Readonly<Record<string, unknown>>)[name]
          : undefined,
      payload,
    );
}

function clipped(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
