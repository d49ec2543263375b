import type { Listener } from '../proxy/listener.js';

/**
 * Why Envoy refuses a listener, or null: two of its chains match the same connections (LI-22). A new sidecar is then
 * without it, a running one keeps what it had.
 *
 * Mirrors Envoy's `FilterChainManagerImpl::addFilterChains`.
 */
export function whyRejected({ chains }: Listener): string | null {
  const seen = new Set<string>();
  for (const { match } of chains) {
    const own = new Set<string>();
    for (const range of orAny(match.prefixRanges)) {
      for (const name of orAny(match.serverNames)) {
        for (const protocol of orAny(match.applicationProtocols)) {
          own.add([match.destinationPort, range, name.toLowerCase(), match.transportProtocol, protocol].join(' '));
        }
      }
    }
    for (const key of own) if (seen.has(key)) return 'two of its chains match the same connections';
    for (const key of own) seen.add(key);
  }
  return null;
}

function orAny(values: readonly string[]): readonly string[] {
  return values.length === 0 ? [''] : values;
}
