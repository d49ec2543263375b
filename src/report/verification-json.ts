import type { Resource } from '../resources/resource.js';
import { spanOf } from '../source/document.js';
import type { Verification } from '../live/verification.js';
import type { Json } from './conformance.js';

/** A verification for programs. A part that the dump lacks is compared as null. */
export function verificationJson(verification: Verification, istioVersion: string): { readonly [key: string]: Json } {
  const { proxy, live, differences, undeclaredHosts, undeclaredResources, absent, taken, ofPods } = verification;
  return {
    schemaVersion: 1,
    istioVersion,
    pod: { name: live.node?.name ?? null, namespace: proxy.namespace, labels: { ...proxy.labels }, ips: proxy.ips },
    compared: {
      listeners: live.listeners?.length ?? null,
      routeTables: live.tables?.size ?? null,
      clusters: live.clusters?.size ?? null,
    },
    differences: differences.map(({ where, live: sidecar, expected, owner, hints }) => ({
      where,
      sidecar,
      expected,
      declaredBy: owner === null ? null : resourceJson(owner),
      hints,
    })),
    notInRepository: {
      hosts: undeclaredHosts,
      resources: undeclaredResources.map(({ kind, namespace, name }) => ({ kind, namespace, name })),
      takenPlaces: taken.map(({ where, live: sidecar, expected }) => ({ where, sidecar, expected })),
    },
    notInCluster: absent.map(({ host, resource }) => ({ host, declaredBy: resourceJson(resource) })),
    knownToClusterOnly: ofPods,
    pendingListeners: live.pending.map(({ name, state, error }) => ({ name, state, error })),
    notCompared: live.leftOut.map(({ what, name, reason }) => ({ what, name, reason })),
  };
}

function resourceJson({ kind, namespace, name, document }: Resource): Json {
  const { file, line } = spanOf(document, document.root);
  return { kind, namespace, name, file, line };
}
