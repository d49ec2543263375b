import type { HeaderMatch, RouteMatch } from '../proxy/route-table.js';
import type { StringMatch } from '../resources/route-rules.js';

/** A request as our calls send it: `GET / HTTP/1.1` with nothing but a Host. */
export interface HttpRequest {
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
}

export function requestTo(host: string): HttpRequest {
  const headers = new Map([
    [':method', 'GET'],
    [':authority', host],
    [':scheme', 'http'],
  ]);
  return { path: '/', headers };
}

/** Whether Envoy takes the route for that request. */
export function matchesRoute(
  { path, isCaseSensitive, headers, queryParams }: RouteMatch,
  request: HttpRequest,
): boolean {
  return (
    matchesPath(path, isCaseSensitive, request.path) &&
    headers.every(header => matchesHeader(header, request)) &&
    Object.keys(queryParams).length === 0
  );
}

function matchesPath({ kind, value }: RouteMatch['path'], isCaseSensitive: boolean, path: string): boolean {
  const [wanted, found] = isCaseSensitive ? [value, path] : [value.toLowerCase(), path.toLowerCase()];
  switch (kind) {
    case 'prefix':
      return found.startsWith(wanted);
    case 'path':
      return found === wanted;
    case 'regex':
      return matchesRegex(value, path);
  }
}

/** A header that is not there matches nothing; one that must not match counts as empty (`TreatMissingHeaderAsEmpty`). */
function matchesHeader({ name, match, isInverted }: HeaderMatch, { headers }: HttpRequest): boolean {
  const value = headers.get(name.toLowerCase()) ?? (isInverted && match.kind !== 'present' ? '' : undefined);
  return (value !== undefined && matchesText(match, value)) !== isInverted;
}

function matchesText(match: StringMatch, text: string): boolean {
  switch (match.kind) {
    case 'present':
      return true;
    case 'exact':
      return text === match.value;
    case 'prefix':
      return text.startsWith(match.value);
    case 'regex':
      return matchesRegex(match.value, text);
  }
}

/**
 * RE2 matches the whole text; a form of it that JavaScript does not know makes no match.
 *
 * JavaScript can take for ever where RE2 cannot, so only texts are asked that are too short for that: path, method and
 * scheme of our requests. A pattern for the authority never matches.
 */
function matchesRegex(pattern: string, text: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  const [leading = '', flags = ''] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
  const body = pattern.slice(leading.length).replaceAll('(?P<', '(?<');
  try {
    return new RegExp(`^(?:${body})$`, flags).test(text);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const LONGEST_TEXT = 'http'.length;
