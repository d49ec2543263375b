import type { MeshService } from './service.js';

/**
 * Which ExternalName hosts stand for each real host, through any number of hops; loops stand for nothing (CV-5).
 *
 * An alias counts whatever its own exportTo says. Mirrors `resolveServiceAliases`.
 */
export function aliasesByHost(services: readonly MeshService[]): ReadonlyMap<string, readonly string[]> {
  const targetOf = new Map<string, string>();
  for (const { host, externalName, resolution } of services) {
    if (externalName !== null && resolution === 'Alias') targetOf.set(host, externalName);
  }

  const aliases = new Map<string, string[]>();
  for (const alias of [...targetOf.keys()].sort()) {
    const real = follow(alias, targetOf);
    if (real === null) continue;
    const known = aliases.get(real);
    if (known === undefined) aliases.set(real, [alias]);
    else known.push(alias);
  }
  return aliases;
}

function follow(alias: string, targetOf: ReadonlyMap<string, string>): string | null {
  const seen = new Set<string>();
  let host = alias;
  for (let next = targetOf.get(host); next !== undefined; next = targetOf.get(host)) {
    if (seen.has(host)) return null;
    seen.add(host);
    host = next;
  }
  return host;
}
