// `strings.EqualFold` folds as the flags i and u do.
const HOST = /^host$/iu;
const AUTHORITY = /^(?::authority|host)$/iu;
const TOKEN = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/;
const CLAIM = /^@request\.auth\.claims(?:\..|\[.+\]$)/is;
const PSEUDO_HEADERS: readonly string[] = [':method', ':scheme', ':authority', ':path', ':status'];

/** Whether the header says whom a request is for. */
export function isAuthority(name: string): boolean {
  return AUTHORITY.test(name);
}

/** Whether a match of this "header" looks into the token of the caller: `@request.auth.claims.group` (`ToRoutingClaim`). */
export function isTokenClaim(name: string): boolean {
  return CLAIM.test(name);
}

/** What is wrong with the name of a header to match (`ValidateHTTPHeaderNameOrJwtClaimRoute`). */
export function faultOfMatchedHeader(name: string): string | null {
  return isTokenClaim(name) || PSEUDO_HEADERS.includes(name) ? null : faultOfToken(name);
}

/** What is wrong with the name of a header for CORS (`ValidateCORSHTTPHeaderName`). */
export function faultOfCorsHeader(name: string): string | null {
  return name === '*' ? null : faultOfToken(name);
}

/** What is wrong with the name of a header to add to a request (`ValidateHTTPHeaderWithAuthorityOperationName`). */
export function faultOfRequestHeader(name: string): string | null {
  return isAuthority(name) ? null : faultOfChangedHeader(name);
}

/** What is wrong with the name of any other header to change (`ValidateHTTPHeaderOperationName`). */
export function faultOfChangedHeader(name: string): string | null {
  if (name === '') return 'the name of a header';
  if (HOST.test(name)) return 'no change of the header Host here';
  return name.startsWith(':') ? 'a header that does not begin with ":": Envoy makes those itself' : null;
}

function faultOfToken(name: string): string | null {
  return TOKEN.test(name) ? null : "the name of a header: letters, digits and !#$%&'*+-.^_`|~";
}
