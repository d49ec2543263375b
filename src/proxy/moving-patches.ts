import { fieldAt, fieldsOf, keysOf, type Json } from '../resources/json-value.js';
import type { EnvoyPatch } from '../resources/patches.js';
import { dispensableFilters, harmlessFields, harmlessFilters } from './harmless-patches.js';

/** What a patch does, in words, if some call may end elsewhere for it; null if none can. */
export function howItMoves(patch: EnvoyPatch): string | null {
  return isHarmless(patch) ? null : `${patch.operation} of ${patch.applyTo}${subjectOf(patch)}`;
}

function isHarmless({ applyTo, operation, value, listener }: EnvoyPatch): boolean {
  switch (applyTo) {
    // An extension is used only by filters that name it, which are judged by themselves.
    case 'EXTENSION_CONFIG':
    case 'INVALID':
      return true;
    case 'BOOTSTRAP':
      return fieldAt(value, 'staticResources', 'listeners') === null;
    case 'LISTENER_FILTER':
      return isHarmlessFilter(operation, value, listener?.listenerFilter ?? '');
    case 'NETWORK_FILTER':
      return isHarmlessFilter(operation, value, listener?.filterChain?.filter?.name ?? '');
    case 'HTTP_FILTER':
      return isHarmlessFilter(operation, value, listener?.filterChain?.filter?.subFilter?.name ?? '');
    case 'HTTP_ROUTE': {
      if (operation !== 'MERGE') return false;
      const own = [...fieldsOf(value).keys()].filter(field => field !== 'route' && field !== 'typedPerFilterConfig');
      const action = [...fieldsOf(fieldAt(value, 'route')).keys()];
      return areHarmless(own, 'HTTP_ROUTE') && areHarmless(action, 'route') && hasHarmlessFilterConfig(value);
    }
    case 'VIRTUAL_HOST': {
      const own = [...fieldsOf(value).keys()].filter(field => field !== 'typedPerFilterConfig');
      return operation === 'MERGE' && areHarmless(own, applyTo) && hasHarmlessFilterConfig(value);
    }
    case 'ROUTE_CONFIGURATION':
      // Nothing else is done to one (`ApplyRouteConfigurationPatches`).
      return operation !== 'MERGE' || areHarmless([...fieldsOf(value).keys()], applyTo);
    case 'CLUSTER': {
      const own = [...fieldsOf(value).keys()].filter(field => field !== 'lbPolicy');
      const isBalanced = fieldAt(value, 'lbPolicy') !== 'CLUSTER_PROVIDED';
      return operation === 'MERGE' && isBalanced && areHarmless(own, applyTo);
    }
    case 'LISTENER':
    case 'FILTER_CHAIN':
      return operation === 'MERGE' && areHarmless([...fieldsOf(value).keys()], applyTo);
  }
}

/** `matched`: the filter that the patch looks for, which it takes away or changes, or beside which it puts another. */
function isHarmlessFilter(operation: EnvoyPatch['operation'], value: Json, matched: string): boolean {
  const own = filterKind(value);
  switch (operation) {
    case 'REMOVE':
      return dispensableFilters.has(kindOfName(matched));
    case 'REPLACE':
      return dispensableFilters.has(kindOfName(matched)) && harmlessFilters.has(own);
    case 'MERGE': {
      const kind = matched === '' ? own : kindOfName(matched);
      if (harmlessFilters.has(kind)) return true;
      const fields = [...fieldsOf(fieldAt(value, 'typedConfig')).keys()];
      return isListed(kind) && areHarmless(fields, kind);
    }
    default:
      return harmlessFilters.has(own);
  }
}

/** Settings of filters for one route, by the filters' names. */
function hasHarmlessFilterConfig(value: Json): boolean {
  return keysOf(fieldAt(value, 'typedPerFilterConfig')).every(name => harmlessFilters.has(kindOfName(name)));
}

function areHarmless(fields: readonly string[], message: keyof typeof harmlessFields): boolean {
  const harmless: readonly string[] = harmlessFields[message];
  return fields.every(field => harmless.includes(field));
}

function isListed(kind: string): kind is keyof typeof harmlessFields {
  return kind in harmlessFields;
}

/** `http.lua`: what a filter is, by the type of its configuration, else by its name, which is anyone's choice. */
function filterKind(value: Json): string {
  const config = fieldAt(value, 'typedConfig');
  const discovered = fieldAt(value, 'configDiscovery', 'typeUrls');
  const [url] = [
    fieldAt(config, 'typeUrl'),
    Array.isArray(discovered) && discovered.length === 1 ? (discovered as readonly Json[])[0] : null,
    fieldAt(config, '@type'),
  ].filter(text => typeof text === 'string');
  if (typeof url === 'string') return isBuiltIn(config) ? 'istio.stats' : kindOfType(url);
  const name = fieldAt(value, 'name');
  return typeof name === 'string' ? kindOfName(name) : '';
}

/** Istio's own telemetry before 1.18 was Wasm by form, but compiled in. */
function isBuiltIn(config: Json): boolean {
  const vm = ['config', 'vmConfig'] as const;
  const runtime = fieldAt(config, 'value', ...vm, 'runtime') ?? fieldAt(config, ...vm, 'runtime');
  return runtime === 'envoy.wasm.runtime.null';
}

const istioTypes: ReadonlyMap<string, string> = new Map([
  ['stats.PluginConfig', 'istio.stats'],
  ['io.istio.http.peer_metadata.Config', 'http.peer_metadata'],
  ['istio.envoy.config.filter.http.alpn.v2alpha1.FilterConfig', 'istio.alpn'],
  ['envoy.tcp.metadataexchange.config.MetadataExchange', 'network.metadata_exchange'],
]);

function kindOfType(url: string): string {
  const type = url.slice(url.lastIndexOf('/') + 1);
  const [, layer, filter] = /^envoy\.extensions\.filters\.(http|network|listener)\.(\w+)\./.exec(type) ?? [];
  return istioTypes.get(type) ?? (layer === undefined ? type : `${layer}.${filter}`);
}

function kindOfName(name: string): string {
  const [, layer, filter] = /^envoy\.(?:filters\.)?(http|network|listener)\.(\w+)$/.exec(currentName(name)) ?? [];
  return layer === undefined ? name : `${layer}.${filter}`;
}

/** Names before Envoy 1.14, which Istio still understands (`DeprecatedFilterNames`). */
export function currentName(name: string): string {
  if (name === 'envoy.http_connection_manager' || name === 'envoy.tcp_proxy') {
    return name.replace('envoy.', 'envoy.filters.network.');
  }
  return name === 'envoy.router' ? 'envoy.filters.http.router' : name;
}

function subjectOf({ value, listener, applyTo }: EnvoyPatch): string {
  const filter = listener?.filterChain?.filter;
  const matched = filter?.subFilter?.name ?? filter?.name ?? listener?.listenerFilter ?? '';
  const own = fieldAt(value, 'name');
  const name = typeof own === 'string' ? own : applyTo.endsWith('FILTER') ? matched : '';
  return name === '' ? '' : ` ${name}`;
}
