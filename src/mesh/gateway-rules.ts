import type { Behaves } from '../istio/behaviours.js';
import type { Backend, GatewayRoute, RouteParent } from '../resources/gateway-api/gateway-route.js';
import { anyRequest } from '../resources/gateway-api/matches.js';
import { isSubsetOf } from '../resources/hostname.js';
import type {
  Destination,
  HttpMatch,
  HttpRule,
  TcpRule,
  TlsRule,
  WeightedDestination,
} from '../resources/route-rules.js';

/**
 * The rules of an HTTPRoute or GRPCRoute for one parent, one for each match.
 *
 * Mirrors `convertHTTPRoute`, `convertGRPCRoute` and `augmentPortMatch`.
 */
export function httpRulesOf(
  route: GatewayRoute,
  { port }: RouteParent,
  domain: string,
  behaves: Behaves,
): readonly HttpRule[] {
  return route.rules.flatMap(({ name, matches, backends, mirrors, redirects }) => {
    const isAnswered = !redirects && !isServed(backends);
    const isMissing = route.kind === 'HTTPRoute' && backends.length === 0 && behaves('no-backends-not-found');
    const rule = {
      name,
      route: isAnswered ? [] : destinationsOf(backends, domain),
      mirrors: mirrors.map(mirror => destinationOf(mirror, domain)),
      redirect: redirects,
      directResponse: isAnswered ? (isMissing ? 404 : 500) : null,
      delegate: null,
      origin: route,
    };
    const each: readonly (HttpMatch | null)[] = matches.length === 0 ? [null] : matches;
    return each.map(match => {
      if (port === null) return { ...rule, match: match === null ? [] : [match] };
      return { ...rule, match: [{ ...(match ?? anyRequest), port }] };
    });
  });
}

/** The rules of a TLSRoute for one host of a parent; without hostnames the parent's own are the server names. */
export function tlsRulesOf(
  route: GatewayRoute,
  { port }: RouteParent,
  host: string,
  parentHosts: readonly string[],
  domain: string,
): readonly TlsRule[] {
  const names = route.hostnames.length === 0 ? parentHosts : route.hostnames;
  // `compatibleRoutesForHost`
  const sniHosts = names.length > 1 ? names.filter(name => isSubsetOf(host, name) || isSubsetOf(name, host)) : names;
  const match = { sniHosts, destinationSubnets: [], ...anySource, port: port ?? 0 };
  return route.rules.map(({ backends }) =>
    isServed(backends)
      ? { match: [match], route: destinationsOf(backends, domain) }
      : // Istio makes it match nothing.
        { match: [], route: [NOWHERE] },
  );
}

/** The rules of a TCPRoute for one parent. */
export function tcpRulesOf(route: GatewayRoute, { port }: RouteParent, domain: string): readonly TcpRule[] {
  const match = port === null ? [] : [{ destinationSubnets: [], ...anySource, port }];
  return route.rules.map(({ backends }) => ({
    match,
    route: isServed(backends) ? destinationsOf(backends, domain) : [NOWHERE],
  }));
}

/** Narrower matches first: by path, method, headers, then parameters (`sortHTTPRoutes`). */
export function inGatewayOrder<T extends Pick<HttpRule, 'match'>>(rules: readonly T[]): readonly T[] {
  return rules.toSorted(({ match: [a] }, { match: [b] }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return (
      pathRank(b) - pathRank(a) ||
      pathLength(b) - pathLength(a) ||
      Number(b.method !== null) - Number(a.method !== null) ||
      Object.keys(b.headers).length - Object.keys(a.headers).length ||
      Object.keys(b.queryParams).length - Object.keys(a.queryParams).length
    );
  });
}

function pathRank({ uri }: HttpMatch): number {
  return { exact: 3, prefix: 2, regex: 1, present: -1 }[uri?.kind ?? 'present'];
}

function pathLength({ uri }: HttpMatch): number {
  return uri === null || uri.kind === 'present' ? 0 : new TextEncoder().encode(uri.value).length;
}

function isServed(backends: readonly Backend[]): boolean {
  return backends.some(({ weight }) => weight > 0);
}

/** Backends of weight 0 get nothing; a single one gets all (`buildHTTPDestination`, `buildTCPDestination`). */
function destinationsOf(backends: readonly Backend[], domain: string): readonly WeightedDestination[] {
  const served = backends.filter(({ weight }) => weight > 0);
  return served.map(backend => ({
    ...destinationOf(backend, domain),
    weight: served.length === 1 ? 0 : backend.weight,
  }));
}

/** An empty host stands for what Istio sends nothing to. */
function destinationOf({ kind, namespace, name, port }: Backend, domain: string): Destination {
  if (kind === 'other') return { host: '', subset: '', port: null };
  return { host: kind === 'Hostname' ? name : `${name}.${namespace}.svc.${domain}`, subset: '', port };
}

const anySource = { sourceLabels: {}, sourceNamespace: '', gateways: [] } as const;

/** A cluster that is never there, so that connections are closed. */
const NOWHERE: WeightedDestination = { host: 'internal.cluster.local', subset: 'zero-weight', port: 65535, weight: 0 };
