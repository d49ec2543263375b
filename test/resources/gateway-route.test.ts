import { expect, test } from '@jest/globals';
import { decodeAll } from '../../src/resources/decode-all.js';
import { readManifests } from '../../src/source/manifests.js';
import { gatewayRoute, type RouteFields } from '../manifests.js';

function decoded(fields: Partial<RouteFields>) {
  const text = gatewayRoute(fields);
  const { documents } = readManifests([{ path: 'route.yaml', content: text, text }]);
  return decodeAll(documents, new WeakMap());
}

const gateway = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' };

// prettier-ignore
const foreign: [what: string, fields: Partial<RouteFields>][] = [
  ['for a Gateway',                          { parents: [gateway] }],
  ['for a Gateway, right or wrong',          { parents: [gateway], rules: [{ matches: 'all' }] }],
  ['for a Service in Gateway API’s group',   { parents: [{ group: 'gateway.networking.k8s.io', name: 'cart' }] }],
  ['for what only others know',              { parents: [{ group: 'example.com', kind: 'Mesh', name: 'all' }] }],
  ['for nothing',                            { parents: [] }],
];

test.each(foreign)('a route %s is no matter of sidecars', (_what, fields) => {
  expect(decoded(fields)).toEqual({ resources: [], invalid: [], duplicates: [] });
});

// prettier-ignore
const faults: [what: string, fields: Partial<RouteFields>, message: string][] = [
  ['rules that are no list',  { rules: 'all' as unknown as [] },                                   'spec.rules is "all", expected a list'],
  ['a path of no such kind',  { rules: [{ matches: [{ path: { type: 'Prefix' } }] }] },            'spec.rules[0].matches[0].path.type is "Prefix", expected one of PathPrefix, Exact, RegularExpression'],
  ['a port that is none',     { rules: [{ backendRefs: [{ name: 'cart', port: 0 }] }] },           'spec.rules[0].backendRefs[0].port is 0, expected a whole number from 1 to 65535'],
  ['a weight that is none',   { rules: [{ backendRefs: [{ name: 'cart', port: 80, weight: 'x' }] }] }, 'spec.rules[0].backendRefs[0].weight is "x", expected a whole number from 0 to 1000000'],
];

test.each(faults)('the API server refuses %s', (_what, fields, message) => {
  expect(decoded(fields).invalid.flatMap(invalid => invalid.faults.map(fault => fault.message))).toEqual([message]);
});
