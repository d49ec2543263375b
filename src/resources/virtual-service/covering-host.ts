import { isWildcard } from '../hostname.js';

/** Finds a host that covers another one. */
export type CoveringHosts = (host: string, own?: number) => number | null;

/**
 * Finds among hosts the place of one that covers a given host (`isSubsetOf`), other than its own place: of equal hosts
 * the first covers the others. Looks hosts up by their ends, so that many hosts cost no more than each alone.
 */
export function coveringHosts(hosts: readonly string[]): CoveringHosts {
  const exact = new Map<string, number>();
  const wildcards = new Map<string, number>();
  hosts.forEach((host, index) => {
    const [places, key] = isWildcard(host) ? [wildcards, host.slice(1)] : [exact, host];
    if (!places.has(key)) places.set(key, index);
  });

  return (host, own = -1) => {
    const equal = exact.get(host);
    if (equal !== undefined && equal !== own) return equal;
    for (let end = isWildcard(host) ? 1 : 0; end <= host.length; end += 1) {
      const place = wildcards.get(host.slice(end));
      if (place !== undefined && place !== own) return place;
    }
    return null;
  };
}
