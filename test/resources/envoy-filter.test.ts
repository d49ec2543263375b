import { describe, expect, test } from '@jest/globals';
import { decodeAll } from '../../src/resources/decode-all.js';
import type { EnvoyFilter } from '../../src/resources/patches.js';
import { readManifests } from '../../src/source/manifests.js';
import { resourcesOf } from '../meshes.js';

const hcm = 'envoy.filters.network.http_connection_manager';

function yaml(spec: string): string {
  return `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: lua, namespace: shop}
spec: ${spec}`;
}

function decoded(spec: string): EnvoyFilter {
  const [found] = resourcesOf(yaml(spec));
  if (found?.kind !== 'EnvoyFilter') throw new Error('no EnvoyFilter was read');
  return found;
}

test('what a patch matches and does is read, in either spelling', () => {
  const { patches, workloadSelector, hasTargets } = decoded(`
  workload_selector: {labels: {app: web}}
  configPatches:
  - apply_to: HTTP_FILTER
    match:
      context: SIDECAR_OUTBOUND
      proxy: {proxyVersion: '^1\\.30.*'}
      listener: {port_number: 80, filterChain: {filter: {name: envoy.filters.network.http_connection_manager, subFilter: {name: router}}}}
    patch: {operation: INSERT_BEFORE, value: {name: lua, typed_config: {"@type": x, n: 1, on: true, list: [a, null]}}}`);

  expect([workloadSelector, hasTargets]).toEqual([{ app: 'web' }, false]);
  expect(patches).toEqual([
    {
      applyTo: 'HTTP_FILTER',
      operation: 'INSERT_BEFORE',
      context: 'SIDECAR_OUTBOUND',
      proxyVersion: '^1\\.30.*',
      listener: {
        name: '',
        portName: '',
        portNumber: 80,
        listenerFilter: '',
        filterChain: {
          name: '',
          sni: '',
          transportProtocol: '',
          applicationProtocols: '',
          destinationPort: 0,
          filter: { name: hcm, subFilter: { name: 'router' } },
        },
      },
      routes: null,
      cluster: null,
      value: { name: 'lua', typed_config: { '@type': 'x', n: 1, on: true, list: ['a', null] } },
    },
  ]);
});

test('without a match a patch is for every context; where nothing has an order, inserting is adding', () => {
  const [patch] = decoded('{configPatches: [{applyTo: CLUSTER, patch: {operation: INSERT_FIRST, value: {}}}]}').patches;
  expect(patch).toMatchObject({ context: 'ANY', operation: 'ADD', listener: null, routes: null, cluster: null });
});

test('targets are for gateways and waypoints', () => {
  expect(decoded('{targetRefs: [{kind: Gateway, name: edge}]}').hasTargets).toBe(true);
});

const remove = 'patch: {operation: REMOVE}';

function listenerPatch(applyTo: string, filterChain: string): string {
  return `{applyTo: ${applyTo}, match: {listener: {filterChain: ${filterChain}}}, ${remove}}`;
}

// prettier-ignore
const faults: [what: string, patch: string, message: string][] = [
  ['nothing it applies to',        `{${remove}}`,                                            'spec.configPatches[0].applyTo is missing, expected what the patch is applied to, such as HTTP_FILTER'],
  ['no patch',                     '{applyTo: CLUSTER}',                                     'spec.configPatches[0].patch is missing, expected a patch with operation and value'],
  ['no operation',                 '{applyTo: CLUSTER, patch: {value: {}}}',                 'spec.configPatches[0].patch.operation is missing, expected an operation, such as MERGE'],
  ['an operation without value',   '{applyTo: CLUSTER, patch: {operation: ADD}}',            'spec.configPatches[0].patch.value is missing, expected a value: only REMOVE goes without'],
  ['an operation of no such name', '{applyTo: CLUSTER, patch: {operation: DROP}}',           'spec.configPatches[0].patch.operation is "DROP", expected one of INVALID, MERGE, ADD, REMOVE, INSERT_BEFORE, INSERT_AFTER, INSERT_FIRST, REPLACE'],
  ['a match of another kind',      `{applyTo: CLUSTER, match: {listener: {}}, ${remove}}`,   'spec.configPatches[0].match.listener is an empty mapping, expected none: a patch of CLUSTER has a match of cluster'],
  ['a version that is no pattern', `{applyTo: CLUSTER, match: {proxy: {proxyVersion: "("}}, ${remove}}`, 'spec.configPatches[0].match.proxy.proxyVersion is "(", expected a regular expression in RE2 syntax: a ")" for every "("'],
  ['a filter without name',        listenerPatch('NETWORK_FILTER', '{filter: {}}'),          'spec.configPatches[0].match.listener.filterChain.filter.name is missing, expected the name of the filter to match'],
  ['a subFilter of a network one', listenerPatch('NETWORK_FILTER', '{filter: {name: a, subFilter: {name: b}}}'), 'spec.configPatches[0].match.listener.filterChain.filter.subFilter is a mapping, expected none: only patches of HTTP_FILTER match by it'],
  ['a subFilter of another one',   listenerPatch('HTTP_FILTER', '{filter: {name: a, subFilter: {name: b}}}'), `spec.configPatches[0].match.listener.filterChain.filter.name is "a", expected ${hcm}, beside a subFilter`],
  ['a subFilter without name',     listenerPatch('HTTP_FILTER', `{filter: {name: ${hcm}, subFilter: {}}}`), 'spec.configPatches[0].match.listener.filterChain.filter.subFilter.name is missing, expected the name of the HTTP filter to match'],
];

describe('an EnvoyFilter is refused for', () => {
  test.each(faults)('%s', (_what, patch, message) => {
    const text = yaml(`{configPatches: [${patch}]}`);
    const { documents } = readManifests([{ path: 'filter.yaml', content: text, text }]);
    const { invalid } = decodeAll(documents, new WeakMap());
    expect(invalid.flatMap(({ faults: found }) => found.map(fault => fault.message))).toEqual([message]);
  });
});

test('a patch for waypoints is not looked at', () => {
  expect(decoded('{configPatches: [{match: {context: WAYPOINT}}]}').patches).toHaveLength(1);
});
