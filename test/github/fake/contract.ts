/** Both ends of REST held against GitHub's description: which operation a request is, and what breaks it. */
import { complete } from './filler.js';
import { description, faultsOf, type Operation, type Schema } from './openapi.js';
import type { Answer } from './refusal.js';

export interface Match {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** Operations with fewer `{names}` first, so that a longer path is not taken for the value of one. */
const routes = description.operations
  .map(operation => ({ operation, pattern: patternOf(operation.path) }))
  .toSorted((one, other) => other.operation.path.split('/').length - one.operation.path.split('/').length);

/** null where GitHub's description, as far as the fake serves it, has no such operation. */
export function operationOf(method: string, path: string): Match | null {
  for (const { operation, pattern } of routes) {
    const found = operation.method === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const params = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { operation, params: Object.fromEntries(params) as Record<string, string> };
  }
  return null;
}

/** What is wrong with a request; empty where the description allows it. `body` is undefined where none was sent. */
export function faultsOfRequest({ operation, params }: Match, url: URL, body: unknown): readonly string[] {
  const { id, parameters } = operation;
  const faults = [
    ...faultsOf(`${id} path`, parameters.path, { ...params }, 'parameters'),
    ...faultsOf(`${id} query`, parameters.query, Object.fromEntries(url.searchParams), 'parameters'),
  ];
  if (body === undefined) return operation.bodyRequired ? [...faults, 'it has no body'] : faults;
  if (operation.body === null) return [...faults, 'it has a body'];
  return [...faults, ...faultsOf(`${id} body`, operation.body, body, 'content')];
}

/** The answer with all that the description requires, and what breaks the description nevertheless. */
export function completed({ operation }: Match, answer: Answer): { answer: Answer; faults: readonly string[] } {
  const schema = operation.answers[answer.status] ?? (answer.status >= 400 ? anyError : null);
  if (schema === null) return { answer, faults: [`it has no answer ${answer.status}`] };
  const data = answer.status < 400 ? complete(schema, answer.data) : answer.data;
  return {
    answer: { ...answer, data },
    faults: faultsOf(`${operation.id} ${answer.status}`, schema, data, 'content'),
  };
}

/** Errors that any operation may have: 401, 403, 429 and the like. */
const anyError: Schema = { $ref: '#/schemas/basic-error' };

function patternOf(path: string): RegExp {
  const source = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    // A branch may have slashes in it.
    ['ref', 'basehead'].includes(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}$`);
}
