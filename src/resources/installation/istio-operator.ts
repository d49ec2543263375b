import type { SourceDocument } from '../../source/document.js';
import { nodeAt, overlay, withNode } from '../../source/node.js';
import type { Report } from '../fault.js';
import { readIdentity } from '../metadata.js';
import { valuesSay } from './helm-values.js';
import { revisionNamed, type Installation } from './installation.js';
import { statedMeshConfig, statedText, statedTexts, statedVariables } from './said.js';

const VALUES = ['spec', 'values'];
const MESH_CONFIG = ['spec', 'meshConfig'];

/**
 * Decodes an IstioOperator. Its own fields win over the `values` beside them, and the two MeshConfigs are merged
 * (`translateIstioOperatorToHelm`).
 */
export function decodeIstioOperator(document: SourceDocument, report: Report): Installation {
  const own = nodeAt(document.root, MESH_CONFIG);
  const merged = overlay(nodeAt(document.root, [...VALUES, 'meshConfig']), own);
  const read =
    own === null || merged === null ? document : { ...document, root: withNode(document.root, MESH_CONFIG, merged) };

  const values = valuesSay(read, VALUES, report);
  return {
    kind: 'Installation',
    writtenKind: 'IstioOperator',
    standing: 'installing',
    ...readIdentity(document, () => undefined),
    namespaceGiven: true,
    document: read,
    revision: revisionNamed(statedText(read, ['spec', 'revision'])?.value) ?? values.revision,
    versions: [
      ...statedTexts(read, [
        ['spec', 'components', 'pilot', 'tag'],
        ['spec', 'tag'],
      ]),
      ...values.versions,
      ...statedTexts(read, [['spec', 'revision']]),
    ],
    compatibility: statedText(read, ['spec', 'compatibilityVersion']) ?? values.compatibility,
    meshConfig: statedMeshConfig(read, MESH_CONFIG, report) ?? values.meshConfig,
    flags: { ...values.flags, ...statedVariables(read, ['spec', 'components', 'pilot', 'k8s', 'env']) },
    unread: [],
  };
}
