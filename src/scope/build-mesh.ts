import type { ControlPlane } from '../istio/control-plane.js';
import type { AgeOf } from '../mesh/age.js';
import type { Conversion } from '../mesh/conversion.js';
import { indexMesh, type Mesh } from '../mesh/mesh.js';
import type { Resource } from '../resources/resource.js';
import { withSharedMerges } from './shared-merges.js';

/** The mesh that everything is decided from: as istiod has it once it made the scopes of all Sidecars (VD-24). */
export function buildMesh(
  declared: readonly Resource[],
  controlPlane: ControlPlane,
  ageOf: AgeOf,
  conversion: Conversion,
): Mesh {
  const mesh = indexMesh(declared, controlPlane, ageOf, conversion);
  return mesh.behaves('shared-merges') ? withSharedMerges(mesh) : mesh;
}
