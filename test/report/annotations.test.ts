import { expect, test } from '@jest/globals';
import { annotations } from '../../src/report/annotations.js';
import { cause, entriesLost, finding, listenerAdded, traefikEntry, trafficCaptured } from './example-reviews.js';

test('a finding becomes a note on its line, in plain text', () => {
  expect(annotations([trafficCaptured])).toEqual([
    {
      level: 'error',
      file: 'dns-controller/traefik.yaml',
      line: 8,
      endLine: 8,
      title: 'traefik.cutom-name takes every connection to port 443 that no other entry claims [traffic-captured]',
      message: [
        'Reaches 2 namespaces: default, istio-demo; and every namespace outside this repository without a Sidecar.',
        'curl https://www.baidu.com from istio-demo',
        '  before: PassthroughCluster: leaves the mesh unchanged, to the address dialled',
        '  after:  outbound|443||traefik.cutom-name: taken by ServiceEntry istio-demo/traefik, as a call to traefik.cutom-name:443',
        `Why: ${trafficCaptured.message}`,
        `Fix: ${trafficCaptured.fix}`,
      ].join('\n'),
    },
  ]);
});

test('what head does not have is told without a line of it', () => {
  const gone = cause({
    kind: 'ServiceEntry',
    namespace: 'default',
    name: 'a',
    change: 'removed',
    side: 'base',
    at: { file: 'a.yaml', line: 3, column: 1, endLine: 9, endColumn: 4 },
    excerpt: '',
  });
  const [note] = annotations([finding({ rule: 'egress-entry-lost', title: 'a is lost', causes: [gone] })]);
  expect([note?.file, note?.line, note?.message]).toEqual([null, null, expect.stringContaining('At base: a.yaml:3')]);
});

test('what is one story is one note', () => {
  const [note, ...others] = annotations([trafficCaptured, listenerAdded]);
  expect(others).toEqual([]);
  expect(note?.message.split('\n').at(-1)).toBe(
    'Also: New listener 0.0.0.0:443 takes every connection to port 443 [wildcard-listener-added]',
  );
});

test('the runner shows ten of a level, so the most severe come first and the rest stays away', () => {
  const errors = Array.from({ length: 12 }, (_, index) => ({
    ...trafficCaptured,
    title: `error ${index}`,
    causes: [{ ...traefikEntry, name: `entry-${index}` }],
  }));
  const notes = annotations([entriesLost, ...errors]);
  expect(notes.map(({ level }) => level)).toEqual([...Array<string>(10).fill('error'), 'warning']);
});
