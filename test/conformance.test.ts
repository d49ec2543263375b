import { describe, expect, test } from '@jest/globals';
import { simulate } from '../src/cli/commands/simulate.js';
import { readMesh } from '../src/cli/read-mesh.js';
import { resolveRelease } from '../src/istio/release.js';
import { startSidecar } from '../src/envoy/sidecar.js';
import { configurer } from '../src/simulate.js';
import { capturedIo } from './cli/captured-io.js';
import {
  differences,
  recordedLines,
  undecidedMeshes,
  type ProxyAnswer,
  type RecordedMesh,
} from './recorded-answers.js';

type Row = [release: string, theme: string, meshes: number, calls: number];

// prettier-ignore
const themes: Row[] = [
  ['1.30.3', 'rules',       386,  1487],
  ['1.30.3', 'basic',       117,  4892],
  ['1.30.3', 'sidecar',     218, 15814],
  ['1.30.3', 'conflict',    217, 19993],
  ['1.30.3', 'pairs-basic', 120,  4698],
  ['1.30.3', 'routes',      216, 13890],
  ['1.30.3', 'mesh',         98,  5507],
  ['1.30.3', 'headless',    118,  9301],
  ['1.30.3', 'families',    120, 11551],
  ['1.30.3', 'mixed',       210, 18990],
  ['1.30.3', 'pairs-mixed', 180, 15900],
  ['1.30.3', 'large',         7,   816],
  ['1.28.10', 'rules',      387,     0],
  ['1.26.8', 'rules',       385,     0],
  ['1.24.6', 'rules',       385,  1487],
  ['1.22.8', 'rules',       386,     0],
  ['1.20.8', 'rules',       386,     0],
  ['1.16.7', 'rules',       386,     0],
  ['1.11.0', 'rules',       383,  1484],
];

test.each(themes)(
  '%s %s: listeners, routes, clusters and verdicts are those of istiod and Envoy',
  async (release, theme, meshes, calls) => {
    const lines = recordedLines(theme, release);
    const undecided = undecidedMeshes(release);
    const recorded = lines.map(line => JSON.parse(line) as RecordedMesh).filter(({ id }) => !undecided.includes(id));
    const answered = await answersTo(lines, release);

    const unequal = recorded.flatMap(({ id, expected }) =>
      expected.flatMap(proxy => {
        const answer = answered.get(id)?.get(proxy.id);
        const found = answer === undefined ? ['no answer'] : differences(proxy, answer);
        return found.map(difference => `${id}, proxy ${proxy.id}, ${difference}`);
      }),
    );
    expect(unequal.slice(0, 5)).toEqual([]);

    const asked = recorded.flatMap(({ expected }) => expected.flatMap(({ verdicts = {} }) => Object.keys(verdicts)));
    expect([recorded.length, asked.length]).toEqual([meshes, calls]);
  },
);

// The recorder gave virtualOutbound a place of its own, so that nothing could have its address.
test('LI-22: the listeners that Envoy refused are those that we say it refuses', () => {
  const asked = themes.filter(([, , , calls]) => calls > 0);
  const refused = asked.flatMap(([release, theme]) =>
    recordedLines(theme, release).map(line => {
      const { id, expected } = JSON.parse(line) as RecordedMesh;
      const { mesh } = readMesh(line, resolveRelease(release));
      if (mesh === null) throw new Error(`${id} cannot be read`);
      const configure = configurer(mesh);
      return {
        id,
        recorded: expected.map(({ rejectedListeners = [] }) =>
          rejectedListeners.filter(({ error }) => !error.startsWith('(harness)')).map(({ name }) => name),
        ),
        ours: mesh.proxies.map(proxy =>
          [...startSidecar(configure(proxy)).rejections.keys()]
            .filter(({ useOriginalDst }) => !useOriginalDst)
            .map(({ name }) => name),
        ),
      };
    }),
  );
  expect(refused.map(({ id, ours }) => [id, ours])).toEqual(refused.map(({ id, recorded }) => [id, recorded]));
  expect(refused.flatMap(({ recorded }) => recorded.flat())).toHaveLength(10);
});

/** By mesh, then by proxy. */
async function answersTo(lines: readonly string[], release: string): Promise<Map<string, Map<string, ProxyAnswer>>> {
  const io = capturedIo({ stdin: lines.map(line => `${line}\n`) });
  expect(await simulate.run(['--istio-version', release], io)).toBe(0);
  const answers = io.written.out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { id: string; proxies: ProxyAnswer[] });
  return new Map(answers.map(({ id, proxies }) => [id, new Map(proxies.map(proxy => [proxy.id, proxy]))]));
}

