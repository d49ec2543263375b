import { expect, test } from '@jest/globals';
import { decodeAll } from '../../src/resources/decode-all.js';
import { requireSimulable } from '../../src/resources/parts.js';
import type { Resource } from '../../src/resources/resource.js';
import { readManifests } from '../../src/source/manifests.js';
import { InputError } from '../../src/source/problem.js';

const times = (count: number, item: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => item(index));

function resourceOf(kind: string, spec: string, name = 'a'): Resource {
  const text = `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\nspec: {${spec}}\n`;
  const { documents } = readManifests([{ path: 'a.yaml', content: name, text }]);
  const [resource] = decodeAll(documents, new WeakMap()).resources;
  if (resource === undefined) throw new Error(`no resource in ${text.slice(0, 300)}`);
  return resource;
}

const entry = (hosts: number, ports: number, more = '', name = 'a') =>
  resourceOf(
    'ServiceEntry',
    `hosts: [${times(hosts, index => `h${index}.example.com`)}], resolution: DNS, ${more}
     ports: [${times(ports, index => `{number: ${index + 1}, name: p${index}, protocol: TLS}`)}]`,
    name,
  );
const exported = (count: number) => `exportTo: [${times(count, index => `n${index}`)}], `;
const egress = (hosts: number) =>
  resourceOf('Sidecar', `egress: [{hosts: [${times(hosts, index => `'*/h${index}.x'`)}]}]`);
const match = (index: number) => `{uri: {prefix: /${index}}}`;
const routes = (matches: number) =>
  resourceOf(
    'VirtualService',
    `hosts: [a.x], http: [{match: [${times(matches, match)}], route: [{destination: {host: a.x}}]}]`,
  );

function problemsOf(base: readonly Resource[], head: readonly Resource[]): readonly string[] {
  try {
    requireSimulable(base, head);
  } catch (error) {
    if (error instanceof InputError) {
      return error.problems.map(({ code, message, at }) => `${at?.file}:${at?.line} [${code}] ${message}`);
    }
    throw error;
  }
  return [];
}

type Row = readonly [what: string, resource: () => Resource, found: string | null];

const rows: readonly Row[] = [
  ['an entry of a hundred hosts and ports', () => entry(100, 100), null],
  ['an entry of one host more', () => entry(101, 100), 'ServiceEntry "shop/a" has 10100 hosts by ports and addresses'],
  [
    'an entry that is exported far',
    () => entry(1, 1, exported(10_001)),
    'ServiceEntry "shop/a" has 10001 namespaces in exportTo',
  ],
  ['a Sidecar that imports much', () => egress(10_000), null],
  ['a Sidecar that imports more', () => egress(10_001), 'Sidecar "shop/a" has 10001 hosts of egress listeners'],
  ['a VirtualService of many matches', () => routes(9_999), null],
  ['a VirtualService of more', () => routes(10_000), 'VirtualService "shop/a" has 10001 hosts and matches of routes'],
];

test.each(rows)('%s', (_what, make, found) => {
  const problem = `a.yaml:1 [too-large] ${found}, and at most 10000 are simulated: split it`;
  expect(problemsOf([], [make()])).toEqual(found === null ? [] : [problem]);
});

test('what both sides have is said once', () => {
  const large = entry(101, 100);
  expect(problemsOf([large], [large])).toHaveLength(1);
});

test('many resources together may be too much, on either side', () => {
  const many = times(21, index => `e${index}`).map(name => entry(100, 100, '', name));
  const problem =
    "undefined:undefined [too-large] hosts by ports, rules and imported hosts of all manifests are 210000, and at most 200000 are simulated: review a part of them by 'paths'";
  expect([problemsOf([], many), problemsOf(many, [])]).toEqual([[problem], [problem]]);
  expect(problemsOf([], many.slice(1))).toEqual([]);
});
