/** Whether a host starts with the wildcard label: `*` or `*.example.com`. */
export function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

/**
 * Whether everything that `host` denotes lies within `pattern` (SC-9).
 *
 * Mirrors `host.Name.SubsetOf`: the `*` is cut off and the rest is a plain suffix, case counts.
 */
export function isSubsetOf(host: string, pattern: string): boolean {
  if (!isWildcard(pattern)) return host === pattern;
  const suffix = pattern.slice(1);
  return isWildcard(host)
    ? host.length >= pattern.length && host.slice(1).endsWith(suffix)
    : host.length >= suffix.length && host.endsWith(suffix);
}

/** Whether one of two hosts lies within the other, whichever is the wider (SC-9 *Matches*). */
export function overlaps(a: string, b: string): boolean {
  return isSubsetOf(a, b) || isSubsetOf(b, a);
}