describe('the comparison', () => {
  const proxy: ProxyAnswer = {
    id: 'p',
    listeners: [
      {
        address: '0.0.0.0',
        port: 443,
        bindToPort: false,
        listenerFilters: ['tls_inspector'],
        chains: [{ match: { serverNames: ['a.example', 'b.example'] }, tcp: 'a' }, { tcp: 'b' }],
        default: { tcp: 'PassthroughCluster' },
      },
    ],
    routes: {
      80: {
        virtualHosts: [
          { name: 'a:80', domains: ['a', '10.0.0.1'], routes: [{ name: 'r', match: { prefix: '/' }, cluster: 'a' }] },
          { name: 'b:80', domains: ['b', '[2001:db8::1]'], routes: [{ match: { prefix: '/' }, cluster: 'b' }] },
        ],
      },
    },
    clusters: { a: { type: 'EDS' } },
    verdicts: { c: { cluster: 'a' } },
  };
  const [listener] = proxy.listeners;
  const [first, second] = proxy.routes['80']?.virtualHosts ?? [];
  if (listener === undefined || first === undefined || second === undefined)
    throw new Error('the example is not whole');

  // prettier-ignore
  const equal: [string, ProxyAnswer][] = [
    ['chains in another order',        { ...proxy, listeners: [{ ...listener, chains: listener.chains.toReversed() }] }],
    ['SNIs in another order',          { ...proxy, listeners: [{ ...listener, chains: [{ match: { serverNames: ['b.example', 'a.example'] }, tcp: 'a' }, { tcp: 'b' }] }] }],
    ['virtual hosts in another order', { ...proxy, routes: { 80: { virtualHosts: [second, first] } } }],
    ['an address at another host',     { ...proxy, routes: { 80: { virtualHosts: [{ ...first, domains: ['a'] }, { ...second, domains: ['b', '[2001:db8::1]', '10.0.0.1'] }] } } }],
    ['a route of another name',        { ...proxy, routes: { 80: { virtualHosts: [{ ...first, routes: first.routes.map(route => ({ ...route, name: 's' })) }, second] } } }],
    ['a call that nobody recorded',    { ...proxy, verdicts: { ...proxy.verdicts, d: { closed: true } } }],
  ];
  test.each(equal)('takes %s for equal', (_what, answer) => {
    expect(differences(proxy, answer)).toEqual([]);
  });

  // prettier-ignore
  const unequal: [string, ProxyAnswer, string][] = [
    ['a listener too few',         { ...proxy, listeners: [] },                                                                   'listener 0.0.0.0:443'],
    ['a listener too many',        { ...proxy, listeners: [listener, { ...listener, port: 80 }] },                                'listener 0.0.0.0:80'],
    ['a listener twice',           { ...proxy, listeners: [listener, listener] },                                                 'listener 0.0.0.0:443'],
    ['a chain to another cluster', { ...proxy, listeners: [{ ...listener, chains: [{ tcp: 'a' }] }] },                            'listener 0.0.0.0:443'],
    ['another default chain',      { ...proxy, listeners: [{ ...listener, default: { tcp: 'BlackHoleCluster' } }] },              'listener 0.0.0.0:443'],
    ['no inspector',               { ...proxy, listeners: [{ ...listener, listenerFilters: [] }] },                               'listener 0.0.0.0:443'],
    ['another address',            { ...proxy, listeners: [{ ...listener, additionalAddresses: [':::443'] }] },                   'listener 0.0.0.0:443'],
    ['a real socket',              { ...proxy, listeners: [{ ...listener, bindToPort: true }] },                                  'listener 0.0.0.0:443'],
    ['a domain too few',           { ...proxy, routes: { 80: { virtualHosts: [{ ...first, domains: ['10.0.0.1'] }, second] } } }, 'route table 80'],
    ['an address too few',         { ...proxy, routes: { 80: { virtualHosts: [{ ...first, domains: ['a'] }, second] } } },        'route table 80'],
    ['a table too few',            { ...proxy, routes: {} },                                                                      'route table 80'],
    ['a cluster of another type',  { ...proxy, clusters: { a: { type: 'STRICT_DNS' } } },                                         'cluster a'],
    ['another verdict',            { ...proxy, verdicts: { c: { closed: true } } },                                               'call c'],
    ['no verdict',                 { ...proxy, verdicts: {} },                                                                    'call c'],
  ];
  test.each(unequal)('notices %s', (_what, answer, place) => {
    expect(differences(proxy, answer).map(line => line.slice(0, line.indexOf(': recorded')))).toEqual([place]);
  });
});
