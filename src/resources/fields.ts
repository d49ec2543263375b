import type { Node, ScalarNode } from '../source/node.js';
import { pairOf } from '../source/node.js';
import { booleanOf, numberOf } from '../source/plain-scalar.js';
import type { Path, Report } from './fault.js';

/** How the value of a field is read: what it counts as when absent or null, and otherwise what its node says. */
export interface Reader<T> {
  readonly absent: T;
  /** Never throws: reports what it cannot accept and goes on with the absent value. */
  read(node: Node, path: Path, report: Report): T;
}

/** The type of value that a reader gives. */
export type ValueOf<R> = R extends Reader<infer T> ? T : never;

/** The fields of a mapping that matter, each with its reader. */
export type Fields = Readonly<Record<string, Reader<unknown>>>;

/** What `object` gives for these fields. */
export type ObjectOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** Reads what stands at a node, if anything: to Kubernetes and Istio alike, null is as good as absent. */
export function readNode<T>(reader: Reader<T>, node: Node | null, path: Path, report: Report): T {
  if (node === null || (node.kind === 'scalar' && node.type === 'null')) return reader.absent;
  return reader.read(node, path, report);
}

/** A reader of scalars; `parse` gives null for those that are not allowed, `expected` says which are. */
export function scalar<T>(absent: T, expected: string, parse: (node: ScalarNode) => T | null): Reader<T> {
  return {
    absent,
    read(node, path, report) {
      const value = node.kind === 'scalar' ? parse(node) : null;
      if (value !== null) return value;
      report(path, expected);
      return absent;
    },
  };
}

/** A string; what YAML takes for a number or a boolean must be quoted. */
export const string: Reader<string> = scalar('', 'a string, quoted where it reads as a number or boolean', node =>
  node.type === 'string' ? node.text : null,
);

/** The text of any scalar: for what Kubernetes wants quoted, but can be understood without. */
export const text: Reader<string> = scalar('', 'a string', node => node.text);

/** True or false; false where absent. */
export const boolean: Reader<boolean> = scalar(false, 'true or false', booleanOf);

/** A whole number from `least` to `most`; 0 where absent. */
export function integer(least: number, most: number): Reader<number> {
  return scalar(0, `a whole number from ${least} to ${most}`, node => {
    const value = numberOf(node);
    return value !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
  });
}

/** One of these strings; the first where absent. */
export function oneOf<const T extends string>(first: T, ...others: readonly T[]): Reader<T> {
  const names = [first, ...others];
  return scalar(first, `one of ${names.join(', ')}`, node =>
    node.type === 'string' ? (names.find(name => name === node.text) ?? null) : null,
  );
}

/** A list of what `item` reads; empty where absent. */
export function list<T>(item: Reader<T>): Reader<readonly T[]> {
  return {
    absent: [],
    read(node, path, report) {
      if (node.kind === 'sequence') {
        return node.items.map((at, index) => readNode(item, at, [...path, index], report));
      }
      report(path, 'a list');
      return [];
    },
  };
}

/** A mapping from any key to what `value` reads; empty where absent. */
export function mapOf<T>(value: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return {
    absent: emptyRecord<T>(),
    read(node, path, report) {
      const record = emptyRecord<T>();
      if (node.kind === 'mapping') {
        for (const { key, value: at } of node.pairs) {
          record[key.text] = readNode(value, at, [...path, key.text], report);
        }
      } else report(path, 'a mapping');
      return record;
    },
  };
}

/** What `reader` reads, or null where absent. */
export function optional<T>(reader: Reader<T>): Reader<T | null> {
  return { absent: null, read: (node, path, report) => reader.read(node, path, report) };
}

/** What `derive` makes of what another reader reads. */
export function derived<T, U>(reader: Reader<T>, derive: (value: T) => U): Reader<U> {
  return { absent: derive(reader.absent), read: (node, path, report) => derive(reader.read(node, path, report)) };
}

/** A mapping of which these fields matter; any others are let be. Of the `spellings` of a field the first wins. */
export function object<const F extends Fields>(
  fields: F,
  spellings: (field: string) => readonly string[] = field => [field],
): Reader<ObjectOf<F>> {
  const plan = Object.entries(fields).map(([field, reader]) => ({ field, reader, names: spellings(field) }));
  const absent = Object.fromEntries(plan.map(({ field, reader }) => [field, reader.absent])) as ObjectOf<F>;
  return {
    absent,
    read(node, path, report) {
      if (node.kind !== 'mapping') {
        report(path, 'a mapping');
        return absent;
      }
      const found: Record<string, unknown> = { ...absent };
      for (const { field, reader, names } of plan) {
        const value = valueOf(node, names);
        if (value !== null) found[field] = readNode(reader, value, [...path, field], report);
      }
      return found as ObjectOf<F>;
    },
  };
}

function valueOf(node: Node, names: readonly string[]): Node | null {
  for (const name of names) {
    const pair = pairOf(node, name);
    if (pair !== null) return pair.value;
  }
  return null;
}

// Keys are the user's: without a prototype, `__proto__` and `constructor` are keys like any other.
function emptyRecord<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
