import type { EnvoyFilterSpec } from './envoy-filter.js';
import type { Path, Report } from './fault.js';
import { validateWorkloadSelector } from './workload-selector.js';
import { faultOfRegularExpression } from './regular-expression.js';

type ConfigPatch = EnvoyFilterSpec['configPatches'][number];

/** The match that fits what a patch is applied to, where it has to be of one kind. */
const fittingMatch: ReadonlyMap<unknown, 'listener' | 'routeConfiguration' | 'cluster'> = new Map([
  ['LISTENER', 'listener'],
  ['FILTER_CHAIN', 'listener'],
  ['NETWORK_FILTER', 'listener'],
  ['HTTP_FILTER', 'listener'],
  ['ROUTE_CONFIGURATION', 'routeConfiguration'],
  ['VIRTUAL_HOST', 'routeConfiguration'],
  ['HTTP_ROUTE', 'routeConfiguration'],
  ['CLUSTER', 'cluster'],
] as const);

/** Reports why Istio's webhook refuses an EnvoyFilter: `ValidateEnvoyFilter` of 1.30, but for the values of patches. */
export function validateEnvoyFilter({ workloadSelector, configPatches }: EnvoyFilterSpec, report: Report): void {
  validateWorkloadSelector(workloadSelector, report);
  configPatches.forEach((patch, index) => {
    if (patch.match?.context !== 'WAYPOINT') validatePatch(patch, ['spec', 'configPatches', index], report);
  });
}

/** The first fault of a patch is the only one that is told. */
function validatePatch({ applyTo, match, patch }: ConfigPatch, path: Path, report: Report): void {
  if (applyTo === 'INVALID') return report([...path, 'applyTo'], 'what the patch is applied to, such as HTTP_FILTER');
  if (patch === null) return report([...path, 'patch'], 'a patch with operation and value');
  if (patch.operation === 'INVALID') return report([...path, 'patch', 'operation'], 'an operation, such as MERGE');
  if (patch.operation !== 'REMOVE' && patch.value === null) {
    return report([...path, 'patch', 'value'], 'a value: only REMOVE goes without');
  }
  if (match === null) return;
  const version = match.proxy?.proxyVersion ?? '';
  const fault = faultOfRegularExpression(version);
  if (fault !== null) {
    return report([...path, 'match', 'proxy', 'proxyVersion'], `a regular expression in RE2 syntax: ${fault}`);
  }

  const fitting = fittingMatch.get(applyTo);
  const given = (['listener', 'routeConfiguration', 'cluster'] as const).find(kind => match[kind] !== null);
  if (fitting !== undefined && given !== undefined && match[fitting] === null) {
    return report([...path, 'match', given], `none: a patch of ${applyTo} has a match of ${fitting}`);
  }
  validateFilterMatch(applyTo, match, [...path, 'match', 'listener', 'filterChain', 'filter'], report);
}

function validateFilterMatch(
  applyTo: ConfigPatch['applyTo'],
  match: NonNullable<ConfigPatch['match']>,
  path: Path,
  report: Report,
): void {
  const filter = match.listener?.filterChain?.filter ?? null;
  if (filter === null || applyTo === 'LISTENER_FILTER') return;
  if (filter.name === '') return report([...path, 'name'], 'the name of the filter to match');
  if (filter.subFilter === null) return;
  const at = [...path, 'subFilter'];
  if (applyTo !== 'HTTP_FILTER') return report(at, 'none: only patches of HTTP_FILTER match by it');
  if (!CONNECTION_MANAGERS.includes(filter.name)) {
    return report([...path, 'name'], `${CONNECTION_MANAGERS[0]}, beside a subFilter`);
  }
  if (filter.subFilter.name === '') report([...at, 'name'], 'the name of the HTTP filter to match');
}

const CONNECTION_MANAGERS = ['envoy.filters.network.http_connection_manager', 'envoy.http_connection_manager'];
