import { admissionOf } from '../istio/admission-of.js';
import { behavesLike } from '../istio/behaviours.js';
import type { MeshConfig } from '../istio/mesh-config.js';
import { readMeshConfig } from '../istio/read-mesh-config.js';
import type { Version } from '../istio/version.js';
import { problemLine, refusalLine } from '../report/problem-line.js';
import { decodeAll, duplicateProblem } from '../resources/decode-all.js';
import { fieldName } from '../resources/fault.js';
import type { Mesh } from '../simulate.js';
import { readManifests } from '../source/manifests.js';
import { InputError } from '../source/problem.js';
import { readYaml } from '../source/yaml-reader.js';
import { decodeMeshLine } from './mesh-line.js';

/** What a line of `simulate` holds. */
export interface ReadMesh {
  /** null where the line is broken. */
  readonly mesh: Mesh | null;
  readonly notes: readonly string[];
}

/** Reads a mesh of the conformance vectors, manifests and MeshConfig included. */
export function readMesh(text: string, release: Version): ReadMesh {
  try {
    const { manifests, mesh, ...rest } = decodeMeshLine(text);
    const { documents, problems } = readManifests([{ path: 'manifests', content: '', text: manifests }]);
    const behaves = behavesLike(release, new Map());
    const decoded = decodeAll(documents, new WeakMap(), admissionOf(behaves));
    const faults = [...problems, ...decoded.duplicates.map(duplicateProblem)];
    const config = meshConfigOf(mesh, fault => faults.push({ code: 'field-type', message: fault, at: null }));
    if (faults.length > 0) throw new InputError(faults);
    return {
      mesh: { ...rest, controlPlane: { behaves, version: release, config }, resources: decoded.resources },
      notes: decoded.invalid.map(refusalLine),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { mesh: null, notes: error.problems.map(problemLine) };
  }
}

function meshConfigOf(text: string, report: (fault: string) => void): MeshConfig {
  const { roots, faults } = readYaml(text);
  for (const { message } of faults) report(`mesh: ${message}`);
  return readMeshConfig(roots[0] ?? null, (path, expected) => report(`mesh: ${fieldName(path)} is not ${expected}`));
}
