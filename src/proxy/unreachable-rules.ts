import type { Behaves } from '../istio/behaviours.js';
import { inGatewayOrder } from '../mesh/gateway-rules.js';
import { isGatewayRoute, isRead } from '../mesh/gateway-routes.js';
import { MESH_GATEWAY } from '../mesh/virtual-services.js';
import { anyRequest } from '../resources/gateway-api/matches.js';
import type { GatewayRoute } from '../resources/gateway-api/gateway-route.js';
import type { HttpMatch, SourceMatch, TcpMatch, VirtualService } from '../resources/route-rules.js';
import { coversRequest, endsRules, repeatsChain } from './match-coverage.js';

/** A rule to which rules before it in the same list leave nothing. */
export interface CoveredRule {
  readonly list: 'http' | 'tls' | 'tcp' | 'rules';
  readonly index: number;
  /** The earlier rules that take all that it matches. */
  readonly by: readonly number[];
}

/**
 * The rules that can never decide anything, because for each of their matches an earlier rule has a match that is at
 * least as wide: the first that matches has the request or connection (RT-4, LI-24, LI-26).
 *
 * Nothing is said of what is for gateways alone, of delegates, nor of delegated rules as the earlier ones: which of their
 * matches are left depends on both ends.
 */
export function coveredRules(rule: VirtualService | GatewayRoute, behaves: Behaves): readonly CoveredRule[] {
  if (isGatewayRoute(rule)) return isRead(rule.kind, behaves) && !rule.isBroken ? coveredOfRoute(rule) : [];
  if (rule.hosts.length === 0 || !gatewaysOf(rule).includes(MESH_GATEWAY)) return [];
  return [...coveredHttp(rule), ...coveredTls(rule), ...coveredTcp(rule)];
}

/** Whether sidecars alone are concerned, and no gateway. */
export function isForSidecarsOnly({ gateways }: SourceMatch, rule: VirtualService): boolean {
  return (gateways.length === 0 ? gatewaysOf(rule) : gateways).every(gateway => gateway === MESH_GATEWAY);
}

function gatewaysOf({ gateways }: VirtualService): readonly string[] {
  return gateways.length === 0 ? [MESH_GATEWAY] : gateways;
}

/** A match with the rule that has it. */
interface Placed<T> {
  readonly index: number;
  readonly match: T;
}

/** The rules of which each match is covered by one that stands before it and is another rule's. */
function covered<T>(
  list: CoveredRule['list'],
  placed: readonly Placed<T>[],
  takes: (earlier: T, later: T, earlierIndex: number) => boolean,
): readonly CoveredRule[] {
  const takers = new Map<number, (number | null)[]>();
  placed.forEach(({ index, match }, at) => {
    const taker = placed.slice(0, at).find(other => other.index !== index && takes(other.match, match, other.index));
    takers.set(index, [...(takers.get(index) ?? []), taker?.index ?? null]);
  });
  return [...takers].flatMap(([index, found]) => {
    const by = found.filter(taker => taker !== null);
    return by.length < found.length ? [] : [{ list, index, by: [...new Set(by)].sort((a, b) => a - b) }];
  });
}

function placedOf<T>(rules: readonly { readonly match: readonly T[] }[], everything: T): readonly Placed<T>[] {
  return rules.flatMap(({ match }, index) =>
    (match.length === 0 ? [everything] : match).map(one => ({ index, match: one })),
  );
}

function coveredHttp(rule: VirtualService): readonly CoveredRule[] {
  const isGatewayApi = rule.annotations['internal.istio.io/route-semantics'] === 'gateway';
  const context = { gateways: gatewaysOf(rule), isGatewayApi };
  return covered('http', placedOf(rule.http, anyRequest), (earlier, later, index) => {
    return rule.http[index]?.delegate === null && coversRequest(earlier, later, context);
  });
}

function coveredTls(rule: VirtualService): readonly CoveredRule[] {
  const placed = rule.tls.flatMap(({ match }, index) => match.map(one => ({ index, match: one })));
  return covered('tls', placed, (earlier, later) => isForSidecarsOnly(later, rule) && repeatsChain(earlier, later));
}

function coveredTcp(rule: VirtualService): readonly CoveredRule[] {
  return covered('tcp', placedOf<TcpMatch>(rule.tcp, everyConnection), (earlier, later) => {
    return isForSidecarsOnly(later, rule) && endsRules(earlier, later);
  });
}

const everyConnection: TcpMatch = {
  destinationSubnets: [],
  port: 0,
  sourceLabels: {},
  sourceNamespace: '',
  gateways: [],
};

function coveredOfRoute({ kind, rules }: GatewayRoute): readonly CoveredRule[] {
  switch (kind) {
    case 'HTTPRoute':
    case 'GRPCRoute':
      return coveredRequests(rules.map(({ matches }) => ({ match: matches })));
    case 'TCPRoute':
      return rules.slice(1).map((_, at) => ({ list: 'rules', index: at + 1, by: [0] }));
    case 'TLSRoute': {
      // All rules have the names of the route; one without backends of any weight makes nothing.
      const first = rules.findIndex(({ backends }) => backends.some(({ weight }) => weight > 0));
      if (first < 0) return [];
      return rules.slice(first + 1).map((_, at) => ({ list: 'rules', index: first + 1 + at, by: [first] }));
    }
  }
}

/** Matches are tried the narrowest first, whatever rule they are of. */
function coveredRequests(rules: readonly { readonly match: readonly HttpMatch[] }[]): readonly CoveredRule[] {
  const ordered = inGatewayOrder(
    rules.flatMap(({ match }, index) =>
      (match.length === 0 ? [[]] : match.map(one => [one])).map(one => ({ index, match: one })),
    ),
  );
  const placed = ordered.map(({ index, match: [match] }) => ({ index, match: match ?? anyRequest }));
  const context = { gateways: [MESH_GATEWAY], isGatewayApi: true };
  return covered('rules', placed, (earlier, later) => coversRequest(earlier, later, context));
}
