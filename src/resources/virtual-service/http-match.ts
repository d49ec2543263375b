import { isDnsLabel } from '../domain-name.js';
import type { Path, Report } from '../fault.js';
import { boolean, mapOf, optional, string, type ValueOf } from '../fields.js';
import { message } from '../protobuf-fields.js';
import type { HttpMatch } from '../route-rules.js';
import { faultOfMatchedHeader, isTokenClaim } from './header-name.js';
import { sourceMatch, validateSourceMatch } from './source-match.js';
import { stringMatch, validateStringMatch, validateStringMatchRegex } from './string-match.js';

/** Reads `HTTPMatchRequest`. */
export const httpMatchRequest = message({
  name: string,
  uri: optional(stringMatch),
  scheme: optional(stringMatch),
  method: optional(stringMatch),
  authority: optional(stringMatch),
  headers: mapOf(stringMatch),
  ...sourceMatch,
  queryParams: mapOf(stringMatch),
  ignoreUriCase: boolean,
  withoutHeaders: mapOf(stringMatch),
  statPrefix: string,
});

type HttpMatchRequest = ValueOf<typeof httpMatchRequest>;

/** What of a match decides whether a request meets it. */
export function httpMatch(request: HttpMatchRequest): HttpMatch {
  const { uri, scheme, method, authority, headers, withoutHeaders, queryParams, ignoreUriCase } = request;
  const { port, sourceLabels, sourceNamespace, gateways } = request;
  const strings = { uri, scheme, method, authority, headers, withoutHeaders, queryParams, ignoreUriCase };
  return { ...strings, port, sourceLabels, sourceNamespace, gateways };
}

/** Reports what `validateHTTPRouteMatchRequest` refuses. */
export function validateHttpMatch(match: HttpMatchRequest, path: Path, report: Report): void {
  for (const [name, value] of Object.entries(match.headers)) {
    const at = [...path, 'headers', name];
    validateHeaderName(name, at, report);
    validateStringMatch(value, at, report);
  }
  for (const [name, value] of Object.entries(match.withoutHeaders)) {
    const at = [...path, 'withoutHeaders', name];
    validateHeaderName(name, at, report);
    // The regex "*" is no expression: it stands for any value.
    if (value.kind !== 'regex' || value.value !== '*') validateStringMatch(value, at, report);
  }
  validateStringMatchRegex(match.uri, [...path, 'uri'], report);
  for (const part of ['scheme', 'method', 'authority'] as const) {
    validateStringMatch(match[part], [...path, part], report);
  }
  for (const [name, value] of Object.entries(match.queryParams)) {
    validateStringMatch(value, [...path, 'queryParams', name], report);
  }
  validateSourceMatch(match, path, report);
  if (match.sourceNamespace !== '' && !isDnsLabel(match.sourceNamespace)) {
    report([...path, 'sourceNamespace'], 'the name of a namespace');
  }
}

/** Only gateways read tokens, so no match of a sidecar can ask for their claims (`validateJWTClaimRoute`). */
export function validateNoTokenClaim(match: HttpMatchRequest, path: Path, report: Report): void {
  for (const field of ['headers', 'withoutHeaders'] as const) {
    for (const name of Object.keys(match[field])) {
      if (isTokenClaim(name)) report([...path, field, name], 'no claim of a token: only gateways route by those');
    }
  }
}

function validateHeaderName(name: string, path: Path, report: Report): void {
  const fault = faultOfMatchedHeader(name);
  if (fault !== null) report(path, fault);
}
