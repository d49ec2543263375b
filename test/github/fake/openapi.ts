import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { openapiFile } from '../../../scripts/github-openapi.mjs';

/** JSON Schema, as far as this folder reads it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** One operation of GitHub's description, as `scripts/prune-openapi.mjs` leaves it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With `{names}` in it. */
  readonly path: string;
  readonly parameters: { readonly path: Schema; readonly query: Schema };
  readonly body: Schema | null;
  readonly bodyRequired: boolean;
  readonly answers: Readonly<Record<string, Schema | null>>;
}

interface Description {
  readonly operations: readonly Operation[];
  /** The payload of each event that starts a job. */
  readonly webhooks: Readonly<Record<string, Schema>>;
  readonly schemas: Record<string, Schema>;
}

/** GitHub sends null for these, of an outdated comment or a deleted fork, though its description does not say so. */
const sentAsNull: readonly [schema: string, ...path: string[]][] = [
  ['pull-request-review-comment', 'line'],
  ['pull-request-review-comment', 'position'],
  ['review-comment', 'line'],
  ['review-comment', 'position'],
  ['pull-request', 'head', 'repo'],
  ['pull-request-simple', 'head', 'repo'],
  ['webhook-pull-request-synchronize', 'pull_request', 'head', 'repo'],
];

export const description = readDescription();

/** `#/schemas/NAME` or the schema itself. */
export function dereference(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/schemas/', '');
  return name === undefined ? schema : (description.schemas[name] ?? {});
}

const root = 'https://api.github.com/openapi';
const strict = formats.default(new Ajv({ strict: false, allErrors: true })).addFormat('int64', true);
const lenient = formats.default(new Ajv({ strict: false, allErrors: true, coerceTypes: true }));
strict.addSchema({ $id: root, schemas: description.schemas });
const compiled = new Map<string, ValidateFunction>();

/** What breaks GitHub's description; empty where nothing does. Parameters come as the texts of a URL. */
export function faultsOf(
  key: string,
  schema: Schema,
  value: unknown,
  kind: 'parameters' | 'content',
): readonly string[] {
  const ajv = kind === 'parameters' ? lenient : strict;
  const absolute = () =>
    JSON.parse(JSON.stringify(schema), (name, found) =>
      name === '$ref' && typeof found === 'string' ? found.replace('#/', `${root}#/`) : found,
    ) as Schema;
  const validate = compiled.get(key) ?? ajv.compile(absolute());
  compiled.set(key, validate);
  return validate(value) ? [] : (validate.errors ?? []).map(sayFault);
}

function sayFault({ instancePath, message, params }: ErrorObject): string {
  const named = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
  return `${instancePath === '' ? 'it' : instancePath} ${message ?? 'is wrong'}${named}`;
}

function readDescription(): Description {
  const read = JSON.parse(readFileSync(openapiFile, 'utf8')) as Description;
  for (const [name, ...path] of sentAsNull) {
    const field = path.pop() ?? '';
    const holder = path.reduce<Schema | undefined>((schema, part) => schema?.properties?.[part], read.schemas[name]);
    const properties = (holder?.properties ?? {}) as Record<string, Schema>;
    properties[field] = { anyOf: [properties[field] ?? {}, { type: 'null' }] };
  }
  return read;
}
