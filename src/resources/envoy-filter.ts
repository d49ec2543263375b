import type { SourceDocument } from '../source/document.js';
import type { Report } from './fault.js';
import { list, optional, string, type ValueOf } from './fields.js';
import { validateEnvoyFilter } from './envoy-filter-validation.js';
import { readIstioIdentity } from './istio-metadata.js';
import { anything } from './json-value.js';
import { applyTos, operations, patchContexts, routeActions, type EnvoyFilter, type EnvoyPatch } from './patches.js';
import { enumeration, message, readSpec, uint32 } from './protobuf-fields.js';
import { workloadSelector } from './workload-selector.js';

const listenerMatch = message({
  portNumber: uint32,
  portName: string,
  name: string,
  listenerFilter: string,
  filterChain: optional(
    message({
      name: string,
      sni: string,
      transportProtocol: string,
      applicationProtocols: string,
      destinationPort: uint32,
      filter: optional(message({ name: string, subFilter: optional(message({ name: string })) })),
    }),
  ),
});

const routesMatch = message({
  portNumber: uint32,
  portName: string,
  gateway: string,
  name: string,
  vhost: optional(
    message({
      name: string,
      domainName: string,
      route: optional(message({ name: string, action: enumeration(...routeActions) })),
    }),
  ),
});

const clusterMatch = message({ portNumber: uint32, service: string, subset: string, name: string });

const configPatch = message({
  applyTo: enumeration(...applyTos),
  match: optional(
    message({
      context: enumeration(...patchContexts),
      proxy: optional(message({ proxyVersion: string })),
      listener: optional(listenerMatch),
      routeConfiguration: optional(routesMatch),
      cluster: optional(clusterMatch),
    }),
  ),
  patch: optional(message({ operation: enumeration(...operations), value: anything })),
});

const envoyFilterSpec = message({
  workloadSelector: optional(workloadSelector),
  targetRefs: list(anything),
  configPatches: list(configPatch),
});

/** `networking.istio.io` EnvoyFilter, as `networking/v1alpha3/envoy_filter.proto` has it. */
export type EnvoyFilterSpec = ValueOf<typeof envoyFilterSpec>;

/** Decodes an EnvoyFilter and validates all but the values of its patches; null where its spec cannot be read. */
export function decodeEnvoyFilter(document: SourceDocument, report: Report): EnvoyFilter | null {
  const identity = readIstioIdentity(document, report);
  const spec = readSpec(envoyFilterSpec, document, report);
  if (spec === null) return null;
  validateEnvoyFilter(spec, report);
  return {
    kind: 'EnvoyFilter',
    ...identity,
    workloadSelector: spec.workloadSelector?.labels ?? null,
    hasTargets: spec.targetRefs.length > 0,
    patches: spec.configPatches.map(patchOf),
  };
}

/** A patch with what it leaves out filled in; numbers that name nothing mean nothing (`convertToEnvoyFilterWrapper`). */
function patchOf({ applyTo, match, patch }: EnvoyFilterSpec['configPatches'][number]): EnvoyPatch {
  const route = match?.routeConfiguration?.vhost?.route;
  const target = named(applyTo, 'INVALID');
  const operation = named(patch?.operation ?? 'INVALID', 'INVALID');
  return {
    applyTo: target,
    operation: operation.startsWith('INSERT') && !orderedParts.has(target) ? 'ADD' : operation,
    context: named(match?.context ?? 'ANY', 'GATEWAY'),
    proxyVersion: match?.proxy?.proxyVersion ?? '',
    listener: match?.listener ?? null,
    routes: routesOf(match?.routeConfiguration ?? null, named(route?.action ?? 'ANY', 'ANY')),
    cluster: match?.cluster ?? null,
    value: patch?.value ?? null,
  };
}

/** What has an order in which to insert; elsewhere inserting is adding. */
const orderedParts: ReadonlySet<EnvoyPatch['applyTo']> = new Set([
  'HTTP_FILTER',
  'NETWORK_FILTER',
  'HTTP_ROUTE',
  'LISTENER_FILTER',
] as const);

function routesOf(
  match: ValueOf<typeof routesMatch> | null,
  action: (typeof routeActions)[number],
): EnvoyPatch['routes'] {
  if (match === null) return null;
  const { name, portNumber, vhost } = match;
  const route = vhost?.route ?? null;
  return {
    name,
    portNumber,
    vhost: vhost && { name: vhost.name, domainName: vhost.domainName, route: route && { name: route.name, action } },
  };
}

function named<T extends string>(value: T | number, otherwise: T): T {
  return typeof value === 'number' ? otherwise : value;
}
