/** What may be wrong with an answer that is JSON: one value of it is another text, wherever it stands. */
import type { Chance } from '../judge/chance.js';
import { oneOf } from './one-of.js';

type Path = readonly (string | number)[];

/** What is decoded of an answer; of all the rest of it nothing should matter. */
const read = new Set(
  [
    'head',
    'base',
    'sha',
    'state',
    'number',
    'repo',
    'id',
    'filename',
    'previous_filename',
    'patch',
    'status',
    'body',
    'user',
  ].concat(
    ['login', 'type', 'path', 'side', 'line', 'start_line', 'in_reply_to_id', 'data', 'viewer', 'nodes', 'pageInfo'],
    [
      'hasNextPage',
      'endCursor',
      'fullDatabaseId',
      'isResolved',
      'resolvedBy',
      'merge_base_commit',
      'message',
      'errors',
    ],
  ),
);

/** The same with another text in the place of one value: mostly one that is read, of this name if there is any. */
export function withText(json: unknown, chance: Chance, text: (value: unknown) => string, name?: string): string {
  const all = [...pathsIn(json)];
  const named = all.filter(path => path.at(-1) === name);
  const known = all.filter(path => read.has(String(path.at(-1))));
  const from = named.length > 0 ? named : known.length > 0 && chance.number(4) > 0 ? known : all;
  const path = oneOf(from, chance);
  const hole = 'the place of another value';
  const written = JSON.stringify(replaced(json, path, hole));
  return written.replace(JSON.stringify(hole), () => text(valueAt(json, path)));
}

/** The same without one field or entry, likewise chosen. */
export function without(json: unknown, chance: Chance): string {
  const paths = [...pathsIn(json)].filter(path => path.length > 0);
  if (paths.length === 0) return '';
  const known = paths.filter(path => read.has(String(path.at(-1))));
  return JSON.stringify(replaced(json, oneOf(known.length > 0 ? known : paths, chance), undefined));
}

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((of, key) => (of as Record<string | number, unknown>)[key], value);
}

/** undefined takes the value away. */
function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const inner = replaced((value as Record<string | number, unknown>)[key], rest, by);
  if (!Array.isArray(value)) return { ...(value as object), [key]: inner };
  return inner === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), inner);
}
