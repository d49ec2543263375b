import { UNSPECIFIED } from '../mesh/service.js';
import { parseAddress, parsePrefix } from '../resources/ip-address.js';
import type { OutboundTrafficPolicy } from '../resources/resource.js';
import { BLACKHOLE, PASSTHROUGH, clusterName } from './cluster-name.js';
import { everyConnection, inspectorsFor, isMatchAll, type FilterChain } from './filter-chain.js';
import { listenerKey, type Inspector, type Listener } from './listener.js';
import type { ListenerEntry } from './listener-entry.js';
import type { Recipient } from './proxy.js';

/** The cluster of connections that nothing configured takes (LI-29, RT-12). */
export function policyCluster({ mode, egressProxy }: OutboundTrafficPolicy): string {
  if (mode === 'REGISTRY_ONLY') return BLACKHOLE;
  return egressProxy === null ? PASSTHROUGH : clusterName(egressProxy.host, egressProxy.port ?? 0, egressProxy.subset);
}

/**
 * Closes an entry: a chain without any match becomes the default chain, unless it is alone; a listener without one
 * gets the policy's (LI-29). Mirrors `buildListenerFromEntry`.
 */
export function finalizeListener(
  entry: ListenerEntry,
  policy: OutboundTrafficPolicy,
  { behaves, config }: Recipient,
): Listener {
  const all = entry.chains;
  const matchAll = all.findLast(isMatchAll);
  const matching = all.filter(chain => !isMatchAll(chain));
  const isAlone = matchAll !== undefined && matching.length === 0;

  const needed = behaves('inspectors-of-final-chains') ? inspectorsFor(all) : entry.inspectors;
  const needsHttp = needed.has('http_inspector');
  const inspectors: Inspector[] = [];
  if (needed.has('tls_inspector') || (needsHttp && behaves('tls-inspector-beside-http'))) {
    inspectors.push('tls_inspector');
  }
  if (needsHttp) inspectors.push('http_inspector');

  return {
    name: listenerKey(entry.address, entry.port),
    address: entry.address,
    additionalAddresses: entry.additionalAddresses,
    port: entry.port,
    bindToPort: entry.bindToPort,
    inspectors,
    inspectionTimeout: needsHttp ? config.protocolDetectionTimeout : 0,
    useOriginalDst: false,
    chains: isAlone ? [matchAll] : matching.map(asSent),
    defaultChain: isAlone ? null : (matchAll ?? policyChain(policyCluster(policy))),
  };
}

/** LI-30: where captured traffic starts, and where it stays if no listener has its address. */
export function virtualOutbound(policy: OutboundTrafficPolicy, { addressing, behaves, config }: Recipient): Listener {
  const blackhole = policyChain(BLACKHOLE);
  return {
    name: 'virtualOutbound',
    address: addressing.wildcards[0],
    additionalAddresses: behaves('additional-capture-address') ? addressing.wildcards.slice(1) : [],
    port: config.proxyListenPort,
    bindToPort: true,
    inspectors: [],
    inspectionTimeout: 0,
    useOriginalDst: true,
    chains: [
      { ...blackhole, match: { ...everyConnection, destinationPort: config.proxyListenPort } },
      policyChain(policyCluster(policy)),
    ],
    defaultChain: null,
  };
}

/** LI-31: requests to an HTTP proxy are routed by the hosts of all ports. Null where MeshConfig gives no port. */
export function httpProxyListener({ addressing, config }: Recipient): Listener | null {
  const { proxyHttpPort } = config;
  if (proxyHttpPort === 0) return null;
  const [address] = addressing.loopbacks;
  return {
    name: listenerKey(address, proxyHttpPort),
    address,
    additionalAddresses: [],
    port: proxyHttpPort,
    bindToPort: true,
    inspectors: [],
    inspectionTimeout: 0,
    useOriginalDst: false,
    chains: [
      { match: everyConnection, destination: { kind: 'routes', name: HTTP_PROXY_ROUTES }, service: null, via: null },
    ],
    defaultChain: null,
  };
}

/** The name of the route table of all ports (`RDSHttpProxy`). */
export const HTTP_PROXY_ROUTES = 'http_proxy';

function policyChain(cluster: string): FilterChain {
  return { match: everyConnection, destination: { kind: 'cluster', cluster }, service: null, via: null };
}

/**
 * A match as it is sent: a star among the names asks for none; prefix ranges are in one spelling, an address is the range
 * of itself, and those of the unspecified address, which match everything, are left out (`toFilterChainMatch`).
 */
function asSent(chain: FilterChain): FilterChain {
  const { serverNames, prefixRanges } = chain.match;
  if (prefixRanges.length === 0 && !serverNames.includes('*')) return chain;
  const sent = {
    serverNames: serverNames.includes('*') ? [] : serverNames,
    prefixRanges: prefixRanges.flatMap(text => {
      const address = parseAddress(text);
      const range = address === null ? parsePrefix(text) : { address, bits: address.bytes.length * 8 };
      return range === null || range.address.text === UNSPECIFIED ? [] : [`${range.address.text}/${range.bits}`];
    }),
  };
  return { ...chain, match: { ...chain.match, ...sent } };
}
