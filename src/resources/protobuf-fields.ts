import type { SourceDocument } from '../source/document.js';
import { nodeAt } from '../source/node.js';
import { numberOf } from '../source/plain-scalar.js';
import { protobufName, type Report } from './fault.js';
import { object, readNode, scalar, type Fields, type ObjectOf, type Reader } from './fields.js';

// How Istio reads a spec: as golang/protobuf's `jsonpb` does, with unknown fields let be (`protomarshal.ApplyJSON`).

/** A message; its fields are also known by their protobuf names, and the JSON name wins over the other. */
export function message<const F extends Fields>(fields: F): Reader<ObjectOf<F>> {
  return object(fields, field => [field, protobufName(field)]);
}

/** A `uint32`; Istio takes `"443"` for 443. */
export const uint32: Reader<number> = wholeNumber(0, 2 ** 32 - 1);

/** An `int32`; Istio takes `"10"` for 10. */
export const int32: Reader<number> = wholeNumber(-(2 ** 31), 2 ** 31 - 1);

/** A `uint64`, as near as a number comes. */
export const uint64: Reader<number> = wholeNumber(0, 2 ** 64 - 1);

/** A `double`; Istio takes `"0.5"` and `"NaN"` as well. */
export const double: Reader<number> = scalar(0, 'a number', node => {
  if (node.type !== 'string') return finite(numberOf(node));
  return NOT_FINITE.get(node.text) ?? quotedNumber(node.text, JSON_NUMBER);
});

const NOT_FINITE: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * An enumeration whose values are numbered from 0 in this order; the first where absent. Istio takes numbers as
 * well, and lets a number without a name through: it comes back as the number.
 */
export function enumeration<const T extends string>(first: T, ...others: readonly T[]): Reader<T | number> {
  const names = [first, ...others];
  return scalar<T | number>(first, `one of ${names.join(', ')}`, node => {
    if (node.type === 'string') return names.find(name => name === node.text) ?? null;
    const value = inRange(numberOf(node), -(2 ** 31), 2 ** 31 - 1);
    return value === null ? null : (names[value] ?? value);
  });
}

/** The spec of a manifest; null where Istio cannot parse it, and so validates no further (`crd.ConvertObject`). */
export function readSpec<T>(reader: Reader<T>, document: SourceDocument, report: Report): T | null {
  let isSound = true;
  const spec = readNode(reader, nodeAt(document.root, ['spec']), ['spec'], (path, expected) => {
    isSound = false;
    report(path, expected);
  });
  return isSound ? spec : null;
}

function wholeNumber(least: number, most: number): Reader<number> {
  const json = least < 0 ? /^-?(0|[1-9]\d*)$/ : /^(0|[1-9]\d*)$/;
  return scalar(0, `a whole number from ${least} to ${most}`, node => {
    const value = node.type === 'string' ? quotedNumber(node.text, json) : numberOf(node);
    return inRange(value, least, most);
  });
}

/** jsonpb strips the quotes of a number and reads on as JSON, by which "0443" is none, and "null" is. */
function quotedNumber(text: string, json: RegExp): number | null {
  const [, quoted = ''] = /^ *(\S+) *$/.exec(text) ?? [];
  if (quoted === 'null') return 0;
  return json.test(quoted) ? finite(Number(quoted)) : null;
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function inRange(value: number | null, least: number, most: number): number | null {
  return value !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
}
