import type { Node } from '../source/node.js';
import { booleanOf, numberOf } from '../source/plain-scalar.js';
import type { Reader } from './fields.js';

/** What a manifest says where it may say anything. Keys are the manifest's. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Reads anything; null where absent. */
export const anything: Reader<Json> = { absent: null, read: jsonOf };

function jsonOf(node: Node): Json {
  switch (node.kind) {
    case 'mapping':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, jsonOf(value)]));
    case 'sequence':
      return node.items.map(jsonOf);
    case 'scalar':
      if (node.type === 'string') return node.text;
      return node.type === 'null' ? null : (booleanOf(node) ?? numberOf(node) ?? node.text);
  }
}

/** The fields of an object, by their JSON names (`bindToPort` for `bind_to_port`); empty for anything else. */
export function fieldsOf(json: Json): ReadonlyMap<string, Json> {
  if (!isObject(json)) return new Map();
  return new Map(Object.entries(json).map(([key, value]) => [jsonName(key), value]));
}

/** The value of a field below an object; null where there is none. */
export function fieldAt(json: Json, ...path: readonly string[]): Json {
  return path.reduce((value, field) => fieldsOf(value).get(field) ?? null, json);
}

/** The keys of an object as they are written; none for anything else. */
export function keysOf(json: Json): readonly string[] {
  return isObject(json) ? Object.keys(json) : [];
}

function isObject(json: Json): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function jsonName(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
