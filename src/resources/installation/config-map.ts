import type { SourceDocument } from '../../source/document.js';
import { nodeAt, withNode } from '../../source/node.js';
import { readEmbedded } from '../../source/embedded-yaml.js';
import type { Report } from '../fault.js';
import { readIdentity } from '../metadata.js';
import { revisionNamed, saysNothing, type Installation } from './installation.js';
import { statedMeshConfig, statedTexts } from './said.js';

const MESH = ['data', 'mesh'];

/**
 * Decodes the ConfigMap from which istiod reads MeshConfig, `istio` or `istio-<revision>`; null for any other. It stands
 * in istiod's own namespace, which is the root namespace unless it says otherwise.
 */
export function decodeConfigMap(document: SourceDocument, report: Report): Installation | null {
  const identity = readIdentity(document, () => undefined);
  const text = nodeAt(document.root, MESH);
  if (!/^istio(-|$)/.test(identity.name) || text?.kind !== 'scalar') return null;

  const { root, fault } = readEmbedded(document, text);
  const read = root === null ? document : { ...document, root: withNode(document.root, MESH, root) };
  const meshConfig = fault === null ? statedMeshConfig(read, MESH, report) : null;
  const homes = ['istio-system', meshConfig?.value.rootNamespace ?? ''];
  if (identity.namespaceGiven && !homes.includes(identity.namespace)) return null;
  if (fault !== null) report(MESH, `the YAML of a MeshConfig: ${fault}`);

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
