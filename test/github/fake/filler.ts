import { dereference, type Schema } from './openapi.js';

/**
 * Completes an answer with the simplest value of each field that GitHub's description requires and `given` leaves out
 * (URLs, counts, flags). What an answer is about is always given; a field that tests rely on is never left to this.
 */
export function complete(schema: Schema, given?: unknown): unknown {
  const found = dereference(schema);
  const alternatives = found.anyOf ?? found.oneOf;
  if (given === null) return null;
  if (alternatives?.[0] !== undefined && found.properties === undefined) {
    return given === undefined && alternatives.some(isNull) ? null : complete(alternatives[0], given);
  }
  if (given === undefined && isNull(found)) return null;
  if (found.allOf !== undefined) return completeObject(joined(found.allOf), given as Given);
  if (found.properties !== undefined) return completeObject(found, given as Given);
  if (Array.isArray(given) && found.items !== undefined) {
    return given.map(item => complete(found.items as Schema, item));
  }
  return given ?? simplest(found);
}

type Given = Readonly<Record<string, unknown>> | undefined;

function completeObject({ properties = {}, required = [] }: Schema, given: Given = {}) {
  const names = new Set([...required, ...Object.keys(given)]);
  return Object.fromEntries([...names].map(name => [name, complete(properties[name] ?? {}, given[name])]));
}

/** All of several schemas; of what two describe, the first says more. */
function joined(parts: readonly Schema[]): Schema {
  const found = parts.map(dereference);
  return {
    properties: Object.assign({}, ...found.toReversed().map(({ properties }) => properties)),
    required: found.flatMap(({ required = [] }) => required),
  };
}

function isNull({ type }: Schema): boolean {
  return type === 'null' || (Array.isArray(type) && type.includes('null'));
}

function simplest({ type, format, enum: values }: Schema): unknown {
  if (values !== undefined) return values[0];
  if (format === 'uri') return 'https://github.com/shop/manifests';
  if (format === 'date-time') return '2026-11-22T12:00:00Z';
  if (type === 'string') return '';
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return 0;
  return type === 'array' ? [] : {};
}
