import { nearestTo } from '../report/did-you-mean.js';
import { locate, spanOf, type SourceDocument } from '../source/document.js';
import { pairOf } from '../source/node.js';
import type { Span } from '../source/span.js';
import type { Path } from '../resources/fault.js';
import { list, object, type Fields, type ObjectOf, type Reader } from '../resources/fields.js';

/** A mapping of these fields and no other; `required` says of those that may not be missing what is expected. */
export function strict<const F extends Fields>(
  fields: F,
  required: Partial<Readonly<Record<keyof F & string, string>>> = {},
): Reader<ObjectOf<F>> {
  const reader = object(fields);
  const known = Object.keys(fields);
  return {
    absent: reader.absent,
    read(node, path, report) {
      if (node.kind === 'mapping') {
        for (const { key } of node.pairs) {
          if (!known.includes(key.text)) report([...path, key.text], nothingCalled(key.text, known));
        }
        for (const [name, expected] of Object.entries<string | undefined>(required)) {
          const value = pairOf(node, name)?.value;
          const isMissing = value === undefined || (value.kind === 'scalar' && value.type === 'null');
          if (isMissing) report([...path, name], expected ?? '');
        }
      }
      return reader.read(node, path, report);
    },
  };
}

function nothingCalled(typed: string, known: readonly string[]): string {
  const nearest = nearestTo(typed, known);
  return nearest === null ? `another name: one of ${known.join(', ')}` : `another name: did you mean '${nearest}'?`;
}

/** A value with its path. */
export interface Placed<T> {
  readonly value: T;
  readonly path: Path;
}

/** A list without the items that have a fault: half a waiver would waive too much. */
export function soundList<T>(item: Reader<T>): Reader<readonly Placed<T>[]> {
  const placed: Reader<Placed<T> | null> = {
    absent: null,
    read(node, path, report) {
      let isSound = true;
      const value = item.read(node, path, (at, expected) => {
        isSound = false;
        report(at, expected);
      });
      return isSound ? { value, path } : null;
    },
  };
  const all = list(placed);
  return {
    absent: [],
    read: (node, path, report) => all.read(node, path, report).filter(found => found !== null),
  };
}

/** What `reader` reads, or what it is when absent where anything in it has a fault. */
export function whole<T>(reader: Reader<T>): Reader<T> {
  return {
    absent: reader.absent,
    read(node, path, report) {
      let isSound = true;
      const value = reader.read(node, path, (at, expected) => {
        isSound = false;
        report(at, expected);
      });
      return isSound ? value : reader.absent;
    },
  };
}

/** The place of a setting: its value where that is one word, else its key, for what follows may be long. */
export function placeOf(document: SourceDocument, path: Path): Span {
  const last = path.at(-1);
  let node = document.root;
  for (const step of path.slice(0, -1)) {
    const below =
      typeof step === 'number' ? (node.kind === 'sequence' ? node.items[step] : null) : pairOf(node, step)?.value;
    if (below === null || below === undefined) return locate(document, path);
    node = below;
  }
  const pair = typeof last === 'string' ? pairOf(node, last) : null;
  return pair === null || pair.value.kind === 'scalar' ? locate(document, path) : spanOf(document, pair.key);
}
