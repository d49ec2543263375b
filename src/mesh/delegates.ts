import type { HttpMatch, HttpRule, StringMatch, VirtualService } from '../resources/route-rules.js';
import type { Visibility } from './visibility.js';

/**
 * Replaces each rule that delegates by the delegate's rules, as far as these are narrower (VI-13).
 *
 * A delegate that is missing, or not exported to the root's namespace, drops that one rule. Mirrors
 * `mergeVirtualServices` and `MergeHTTPRoutes`.
 */
export function withDelegates(
  root: VirtualService,
  delegateOf: (namespace: string, name: string) => VirtualService | null,
  visibilityOf: (delegate: VirtualService) => Visibility,
): VirtualService {
  if (root.http.every(rule => rule.delegate === null)) return root;
  const http = root.http.flatMap(rule => {
    if (rule.delegate === null) return [rule];
    const namespace = rule.delegate.namespace === '' ? root.namespace : rule.delegate.namespace;
    const delegate = delegateOf(namespace, rule.delegate.name);
    if (delegate === null) return [];
    const seen = visibilityOf(delegate);
    const isExported = seen.kind === 'public' || seen.namespaces.has(root.namespace);
    return isExported ? delegate.http.flatMap(inner => mergeRule(rule, inner)) : [];
  });
  return { ...root, http };
}

function mergeRule(root: HttpRule, inner: HttpRule): readonly HttpRule[] {
  const match = mergeMatches(root.match, inner.match);
  if (match === null) return [];
  const name = inner.name === '' ? root.name : root.name === '' ? inner.name : `${root.name}-${inner.name}`;
  const mirrors = inner.mirrors.length === 0 ? root.mirrors : inner.mirrors;
  return [{ ...inner, name, match, mirrors, directResponse: inner.directResponse ?? root.directResponse }];
}

/** null: some match of the delegate lies outside every match of the root. */
function mergeMatches(root: readonly HttpMatch[], inner: readonly HttpMatch[]): readonly HttpMatch[] | null {
  if (root.length === 0) return inner;
  if (inner.length === 0) return root;
  const merged = inner.map(narrow => root.filter(wide => !conflicts(wide, narrow)).map(wide => merge(wide, narrow)));
  return merged.every(list => list.length > 0) ? merged.flat() : null;
}

function merge(root: HttpMatch, inner: HttpMatch): HttpMatch {
  return {
    uri: inner.uri ?? root.uri,
    scheme: inner.scheme ?? root.scheme,
    method: inner.method ?? root.method,
    authority: inner.authority ?? root.authority,
    headers: { ...root.headers, ...inner.headers },
    withoutHeaders: { ...root.withoutHeaders, ...inner.withoutHeaders },
    queryParams: { ...root.queryParams, ...inner.queryParams },
    ignoreUriCase: inner.ignoreUriCase,
    port: inner.port === 0 ? root.port : inner.port,
    sourceLabels: { ...root.sourceLabels, ...inner.sourceLabels },
    sourceNamespace: inner.sourceNamespace === '' ? root.sourceNamespace : inner.sourceNamespace,
    gateways: inner.gateways.length === 0 ? root.gateways : inner.gateways,
  };
}

/** Mirrors `hasConflict`. */
function conflicts(root: HttpMatch, inner: HttpMatch): boolean {
  const maps = ['headers', 'withoutHeaders', 'queryParams'] as const;
  return (
    textConflicts(root.uri, inner.uri) ||
    textConflicts(root.scheme, inner.scheme) ||
    textConflicts(root.method, inner.method) ||
    textConflicts(root.authority, inner.authority) ||
    maps.some(map => Object.entries(inner[map]).some(([key, value]) => textConflicts(root[map][key] ?? null, value))) ||
    root.ignoreUriCase !== inner.ignoreUriCase ||
    (root.port > 0 && inner.port > 0 && root.port !== inner.port) ||
    (root.sourceNamespace !== '' && root.sourceNamespace !== inner.sourceNamespace) ||
    Object.entries(inner.sourceLabels).some(([key, value]) => (root.sourceLabels[key] ?? value) !== value) ||
    (root.gateways.length > 0 && inner.gateways.some(gateway => !root.gateways.includes(gateway)))
  );
}

/** Whether the delegate's match is not within the root's. Mirrors `stringMatchConflict`. */
function textConflicts(root: StringMatch | null, inner: StringMatch | null): boolean {
  if (root === null || inner === null) return false;
  if (root.kind === 'exact') return inner.kind !== 'exact' || inner.value !== root.value;
  if (root.kind === 'prefix') {
    return !((inner.kind === 'prefix' || inner.kind === 'exact') && inner.value.startsWith(root.value));
  }
  return true;
}
