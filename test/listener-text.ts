import type { ProxyConfiguration } from '../src/proxy/configuration.js';
import { parseClusterName } from '../src/proxy/cluster-name.js';
import type { FilterChain } from '../src/proxy/filter-chain.js';
import type { Listener } from '../src/proxy/listener.js';

/**
 * Listeners as one reads them, without virtualOutbound: `0.0.0.0:443 SNI: a.example → a.example:443 | else → PassthroughCluster`.
 * A real socket has a `!` behind its port, further addresses stand behind a `+`, plaintext HTTP is `HTTP`.
 */
export function listenerTexts({ listeners }: ProxyConfiguration): readonly string[] {
  return listeners.filter(({ useOriginalDst }) => !useOriginalDst).map(listenerText);
}

export function listenerText(listener: Listener): string {
  const { address, additionalAddresses, port, bindToPort, chains, defaultChain } = listener;
  const place = [`${address}:${port}${bindToPort ? '!' : ''}`, ...additionalAddresses].join('+');
  const ways = chains.map(chain => `${matchOf(chain)} → ${destinationOf(chain)}`);
  return [
    `${place} ${ways.join(' | ')}`,
    ...(defaultChain === null ? [] : [`else → ${destinationOf(defaultChain)}`]),
  ].join(' | ');
}

function matchOf({ match }: FilterChain): string {
  const parts = [
    match.destinationPort === null ? '' : `Port: ${match.destinationPort}`,
    match.serverNames.length === 0 ? '' : `SNI: ${match.serverNames.join(',')}`,
    match.prefixRanges.length === 0 ? '' : `Addr: ${match.prefixRanges.join(',')}`,
    match.transportProtocol === null && match.applicationProtocols.length === 0 ? '' : plaintext(match),
  ].filter(part => part !== '');
  return parts.length === 0 ? 'ALL' : parts.join('; ');
}

function plaintext({ transportProtocol, applicationProtocols }: FilterChain['match']): string {
  const text = `${transportProtocol ?? 'any'} ${applicationProtocols.join(',')}`;
  return text === 'raw_buffer http/1.1,h2c' ? 'HTTP' : text;
}

function destinationOf({ destination }: FilterChain): string {
  if (destination.kind === 'routes') return `routes ${destination.name}`;
  if (destination.kind === 'weighted') return JSON.stringify(destination.clusters);
  const parsed = parseClusterName(destination.cluster);
  return parsed === null ? destination.cluster : `${parsed.host}:${parsed.port}`;
}
