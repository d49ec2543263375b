import type { ChainMatch } from '../proxy/filter-chain.js';

/** A match of ours, or one that a running sidecar shows. */
interface WrittenMatch extends Omit<ChainMatch, 'transportProtocol'> {
  readonly transportProtocol: string | null;
}

/** A chain's match as `istioctl proxy-config listeners` writes it. */
export function matchText({ match }: { readonly match: WrittenMatch }): string {
  const port = match.destinationPort === null ? '' : `:${match.destinationPort}`;
  const addresses = match.prefixRanges.length === 0 && port !== '' ? '*' : match.prefixRanges.join(',');
  const parts = [
    match.serverNames.length === 0 ? '' : `SNI: ${match.serverNames.join(',')}`,
    match.transportProtocol === null ? '' : `Trans: ${match.transportProtocol}`,
    match.applicationProtocols.length === 0 ? '' : `App: ${match.applicationProtocols.join(',')}`,
    addresses === '' ? '' : `Addr: ${addresses}${port}`,
  ].filter(part => part !== '');
  return parts.length === 0 ? 'ALL' : parts.join('; ');
}
