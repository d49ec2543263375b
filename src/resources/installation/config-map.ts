import type { SourceDocument } from '../../source/document.js';
import { nodeAt, withNode, type Node } from '../../source/node.js';
import { readEmbedded } from '../../source/embedded-yaml.js';
import type { Report } from '../fault.js';
import { readIdentity } from '../metadata.js';
import type { MeshConfigFields } from './mesh-config-fields.js';
import { revisionNamed, saysNothing, type Installation, type Stated } from './installation.js';
import { statedMeshConfig, statedTexts } from './said.js';

const MESH = ['data', 'mesh'];

/**
 * Decodes the ConfigMap from which istiod reads MeshConfig, `istio` or `istio-<revision>`; null for any other. It stands
 * in istiod's own namespace, which is the root namespace unless it says otherwise.
 */
export function decodeConfigMap(document: SourceDocument, report: Report): Installation | null {
  const identity = readIdentity(document, () => undefined);
  const mesh = nodeAt(document.root, MESH);
  if (!/^istio(-|$)/.test(identity.name) || mesh === null || isNull(mesh)) return null;

  const found: Parameters<Report>[] = [];
  const { read, meshConfig } = readMesh(document, mesh, (...fault) => void found.push(fault));
  const homes = ['istio-system', meshConfig?.value.rootNamespace ?? ''];
  if (identity.namespaceGiven && !homes.includes(identity.namespace)) return null;
  for (const fault of found) report(...fault);

  const revision = revisionNamed(identity.name.slice('istio-'.length));
  return {
    kind: 'Installation',
    writtenKind: 'ConfigMap',
    standing: 'running',
    ...identity,
    namespaceGiven: true,
    document: read,
    ...saysNothing,
    revision,
    versions: [
      ...statedTexts(document, [['metadata', 'labels', 'app.kubernetes.io/version']]),
      ...(revision === null ? [] : [{ value: revision, path: ['metadata', 'name'] }]),
    ],
    meshConfig,
  };
}

interface ReadMesh {
  /** With what the text says in place of the text. */
  readonly read: SourceDocument;
  readonly meshConfig: Stated<MeshConfigFields> | null;
}

/** Whatever stands there but a text is nothing that the API server takes. */
function readMesh(document: SourceDocument, mesh: Node, report: Report): ReadMesh {
  if (mesh.kind !== 'scalar' || mesh.type !== 'string') {
    report(MESH, 'a text: a MeshConfig after `|-`');
    return { read: document, meshConfig: null };
  }
  const { root, fault } = readEmbedded(document, mesh);
  if (fault !== null) report(MESH, `the YAML of a MeshConfig: ${fault}`);
  const read = root === null ? document : { ...document, root: withNode(document.root, MESH, root) };
  return { read, meshConfig: fault === null ? statedMeshConfig(read, MESH, report) : null };
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.type === 'null';
}
