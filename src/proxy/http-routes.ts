import { declarerOf, hasGatewaySemantics } from '../mesh/virtual-services.js';
import type { HttpMatch, HttpRule, StringMatch, VirtualService } from '../resources/route-rules.js';
import { targetOf, type ServiceByHost } from './destination.js';
import type { Recipient } from './proxy.js';
import {
  everyRequest,
  isCatchAll,
  type HeaderMatch,
  type Route,
  type RouteAction,
  type RouteMatch,
} from './route-table.js';
import { matchesRequest } from './source-match.js';

/**
 * The routes that a VirtualService makes for one sidecar and port, up to the first that matches everything (RT-4).
 *
 * Mirrors `BuildHTTPRoutesForVirtualService`.
 */
export function httpRoutes(
  service: VirtualService,
  recipient: Recipient,
  port: number,
  serviceOf: ServiceByHost,
): readonly Route[] {
  const routes: Route[] = [];
  for (const rule of service.http) {
    const action = actionOf(rule, port, serviceOf);
    const matches = rule.match.length === 0 ? [null] : rule.match;
    for (const match of matches) {
      if (match !== null && !matchesRequest(match, recipient, port)) continue;
      const route = {
        name: rule.name,
        match: routeMatch(match, hasGatewaySemantics(service, recipient.behaves)),
        action,
        via: service,
        declarer: declarerOf(service, rule),
      };
      routes.push(route);
      if (match === null || isLast(match, route, recipient)) return routes;
    }
  }
  return routes;
}

/** Whether no later route can be reached, as far as istiod looks. */
function isLast(match: HttpMatch, route: Route, { behaves }: Recipient): boolean {
  return isCatchAll(route.match) && (behaves('catch-all-routes') || isPlain(match));
}

/** Of its prefix alone (`isCatchAllMatch`). */
function isPlain({ uri, port, sourceLabels, sourceNamespace, gateways }: HttpMatch): boolean {
  const isUnconditional = port === 0 && sourceNamespace === '' && gateways.length === 0;
  return uri?.kind === 'prefix' && isUnconditional && Object.keys(sourceLabels).length === 0;
}

function actionOf(rule: HttpRule, port: number, serviceOf: ServiceByHost): RouteAction {
  if (rule.redirect) return { kind: 'redirect' };
  if (rule.directResponse !== null) return { kind: 'direct-response', status: rule.directResponse };
  // The webhook refuses a rule that leads nowhere; what is left of one is a route without clusters.
  return targetOf(rule.route, port, serviceOf) ?? { kind: 'weighted', clusters: {} };
}

/** Mirrors `TranslateRouteMatch`. */
function routeMatch(match: HttpMatch | null, isGateway: boolean): RouteMatch {
  if (match === null) return everyRequest;
  const named = [
    ...Object.entries(match.headers).map(([name, value]) => header(name, value, false)),
    ...Object.entries(match.withoutHeaders).map(([name, value]) => header(name, value, true)),
  ].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const pseudo = [
    ...(match.method === null ? [] : [header(':method', match.method, false)]),
    ...(match.authority === null ? [] : [header(':authority', match.authority, false)]),
    ...(match.scheme === null ? [] : [header(':scheme', match.scheme, false)]),
  ];
  return {
    path: pathMatch(match.uri, isGateway),
    isCaseSensitive: !match.ignoreUriCase,
    headers: [...named, ...pseudo],
    queryParams: match.queryParams,
  };
}

function header(name: string, match: StringMatch, isInverted: boolean): HeaderMatch {
  return { name, match: asSent(match), isInverted };
}

/** A star alone, which the webhook takes in `withoutHeaders`, asks for anything (`canBeConvertedToPresentMatch`). */
function asSent(match: StringMatch): StringMatch {
  return match.kind === 'regex' && match.value === '*' ? { kind: 'present' } : match;
}

function pathMatch(uri: StringMatch | null, isGateway: boolean): RouteMatch['path'] {
  if (uri === null || uri.kind === 'present') return everyRequest.path;
  if (uri.kind === 'exact') return { kind: 'path', value: uri.value };
  if (uri.kind === 'regex') return { kind: 'regex', value: uri.value };
  const isWhole = isGateway && uri.value !== '/' && uri.value.endsWith('/');
  return { kind: 'prefix', value: isWhole ? uri.value.slice(0, -1) : uri.value };
}
