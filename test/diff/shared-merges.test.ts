import { expect, test } from '@jest/globals';
import { entry, sidecar, type ManifestText } from '../manifests.js';
import { comparisonOf } from '../reviews.js';

const first = entry({ name: 'shop/a', hosts: 'x.example', addresses: '240.1.1.1', ports: 'HTTP/80' });
const second = (ports: string) =>
  entry({ name: 'shop/b', hosts: 'x.example', addresses: '240.1.1.2', ports, resolution: 'DNS' });
const all = sidecar({ egress: [{ hosts: '*/*' }] });

// prettier-ignore
const changes: readonly [what: string, before: string, after: string, ports: number[]][] = [
  ['nothing, and no call changes',          'TCP/9000', 'TCP/9000',  []],
  ['its protocol, and calls to it change',  'TCP/9000', 'HTTP/9000', [9000]],
  ['its number, and calls to both change',  'TCP/9000', 'TCP/9001',  [9000, 9001]],
];

test.each(changes)('VD-24 what joins a service its port changes %s', (_what, before, after, ports) => {
  const sideOf = (ports: string): readonly ManifestText[] => [first, second(ports), all];
  const { changedCalls } = comparisonOf(sideOf(before), sideOf(after), '1.13');
  expect(new Set(changedCalls.map(({ question }) => question.port))).toEqual(new Set(ports));
});

test('VD-24 a joined port is one of the mesh, which namespaces that see the same see in one list', () => {
  const { base } = comparisonOf([first, second('TCP/9000'), all], [], '1.13');
  const { services, visibleTo } = base.simulation.mesh;
  expect(services.map(({ ports }) => ports.map(({ number }) => number))).toEqual([[80, 9000], [9000]]);
  expect(visibleTo('pay')).toBe(visibleTo('web'));
  expect(visibleTo('pay')).toEqual(services);
});
