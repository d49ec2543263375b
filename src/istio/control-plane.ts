import type { Behaves } from './behaviours.js';
import type { MeshConfig } from './mesh-config.js';
import type { Version } from './version.js';

/** What decides beside the manifests: what istiod's release and flags make it do, and MeshConfig. */
export interface ControlPlane {
  readonly behaves: Behaves;
  /** Of istiod and of the sidecars alike. */
  readonly version: Version;
  readonly config: MeshConfig;
}
