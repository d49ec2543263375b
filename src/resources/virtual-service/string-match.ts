import type { Path, Report } from '../fault.js';
import { derived, optional, string } from '../fields.js';
import { message } from '../protobuf-fields.js';
import { faultOfRegularExpression } from '../regular-expression.js';
import type { StringMatch } from '../route-rules.js';

const kinds = message({ exact: optional(string), prefix: optional(string), regex: optional(string) });

/** Reads `StringMatch`; of several kinds the last in this order counts, as jsonpb sets the members of a `oneof`. */
export const stringMatch = derived(kinds, ({ exact, prefix, regex }): StringMatch => {
  if (regex !== null) return { kind: 'regex', value: regex };
  if (prefix !== null) return { kind: 'prefix', value: prefix };
  return exact === null ? { kind: 'present' } : { kind: 'exact', value: exact };
});

/** A prefix must not be empty, a regular expression must be one (`validateStringMatch`). */
export function validateStringMatch(match: StringMatch | null, path: Path, report: Report): void {
  if (match?.kind === 'prefix' && match.value === '') report([...path, 'prefix'], 'a prefix that is not empty');
  validateStringMatchRegex(match, path, report);
}

/** A regular expression must be one (`validateStringMatchRegexp`). */
export function validateStringMatchRegex(match: StringMatch | null, path: Path, report: Report): void {
  if (match?.kind !== 'regex') return;
  if (match.value === '') report([...path, 'regex'], 'a regular expression that is not empty');
  else validateRegex(match.value, [...path, 'regex'], report);
}

const MOST_BYTES = 1024;

/** A regular expression must be short, and one in RE2 syntax (`validateStringRegexp`). */
export function validateRegex(text: string, path: Path, report: Report): void {
  const size = new TextEncoder().encode(text).length;
  const fault = size > MOST_BYTES ? `at most ${MOST_BYTES} bytes, not ${size}` : faultOfRegularExpression(text);
  if (fault !== null) report(path, `a regular expression in RE2 syntax: ${fault}`);
}
