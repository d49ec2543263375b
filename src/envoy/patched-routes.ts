import { fieldAt, fieldsOf, type Json } from '../resources/json-value.js';
import type { EnvoyPatch } from '../resources/patches.js';
import { indexHosts } from './host-index.js';
import type { Decision } from './sidecar.js';

/** `routeConfigurationMatch`, `virtualHostMatch`, `routeMatch`. */
export function meetsRoutes({ applyTo, operation, routes: match, value }: EnvoyPatch, decision: Decision): boolean {
  const { chain, virtualHost, route, call } = decision;
  if (chain?.destination.kind !== 'routes' || call.kind !== 'http') return false;
  const { name } = chain.destination;
  if (match !== null && match.name !== '' && match.name !== name) return false;
  if (match !== null && match.portNumber !== 0 && String(match.portNumber) !== name) return false;
  if (applyTo === 'ROUTE_CONFIGURATION') return true;
  if (applyTo === 'VIRTUAL_HOST' && operation === 'ADD') return answersTo(value, call.host ?? call.address);
  if (applyTo === 'VIRTUAL_HOST' && fieldAt(value, 'domains') !== null) return true;

  const wanted = match?.vhost ?? null;
  if (virtualHost === null) return false;
  if (wanted !== null && wanted.name !== '' && wanted.name !== virtualHost.name) return false;
  if (wanted !== null && wanted.domainName !== '' && !virtualHost.domains.includes(wanted.domainName)) return false;
  if (applyTo === 'VIRTUAL_HOST') return true;
  // What comes last is reached by what nothing before it takes.
  if (operation === 'ADD') return route === null;
  const wantedRoute = wanted?.route ?? null;
  if (operation.startsWith('INSERT') || wantedRoute === null) return true;
  return route !== null && isRouteMatched(wantedRoute, route);
}

function isRouteMatched(
  { name, action }: NonNullable<NonNullable<NonNullable<EnvoyPatch['routes']>['vhost']>['route']>,
  route: NonNullable<Decision['route']>,
): boolean {
  const kinds = { redirect: 'REDIRECT', 'direct-response': 'DIRECT_RESPONSE', cluster: 'ROUTE', weighted: 'ROUTE' };
  return (name === '' || name === route.name) && (action === 'ANY' || action === kinds[route.action.kind]);
}

/** Whether a virtual host that a patch brings along has one of its domains fit the Host. */
function answersTo(value: Json, host: string): boolean {
  const domains = fieldsOf(value).get('domains');
  if (!Array.isArray(domains)) return true;
  const texts = (domains as readonly Json[]).filter(domain => typeof domain === 'string');
  const virtualHost = { name: '', domains: texts, routes: [] };
  return indexHosts({ name: '', ignoresPort: true, virtualHosts: [virtualHost] }).find(host) !== null;
}
