import type { FilterChain } from '../proxy/filter-chain.js';
import type { Listener } from '../proxy/listener.js';
import { currentName } from '../proxy/moving-patches.js';
import type { OutboundPatch } from '../proxy/outbound-patches.js';
import { fieldAt, type Json } from '../resources/json-value.js';
import type { EnvoyPatch } from '../resources/patches.js';
import type { Call } from './call.js';

/** `listenerMatch`: the port counts for the virtual listener only where it is patched as a whole. */
export function isListenerMatched({ applyTo, listener: match }: EnvoyPatch, listener: Listener): boolean {
  if (match === null) return true;
  if (match.name !== '' && match.name !== listener.name) return false;
  if (applyTo !== 'LISTENER' && listener.useOriginalDst) return true;
  return match.portNumber === 0 || match.portNumber === listener.port;
}

/** A listener that a patch gives another address may take any call. */
export function isMovedElsewhere({ operation, value }: EnvoyPatch): boolean {
  return operation === 'MERGE' && ['address', 'additionalAddresses'].some(field => fieldAt(value, field) !== null);
}

/** Whether a listener that a patch brings along takes the call: by its address, or the wildcard, and its port. */
export function takes(listener: Json, { address, port }: Call): boolean {
  const socket = fieldAt(listener, 'address', 'socketAddress');
  const own = fieldAt(socket, 'address');
  const isAddressed = typeof own !== 'string' || own === address || own === '0.0.0.0' || own === '::';
  const number = fieldAt(socket, 'portValue');
  return isAddressed && (number === null || Number(number) === port);
}

/** `filterChainMatch`. */
export function isChainMatched({ listener: match }: EnvoyPatch, listener: Listener, chain: FilterChain): boolean {
  if (match === null) return true;
  const { destinationPort, serverNames, transportProtocol, applicationProtocols } = chain.match;
  if (listener.useOriginalDst && match.portNumber !== 0 && match.portNumber !== destinationPort) return false;
  const wanted = match.filterChain;
  if (wanted === null) return true;
  return (
    (wanted.name === '' || wanted.name === chainName(listener, chain)) &&
    (wanted.sni === '' || serverNames.includes(wanted.sni)) &&
    (wanted.transportProtocol === '' || wanted.transportProtocol === transportProtocol) &&
    wanted.applicationProtocols.split(',').every(name => name === '' || applicationProtocols.includes(name)) &&
    (wanted.destinationPort === 0 || wanted.destinationPort === destinationPort)
  );
}

/** The few chains of a sidecar that istiod gives a name. */
function chainName({ useOriginalDst, defaultChain }: Listener, chain: FilterChain): string {
  if (useOriginalDst) {
    return chain.match.destinationPort === null ? 'virtualOutbound-catchall-tcp' : 'virtualOutbound-blackhole';
  }
  return chain === defaultChain && chain.service === null ? 'PassthroughFilterChain' : '';
}

/** The chain's own filter, or one beside it; a filter of another kind is not there to be changed, or to insert beside. */
export function isFilterMatched(patch: EnvoyPatch, listener: Listener, chain: FilterChain): boolean {
  if (!isChainMatched(patch, listener, chain)) return false;
  const wanted = patch.listener?.filterChain?.filter?.name ?? '';
  return wanted === '' || filtersOf(chain).includes(currentName(wanted));
}

function filtersOf({ destination }: FilterChain): readonly string[] {
  return destination.kind === 'routes'
    ? ['envoy.filters.network.http_connection_manager']
    : ['envoy.filters.network.tcp_proxy', 'istio.stats'];
}

/** The patches of the listener, or of what its chains do with connections. */
export function patchesOf(listener: Listener, patches: readonly OutboundPatch[]): readonly OutboundPatch[] {
  return patches.filter(({ patch }) => isPartPatched(patch, listener));
}

function isPartPatched(patch: EnvoyPatch, listener: Listener): boolean {
  const { chains, defaultChain } = listener;
  const all = defaultChain === null ? chains : [...chains, defaultChain];
  switch (patch.applyTo) {
    case 'LISTENER':
      return patch.operation !== 'ADD' && isListenerMatched(patch, listener);
    case 'LISTENER_FILTER':
      return isListenerMatched(patch, listener);
    case 'FILTER_CHAIN':
    case 'NETWORK_FILTER':
    case 'HTTP_FILTER': {
      if (!isListenerMatched(patch, listener)) return false;
      const isAdded = patch.applyTo === 'FILTER_CHAIN' && patch.operation === 'ADD';
      const read = all.filter(({ destination }) => patch.applyTo !== 'HTTP_FILTER' || destination.kind === 'routes');
      return isAdded || read.some(chain => isFilterMatched(patch, listener, chain));
    }
    default:
      return false;
  }
}
