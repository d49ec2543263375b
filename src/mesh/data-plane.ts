import type { Labels, Namespace } from '../resources/resource.js';

/** What carries a pod's calls: a sidecar; ztunnel and waypoints; or nothing of Istio's. */
export type DataPlane = 'sidecar' | 'ambient' | 'none';

const MODE_LABEL = 'istio.io/dataplane-mode';

/** By the labels of a pod, then of its namespace; an injected sidecar wins over ambient (`ztunnel` leaves such pods alone). */
export function dataPlaneOf(namespace: Namespace | undefined, podLabels: Labels): DataPlane {
  const isInjected =
    podLabels['sidecar.istio.io/inject'] === 'true' || namespace?.labels['istio-injection'] === 'enabled';
  const ofNamespace = namespace?.labels[MODE_LABEL];
  if (isInjected) return 'sidecar';
  const mode = podLabels[MODE_LABEL] ?? ofNamespace;
  if (mode === 'ambient') return 'ambient';
  return ofNamespace === 'ambient' ? 'none' : 'sidecar';
}
