import type { RouteMatch } from '../proxy/route-table.js';
import { readConfigName } from './config-name.js';
import type { LiveRoute, LiveTable } from './live-sidecar.js';
import { field, flagOf, isSet, itemsOf, numberOf, textOf, type ProtoValue } from './proto-json.js';
import { targetOf } from './read-listener.js';
import { requestText, type RequestShape } from './route-text.js';

/** `envoy.config.route.v3.RouteConfiguration`, by what decides where a request goes. */
export function readTable(table: ProtoValue): LiveTable {
  return {
    name: textOf(field(table, 'name')),
    ignoresPort: flagOf(field(table, 'ignore_port_in_host_matching'), false),
    virtualHosts: itemsOf(field(table, 'virtual_hosts')).map(host => ({
      name: textOf(field(host, 'name')),
      domains: itemsOf(field(host, 'domains')).map(textOf),
      routes: itemsOf(field(host, 'routes')).map(readRoute),
    })),
  };
}

function readRoute(route: ProtoValue): LiveRoute {
  return {
    match: requestText(readMatch(field(route, 'match'))),
    action: actionOf(route),
    config: readConfigName(route),
  };
}

function readMatch(match: ProtoValue): RequestShape {
  return {
    path: pathOf(match),
    isCaseSensitive: flagOf(field(match, 'case_sensitive'), true),
    headers: itemsOf(field(match, 'headers')).map(header => ({
      name: textOf(field(header, 'name')),
      isInverted: flagOf(field(header, 'invert_match'), false),
    })),
    queryParams: itemsOf(field(match, 'query_parameters')).map(parameter => textOf(field(parameter, 'name'))),
  };
}

function pathOf(match: ProtoValue): RouteMatch['path'] | { readonly kind: 'other'; readonly value: string } {
  for (const kind of ['prefix', 'path'] as const) {
    const value = field(match, kind);
    if (isSet(value)) return { kind, value: textOf(value) };
  }
  const regex = field(match, 'safe_regex');
  if (isSet(regex)) return { kind: 'regex', value: textOf(field(regex, 'regex')) };
  const separated = field(match, 'path_separated_prefix');
  return { kind: 'other', value: isSet(separated) ? `path below ${textOf(separated)}` : 'another kind of path' };
}

function actionOf(route: ProtoValue): LiveRoute['action'] {
  const response = field(route, 'direct_response');
  if (isSet(response)) return { kind: 'other', text: `answers ${numberOf(field(response, 'status'))}` };
  if (isSet(field(route, 'redirect'))) return { kind: 'other', text: 'redirects' };
  const action = field(route, 'route');
  return isSet(action) ? targetOf(action) : { kind: 'other', text: 'leads nowhere' };
}
