import { behavesLike } from '../src/istio/behaviours.js';
import type { ControlPlane } from '../src/istio/control-plane.js';
import { defaultMeshConfig } from '../src/istio/mesh-config.js';
import { newestRelease } from '../src/istio/release.js';

/** The newest release, nothing configured. */
export const defaultControlPlane: ControlPlane = {
  behaves: behavesLike(newestRelease, new Map()),
  version: newestRelease,
  config: defaultMeshConfig,
};
