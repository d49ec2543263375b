import { describe, expect, test } from '@jest/globals';
import type { Resource } from '../../src/resources/resource.js';
import type { Verification } from '../../src/live/verification.js';
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
function told(verification: Verification): readonly unknown[] {
  const { differences, undeclaredHosts, undeclaredResources, taken, absent, ofPods } = verification;
  const shown = differences.map(({ where, live, expected }) => [where, live, expected]);
  return [...shown, ...undeclaredHosts, ...undeclaredResources, ...taken, ...absent.map(({ host }) => host), ...ofPods];
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

  test.each(themes)('%s: in listings of istioctl', theme => {
    for (const mesh of recordedMeshes(theme)) {
      for (const [expected, pod] of mesh.proxies) {
        const verification = verifyRecorded(mesh, recordedListings(expected, pod));
        expect([mesh.id, pod.id, ...told(verification).slice(0, 2)]).toEqual([mesh.id, pod.id]);
      }
    }
  });
});

describe('what only the cluster knows is no difference', () => {
  // prettier-ignore
  const unknown: [what: string, themes: string[], Thinned][] = [
    ['addresses of Services',                    ['basic', 'conflict', 'mixed', 'large'], withoutAddresses],
    ['automatic addresses of ServiceEntries',    ['families', 'rules'],                   withoutAutomaticAddresses],
    ['pods of headless Services',                ['basic', 'sidecar', 'mixed'],           withoutPods],
  ];
  test.each(unknown)('%s', (_what, inThemes, thinned) => {
    expect(sharesWithDifferences(inThemes, thinned).differing).toEqual([]);
  });

  test('services that the repository does not declare, unless they contest a place with those that it does', () => {
    const { differing, asked } = sharesWithDifferences(
      ['basic', 'sidecar', 'routes', 'headless', 'mixed'],
      withoutHosts,
    );
    expect(differing.length / asked).toBeLessThan(0.05);
  });
});

type Thinned = (resources: readonly Resource[]) => readonly Resource[];

function sharesWithDifferences(inThemes: readonly string[], thinned: Thinned) {
  const differing: string[] = [];
  let asked = 0;
  for (const mesh of inThemes.flatMap(recordedMeshes)) {
    const given = thinned(mesh.resources);
    for (const [expected, pod] of mesh.proxies) {
      asked += 1;
      const { differences } = verifyRecorded(mesh, [recordedDump(expected, pod)], given);
      if (differences.length > 0) differing.push(`${mesh.id} ${pod.id}: ${differences[0]?.where.join(', ') ?? ''}`);
    }
  }
  return { differing, asked };
}

function withoutAddresses(resources: readonly Resource[]): readonly Resource[] {
  return resources.map(resource =>
    resource.kind === 'Service' && resource.clusterIP !== 'None' && resource.type !== 'ExternalName'
      ? { ...resource, clusterIP: null, clusterIPs: [] }
      : resource,
  );
}

function withoutAutomaticAddresses(resources: readonly Resource[]): readonly Resource[] {
  return resources.map(resource =>
    resource.kind === 'ServiceEntry' ? { ...resource, automaticAddresses: [] } : resource,
  );
}

function withoutPods(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter(({ kind }) => kind !== 'EndpointSlice' && kind !== 'Endpoints');
}

/** A third of all hosts, with all that declares them. */
function withoutHosts(resources: readonly Resource[]): readonly Resource[] {
  const gone = new Set(resources.flatMap(hostsOf).filter(host => host.length % 3 === 0));
  const size = () => gone.size;
  for (let before = -1; before !== size();) {
    before = size();
    for (const hosts of resources.map(hostsOf)) {
      if (hosts.some(host => gone.has(host))) for (const host of hosts) gone.add(host);
    }
  }
  return resources.filter(resource => !hostsOf(resource).some(host => gone.has(host)));
}

function hostsOf(resource: Resource): readonly string[] {
  if (resource.kind === 'Service') return [`${resource.name}.${resource.namespace}.svc.cluster.local`];
  return resource.kind === 'ServiceEntry' ? resource.hosts : [];
}
