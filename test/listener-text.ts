import { matchText } from '../src/envoy/steps.js';
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

function matchOf(chain: FilterChain): string {
  return matchText(chain).replace('Trans: raw_buffer; App: http/1.1,h2c', 'HTTP');
}

function destinationOf({ destination }: FilterChain): string {
  if (destination.kind === 'routes') return `routes ${destination.name}`;
  const parsed = parseClusterName(destination.cluster);
  return parsed === null ? destination.cluster : `${parsed.host}:${parsed.port}`;
}
