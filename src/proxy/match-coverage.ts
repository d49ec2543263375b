import { MESH_GATEWAY } from '../mesh/virtual-services.js';
import type { HttpMatch, SourceMatch, StringMatch, TcpMatch, TlsMatch } from '../resources/route-rules.js';

/** Of the VirtualService that both matches are of: the gateways that it is bound to, and whether its prefixes are of whole labels. */
export interface MatchContext {
  readonly gateways: readonly string[];
  readonly isGatewayApi: boolean;
}

/**
 * Whether every request that meets `narrow` meets `wide`, whoever sends it. Two regular expressions are compared as
 * they are written, so that false says nothing.
 */
export function coversRequest(wide: HttpMatch, narrow: HttpMatch, context: MatchContext): boolean {
  return (
    coversCaller(asLookedAt(wide), asLookedAt(narrow), context.gateways) &&
    coversPath(wide, narrow, context.isGatewayApi) &&
    (['method', 'authority', 'scheme'] as const).every(part => coversText(wide[part], narrow[part])) &&
    Object.entries(wide.headers).every(([name, match]) => coversText(match, narrow.headers[name] ?? null)) &&
    // How absent ones are met differs from kind to kind of match.
    areAmong(wide.withoutHeaders, narrow.withoutHeaders) &&
    areAmong(wide.queryParams, narrow.queryParams)
  );
}

/** Whether the tls match makes no chain once the other has made its own: the same names and subnets, as written (LI-24). */
export function repeatsChain(first: TlsMatch, later: TlsMatch): boolean {
  const keyOf = ({ sniHosts, destinationSubnets }: TlsMatch) => `${sniHosts.join(',')}|${destinationSubnets.join(',')}`;
  return keyOf(first) === keyOf(later) && coversCaller(first, later, [MESH_GATEWAY]);
}

/** Whether a tcp rule with the first match leaves no connection for one with the later match (LI-26). */
export function endsRules(first: TcpMatch, later: TcpMatch): boolean {
  return first.destinationSubnets.length === 0 && coversCaller(first, later, [MESH_GATEWAY]);
}

/** Where gateways are named, labels and namespace are not looked at (RT-4). */
function asLookedAt<T extends SourceMatch>(match: T): T {
  return match.gateways.length === 0 ? match : { ...match, sourceLabels: {}, sourceNamespace: '' };
}

function coversCaller(wide: SourceMatch, narrow: SourceMatch, allGateways: readonly string[]): boolean {
  const gateways = narrow.gateways.length === 0 ? allGateways : narrow.gateways;
  return (
    (wide.port === 0 || wide.port === narrow.port) &&
    (wide.sourceNamespace === '' || wide.sourceNamespace === narrow.sourceNamespace) &&
    Object.entries(wide.sourceLabels).every(([label, value]) => narrow.sourceLabels[label] === value) &&
    (wide.gateways.length === 0 || gateways.every(gateway => wide.gateways.includes(gateway)))
  );
}

/** As `routeMatch` sends paths: without one it is the prefix `/`, and `.*` is any path to istiod too. */
function coversPath(wide: HttpMatch, narrow: HttpMatch, isGatewayApi: boolean): boolean {
  const [a, b] = [pathOf(wide.uri), pathOf(narrow.uri)];
  if (a.kind === 'regex') return a.value === '.*' || (b.kind === 'regex' && a.value === b.value);
  if (b.kind === 'regex') return false;
  if (narrow.ignoreUriCase && !wide.ignoreUriCase && b.value.toLowerCase() !== b.value.toUpperCase()) {
    return a.kind === 'prefix' && a.value === '/';
  }
  const [whole, part] = wide.ignoreUriCase ? [a.value.toLowerCase(), b.value.toLowerCase()] : [a.value, b.value];
  if (whole === part) return a.kind === 'prefix' || b.kind === 'exact';
  const start = isGatewayApi && !whole.endsWith('/') ? `${whole}/` : whole;
  return a.kind === 'prefix' && part.startsWith(start);
}

function pathOf(uri: StringMatch | null): Exclude<StringMatch, { readonly kind: 'present' }> {
  return uri === null || uri.kind === 'present' ? { kind: 'prefix', value: '/' } : uri;
}

function coversText(wide: StringMatch | null, narrow: StringMatch | null): boolean {
  if (wide === null) return true;
  if (narrow === null) return false;
  if (wide.kind === 'present' || narrow.kind === 'present') return wide.kind === 'present';
  if (wide.kind === 'prefix') return narrow.kind !== 'regex' && narrow.value.startsWith(wide.value);
  return wide.kind === narrow.kind && wide.value === narrow.value;
}

/** Whether the conditions are among the others', word for word. */
function areAmong(few: Readonly<Record<string, StringMatch>>, many: Readonly<Record<string, StringMatch>>): boolean {
  return Object.entries(few).every(([name, match]) => JSON.stringify(many[name]) === JSON.stringify(match));
}
