import { list, object, oneOf, optional, string, type ValueOf } from '../fields.js';
import type { HttpMatch, StringMatch } from '../route-rules.js';

const textMatch = object({ type: oneOf('Exact', 'RegularExpression'), name: string, value: string });

/** Reads `HTTPRouteMatch`; a path that is absent is the prefix `/`. */
export const httpRouteMatch = object({
  path: object({ type: oneOf('PathPrefix', 'Exact', 'RegularExpression'), value: optional(string) }),
  headers: list(textMatch),
  queryParams: list(textMatch),
  method: optional(string),
});

/** Reads `GRPCRouteMatch`. */
export const grpcRouteMatch = object({
  method: optional(
    object({ type: oneOf('Exact', 'RegularExpression'), service: optional(string), method: optional(string) }),
  ),
  headers: list(textMatch),
});

/** What matches every request. */
export const anyRequest: HttpMatch = {
  uri: null,
  scheme: null,
  method: null,
  authority: null,
  headers: {},
  withoutHeaders: {},
  queryParams: {},
  ignoreUriCase: false,
  port: 0,
  sourceLabels: {},
  sourceNamespace: '',
  gateways: [],
};

/** Mirrors `createURIMatch`, `createHeadersMatch`, `createQueryParamsMatch` and `createMethodMatch`. */
export function httpMatchOf({ path, headers, queryParams, method }: ValueOf<typeof httpRouteMatch>): HttpMatch {
  return {
    ...anyRequest,
    uri: pathMatch(path.type, path.value ?? '/'),
    headers: textMatches(headers),
    queryParams: textMatches(queryParams),
    method: method === null ? null : { kind: 'exact', value: method },
  };
}

/** Mirrors `createGRPCURIMatch`; null for a method that names neither service nor method. */
export function grpcMatchOf({ method, headers }: ValueOf<typeof grpcRouteMatch>): HttpMatch | null {
  const match = { ...anyRequest, headers: textMatches(headers) };
  if (method === null) return match;
  const { type, service, method: name } = method;
  if (service === null && name === null) return null;
  if (type === 'Exact' && service !== null) {
    const uri: StringMatch =
      name === null ? { kind: 'prefix', value: `/${service}/` } : { kind: 'exact', value: `/${service}/${name}` };
    return { ...match, uri };
  }
  return { ...match, uri: { kind: 'regex', value: `/${service ?? '[^/]+'}/${name ?? '.+'}` } };
}

function pathMatch(type: 'PathPrefix' | 'Exact' | 'RegularExpression', value: string): StringMatch {
  if (type === 'Exact') return { kind: 'exact', value };
  if (type === 'RegularExpression') return { kind: 'regex', value };
  return { kind: 'prefix', value: value === '/' ? value : value.replace(/\/$/, '') };
}

function textMatches(matches: readonly ValueOf<typeof textMatch>[]): Readonly<Record<string, StringMatch>> {
  return Object.fromEntries(
    matches.map(({ type, name, value }) => [name, { kind: type === 'Exact' ? 'exact' : 'regex', value }]),
  );
}
