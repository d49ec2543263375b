import type { SourceDocument } from '../../source/document.js';
import { nodeAt } from '../../source/node.js';
import { decode, type Decoded } from '../decode.js';
import { faultAt, type Fault, type Path } from '../fault.js';
import { valuesSay } from './helm-values.js';
import { saysNothing, type Installation, type InstallationSays } from './installation.js';
import { statedMeshConfig } from './said.js';

/** What a file says that the user names, or why it says nothing. */
export type MeshConfigFile =
  | { readonly outcome: 'read'; readonly installation: Installation }
  | { readonly outcome: 'refused'; readonly faults: readonly Fault[] };

/**
 * Decodes the file that a user names for MeshConfig: the MeshConfig itself, values of the chart `istiod`, or a manifest
 * that says it (`kubectl get configmap istio -o yaml`). Its word counts before all that the manifests say, for every
 * revision.
 */
export function decodeMeshConfigFile(document: SourceDocument): MeshConfigFile {
  return nodeAt(document.root, ['kind']) === null ? decodePlain(document) : ofManifest(document, decode(document));
}

function ofManifest(document: SourceDocument, decoded: Decoded): MeshConfigFile {
  if (decoded.outcome === 'invalid') return { outcome: 'refused', faults: decoded.faults };
  if (decoded.outcome === 'resource' && decoded.resource.kind === 'Installation') {
    return { outcome: 'read', installation: { ...decoded.resource, standing: 'given', revision: null } };
  }
  const expected = 'a manifest that says MeshConfig, like the ConfigMap istio or an IstioOperator';
  return { outcome: 'refused', faults: [faultAt(document, ['kind'], expected)] };
}

function decodePlain(document: SourceDocument): MeshConfigFile {
  const found: { readonly path: Path; readonly expected: string }[] = [];
  const report = (path: Path, expected: string) => void found.push({ path, expected });
  const says: InstallationSays =
    nodeAt(document.root, ['meshConfig']) === null
      ? { ...saysNothing, meshConfig: statedMeshConfig(document, [], report) }
      : valuesSay(document, [], report);
  if (found.length > 0) {
    return { outcome: 'refused', faults: found.map(({ path, expected }) => faultAt(document, path, expected)) };
  }
  const installation: Installation = {
    kind: 'Installation',
    writtenKind: 'MeshConfig',
    standing: 'given',
    namespace: '',
    name: document.path,
    labels: {},
    annotations: {},
    createdAt: null,
    namespaceGiven: true,
    document,
    ...says,
    revision: null,
  };
  return { outcome: 'read', installation };
}
