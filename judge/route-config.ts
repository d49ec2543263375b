import type { HeaderMatch, Route, RouteAction, RouteTable } from '../src/proxy/route-table.js';
import type { StringMatch } from '../src/resources/route-rules.js';
import type { Json } from '../src/report/conformance.js';
import { type } from './listeners.js';

/** A route table as istiod sends it (RT-15, RT-16). */
export function routeConfiguration({ name, ignoresPort, virtualHosts }: RouteTable): Json {
  return {
    '@type': type('config.route.v3.RouteConfiguration'),
    name,
    ignore_port_in_host_matching: ignoresPort,
    virtual_hosts: virtualHosts.map(host => ({
      name: host.name,
      domains: host.domains,
      routes: host.routes.map(envoyRoute),
    })),
  };
}

function envoyRoute({ match: { path, isCaseSensitive, headers, queryParams }, action }: Route): Json {
  const query = Object.entries(queryParams);
  return {
    match: {
      ...(path.kind === 'regex' ? { safe_regex: { regex: path.value } } : { [path.kind]: path.value }),
      case_sensitive: isCaseSensitive,
      ...(headers.length === 0 ? {} : { headers: headers.map(headerMatcher) }),
      ...(query.length === 0
        ? {}
        : { query_parameters: query.map(([name, match]) => ({ name, ...stringMatcher(match) })) }),
    },
    ...envoyAction(action),
  };
}

function envoyAction(action: RouteAction): { readonly [key: string]: Json } {
  switch (action.kind) {
    case 'cluster':
      return { route: { cluster: action.cluster, timeout: '0s' } };
    case 'weighted': {
      const clusters = Object.entries(action.clusters).map(([name, weight]) => ({ name, weight }));
      return { route: { weighted_clusters: { clusters }, timeout: '0s' } };
    }
    case 'direct-response':
      return { direct_response: { status: action.status } };
    case 'redirect':
      return { redirect: { path_redirect: '/elsewhere' } };
  }
}

/** A header that must not be there as given counts as empty where it is missing (`TranslateRouteMatch`). */
function headerMatcher({ name, match, isInverted }: HeaderMatch): Json {
  const isText = match.kind !== 'present';
  return {
    name,
    ...stringMatcher(match),
    ...(isInverted ? { invert_match: true, ...(isText ? { treat_missing_header_as_empty: true } : {}) } : {}),
  };
}

function stringMatcher(match: StringMatch): { readonly [key: string]: Json } {
  switch (match.kind) {
    case 'present':
      return { present_match: true };
    case 'regex':
      return { string_match: { safe_regex: { regex: match.value } } };
    case 'exact':
    case 'prefix':
      return { string_match: { [match.kind]: match.value } };
  }
}
