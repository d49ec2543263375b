import type { Path, Report } from '../fault.js';
import { list, mapOf, optional, string, type ValueOf } from '../fields.js';
import { message } from '../protobuf-fields.js';
import { faultOfChangedHeader, faultOfRequestHeader } from './header-name.js';
import { faultOfHeaderValue } from './header-value.js';

const operations = message({ set: mapOf(string), add: mapOf(string), remove: list(string) });

/** Reads `Headers`: what a route changes in requests and responses. */
export const headers = message({ request: optional(operations), response: optional(operations) });

/** What `headers` reads. */
export type Headers = ValueOf<typeof headers>;

/** Names and values must be such as Envoy sets; requests alone may be given another authority. */
export function validateHeaders(headers: Headers | null, path: Path, report: Report): void {
  if (headers === null) return;
  validateOperations(headers.request, faultOfRequestHeader, [...path, 'request'], report);
  validateOperations(headers.response, faultOfChangedHeader, [...path, 'response'], report);
}

function validateOperations(
  changes: ValueOf<typeof operations> | null,
  faultOfName: (name: string) => string | null,
  path: Path,
  report: Report,
): void {
  if (changes === null) return;
  for (const operation of ['add', 'set'] as const) {
    for (const [name, value] of Object.entries(changes[operation])) {
      const fault = faultOfName(name) ?? faultOfHeaderValue(value);
      if (fault !== null) report([...path, operation, name], fault);
    }
  }
  changes.remove.forEach((name, index) => {
    const fault = faultOfChangedHeader(name);
    if (fault !== null) report([...path, 'remove', index], fault);
  });
}
