import { describe, expect, test } from '@jest/globals';
import type { Verification } from '../../src/verify.js';
import { recordedDump, recordedListings } from './recorded-dump.js';
import { recordedMeshes, verifyRecorded } from './recorded.js';

const themes = [
  'rules',
  'basic',
  'sidecar',
  'conflict',
  'pairs-basic',
  'routes',
  'mesh',
  'headless',
  'families',
  'mixed',
  'pairs-mixed',
  'large',
];

/** All that a verification tells, in one list; empty where the sidecar is what the manifests say. */
function told({ differences, undeclaredHosts, undeclaredResources, absent, ofPods }: Verification): readonly unknown[] {
  return [
    ...differences.map(({ where, live, expected }) => [where, live, expected]),
    ...undeclaredHosts,
    ...undeclaredResources,
    ...absent.map(({ host }) => host),
    ...ofPods,
  ];
}

describe('a sidecar of istiod is what the manifests of its mesh say', () => {
  test.each(themes)('%s: in a dump of Envoy', theme => {
    for (const mesh of recordedMeshes(theme)) {
      for (const [expected, pod] of mesh.proxies) {
        const verification = verifyRecorded(mesh, [recordedDump(expected, pod)]);
        expect([mesh.id, pod.id, ...told(verification).slice(0, 2)]).toEqual([mesh.id, pod.id]);
      }
    }
  });
});

export { recordedListings };
