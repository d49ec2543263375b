import { parseClusterName } from '../proxy/cluster-name.js';
import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { Listener } from '../proxy/listener.js';
import type { OutboundPatch } from '../proxy/outbound-patches.js';
import { fieldAt, type Json } from '../resources/json-value.js';
import type { ClusterMatch, EnvoyPatch } from '../resources/patches.js';
import { isChainMatched, isFilterMatched, isListenerMatched, isMovedElsewhere, takes } from './patched-listeners.js';
import { meetsRoutes } from './patched-routes.js';
import type { Decision } from './sidecar.js';

/** The patches of a sidecar's configuration that a call meets on its way. */
export function patchesOnTheWay(
  { patches, listeners }: ProxyConfiguration,
  decision: Decision,
): readonly OutboundPatch[] {
  if (patches.length === 0) return patches;
  const entrance = listeners.filter(({ useOriginalDst }) => useOriginalDst);
  return patches.filter(({ patch }) => meets(patch, decision, [...entrance, decision.found.listener]));
}

/** `passed`: virtualOutbound, which hands what is captured on, and the listener that takes the call. Mirrors where istiod applies patches: `patchListeners`, `ApplyRouteConfigurationPatches`, `ApplyClusterMerge`. */
function meets(patch: EnvoyPatch, decision: Decision, passed: readonly Listener[]): boolean {
  const { chain, found, call } = decision;
  switch (patch.applyTo) {
    case 'LISTENER':
      if (patch.operation === 'ADD') return takes(patch.value, call);
      return passed.some(listener => isListenerMatched(patch, listener)) || isMovedElsewhere(patch);
    case 'LISTENER_FILTER':
      return passed.some(listener => isListenerMatched(patch, listener));
    case 'FILTER_CHAIN': {
      if (!isListenerMatched(patch, found.listener)) return false;
      if (patch.operation === 'ADD') return true;
      // A chain with another match may take what was any other's.
      const isRematched = fieldAt(patch.value, 'filterChainMatch') !== null;
      const { chains, defaultChain } = found.listener;
      return (isRematched ? [...chains, defaultChain] : [chain]).some(
        candidate => candidate !== null && isChainMatched(patch, found.listener, candidate),
      );
    }
    case 'NETWORK_FILTER':
      return (
        chain !== null && isListenerMatched(patch, found.listener) && isFilterMatched(patch, found.listener, chain)
      );
    case 'HTTP_FILTER':
      return (
        chain?.destination.kind === 'routes' &&
        call.kind === 'http' &&
        isListenerMatched(patch, found.listener) &&
        isFilterMatched(patch, found.listener, chain)
      );
    case 'ROUTE_CONFIGURATION':
    case 'VIRTUAL_HOST':
    case 'HTTP_ROUTE':
      return meetsRoutes(patch, decision);
    case 'CLUSTER':
      return clustersOf(decision).some(name =>
        patch.operation === 'ADD'
          ? decision.cluster === null && fieldAt(patch.value, 'name') === name
          : isClusterMatched(patch.cluster, name),
      );
    case 'BOOTSTRAP': {
      const listeners = fieldAt(patch.value, 'staticResources', 'listeners');
      return !Array.isArray(listeners) || (listeners as readonly Json[]).some(listener => takes(listener, call));
    }
    case 'EXTENSION_CONFIG':
    case 'INVALID':
      return false;
  }
}

/** `clusterMatch`: a name alone decides. */
function isClusterMatched(match: ClusterMatch | null, name: string): boolean {
  if (match === null) return true;
  if (match.name !== '') return match.name === name;
  const cluster = parseClusterName(name);
  const [, , subset = ''] = name.split('|');
  return (
    (match.subset === '' || match.subset === subset) &&
    (match.service === '' || match.service === cluster?.host) &&
    (match.portNumber === 0 || match.portNumber === cluster?.port)
  );
}

/** The clusters that the call is sent to, or one of them by weight, whether they are there or not. */
function clustersOf({ chain, route }: Decision): readonly string[] {
  const target = chain?.destination.kind === 'routes' ? route?.action : chain?.destination;
  if (target?.kind === 'cluster') return [target.cluster];
  return target?.kind === 'weighted' ? Object.keys(target.clusters) : [];
}
