import type { Path, Report } from '../fault.js';
import { optional, string, type ValueOf } from '../fields.js';
import { message } from '../protobuf-fields.js';
import { isAuthority } from './header-name.js';
import type { Headers } from './headers.js';
import { validateRegex } from './string-match.js';

/** Reads `HTTPRewrite`. */
export const httpRewrite = message({
  uri: string,
  authority: string,
  uriRegexRewrite: optional(message({ match: string, rewrite: string })),
});

type Rewrite = ValueOf<typeof httpRewrite>;

/** A rewrite must change something, and the path in one way only (`validateHTTPRewrite`). */
export function validateRewrite(rewrite: Rewrite | null, path: Path, report: Report): void {
  if (rewrite === null) return;
  const { uri, authority, uriRegexRewrite } = rewrite;
  if (uriRegexRewrite === null) {
    if (uri === '' && authority === '') report(path, 'a uri, uriRegexRewrite or authority to rewrite');
    return;
  }
  const at = [...path, 'uriRegexRewrite'];
  if (uri !== '') report(at, 'none beside uri: keep one of the two');
  if (uriRegexRewrite.rewrite === '') report([...at, 'rewrite'], 'what to put in place of the match');
  if (uriRegexRewrite.match === '') report([...at, 'match'], 'a regular expression that is not empty');
  else validateRegex(uriRegexRewrite.match, [...at, 'match'], report);
}

/** Only one of rewrite and headers may set the authority, once (`validateAuthorityRewrite`). */
export function validateAuthority(rewrite: Rewrite | null, headers: Headers | null, path: Path, report: Report): void {
  let current = rewrite?.authority ?? '';
  for (const operation of ['set', 'add'] as const) {
    for (const [name, value] of Object.entries(headers?.request?.[operation] ?? {})) {
      if (!isAuthority(name)) continue;
      if (current !== '') {
        report([...path, 'headers', 'request', operation, name], 'the authority to be set once: it already is');
        return;
      }
      current = value;
    }
  }
}
