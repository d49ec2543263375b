import type { GatewayRoute } from '../resources/gateway-api/gateway-route.js';
import type { StringMatch, VirtualService } from '../resources/route-rules.js';
import type { Target } from './destination.js';

/** One HTTP route configuration as Envoy gets it (RDS). */
export interface RouteTable {
  readonly name: string;
  /** Whether the port that a Host may carry is cut off before it is compared. */
  readonly ignoresPort: boolean;
  readonly virtualHosts: readonly VirtualHost[];
}

/** Requests whose Host is one of the domains; the first route that matches answers. */
export interface VirtualHost {
  readonly name: string;
  readonly domains: readonly string[];
  readonly routes: readonly Route[];
}

export interface Route {
  readonly name: string;
  readonly match: RouteMatch;
  readonly action: RouteAction;
  /** The VirtualService whose rule it is; null where none. */
  readonly via: VirtualService | null;
  /** Who wrote that rule: the VirtualService, or a route of Gateway API; null where none. */
  readonly declarer: VirtualService | GatewayRoute | null;
}

export interface RouteMatch {
  readonly path: { readonly kind: 'prefix' | 'path' | 'regex'; readonly value: string };
  readonly isCaseSensitive: boolean;
  /** In the order in which they are sent: headers by name, then method, authority and scheme. */
  readonly headers: readonly HeaderMatch[];
  readonly queryParams: Readonly<Record<string, StringMatch>>;
}

export interface HeaderMatch {
  readonly name: string;
  readonly match: StringMatch;
  /** It must not match. */
  readonly isInverted: boolean;
}

export type RouteAction =
  Target | { readonly kind: 'direct-response'; readonly status: number } | { readonly kind: 'redirect' };

/** What matches every request. */
export const everyRequest: RouteMatch = {
  path: { kind: 'prefix', value: '/' },
  isCaseSensitive: true,
  headers: [],
  queryParams: {},
};

/** A match after which no route is ever reached (`IsCatchAllRoute`). */
export function isCatchAll({ path, headers, queryParams }: RouteMatch): boolean {
  const isAnyPath = (path.kind === 'prefix' && path.value === '/') || (path.kind === 'regex' && path.value === '.*');
  return isAnyPath && headers.length === 0 && Object.keys(queryParams).length === 0;
}
