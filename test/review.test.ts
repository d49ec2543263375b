import { expect, test } from '@jest/globals';
import { reviewOf } from './reviews.js';

const refused = `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec: {resolution: DNS}
`;

const namespace = `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
`;

// prettier-ignore
const counts: readonly [what: string, held: readonly string[], changed: number, asked: number][] = [
  ['a namespace with nothing else, where nobody is asked', [],          0, 0],
  ['a namespace that is asked',                            [namespace], 1, 1],
];

test.each(counts)('a refused manifest in %s', (_what, held, changedGroups, groups) => {
  const { findings, summary } = reviewOf(held, [...held, refused]);
  expect(findings).toMatchObject([{ rule: 'invalid-resource', groups: [{ namespace: 'shop' }] }]);
  expect(summary).toMatchObject({ resources: 1, groups, changedGroups });
});

const entry = (name: string) => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${name}, namespace: shop}
spec:
  hosts: [${name}.example.com]
  ports: [{number: 9000, name: tcp, protocol: TCP}]
  addresses: [10.0.0.${name.length}]
  resolution: STATIC
  endpoints: [{address: 10.1.0.${name.length}}]
`;
const brokenEntry = entry('two').replace('{name: two', '{name: [two');
const filter = `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: {name: lua, namespace: shop}
spec:
  configPatches:
    - applyTo: LISTENER
      match: {context: SIDECAR_OUTBOUND}
      patch: {operation: REMOVE}
`;
const brokenFilter = filter.replace('{name: lua', '{name: [lua');
const repeated = entry('two').replace('resolution: STATIC', 'resolution: STATIC\n  resolution: DNS');

// prettier-ignore
const unreadable: readonly [what: string, base: Record<string, string>, head: Record<string, string>][] = [
  ['a file of one manifest',            { 'a.yaml': entry('two'), 'b.yaml': entry('three') },  { 'a.yaml': brokenEntry, 'b.yaml': entry('three') }],
  ['one manifest of several in a file', { 'a.yaml': `${entry('two')}---${entry('three')}` },   { 'a.yaml': `${brokenEntry}---${entry('three')}` }],
  ['an EnvoyFilter',                    { 'a.yaml': entry('two'), 'b.yaml': filter },          { 'a.yaml': entry('two'), 'b.yaml': brokenFilter }],
  ['a manifest that gives a key twice', { 'a.yaml': entry('two') },                            { 'a.yaml': repeated }],
  ['a manifest that stands elsewhere now', { 'a.yaml': entry('two') },                         { 'a.yaml': brokenEntry, 'b.yaml': entry('two') }],
];

test.each(unreadable)('%s that cannot be read at head is not deleted', (_what, base, head) => {
  const { findings, improvements, problems } = reviewOf(
    { 'ns.yaml': namespace, ...base },
    { 'ns.yaml': namespace, ...head },
  );
  expect({ findings, improvements }).toEqual({ findings: [], improvements: [] });
  expect(problems).toMatchObject([{ at: { file: expect.stringMatching(/^[ab]\.yaml$/) } }]);
});
