import { spanOf, type SourceDocument } from '../../source/document.js';
import { nodeAt, type Node } from '../../source/node.js';
import { decode, type Decoded } from '../decode.js';
import { faultAt, fieldName, quote, type Fault, type Path, type Report } from '../fault.js';
import { valuesSay } from './helm-values.js';
import { saysNothing, type Installation, type InstallationSays } from './installation.js';
import { isNoMeshConfig } from './mesh-config-names.js';
import { statedMeshConfig } from './said.js';

/** What a file says that the user names, or why it says nothing. */
export type MeshConfigFile =
  | { readonly outcome: 'read'; readonly installation: Installation }
  | { readonly outcome: 'refused'; readonly faults: readonly Fault[] };

/**
 * Decodes the file that a user names for MeshConfig: the MeshConfig itself, values of the chart `istiod` or of one that
 * depends on it, or a manifest that says it (`kubectl get configmap istio -o yaml`). Its word counts before all that the
 * manifests say, for every revision; a file that says nothing is refused, for whoever names it means it to count.
 */
export function decodeMeshConfigFile(document: SourceDocument): MeshConfigFile {
  return nodeAt(document.root, ['kind']) === null ? decodePlain(document) : ofManifest(document, decode(document));
}

function ofManifest(document: SourceDocument, decoded: Decoded): MeshConfigFile {
  if (decoded.outcome === 'invalid') return { outcome: 'refused', faults: decoded.faults };
  if (decoded.outcome === 'resource' && decoded.resource.kind === 'Installation') return ofWords(decoded.resource);
  const expected = 'a manifest that says MeshConfig, like the ConfigMap istio or an IstioOperator';
  return { outcome: 'refused', faults: [faultAt(document, ['kind'], expected)] };
}

function decodePlain(document: SourceDocument): MeshConfigFile {
  const found: { readonly path: Path; readonly expected: string }[] = [];
  const says = plainSays(document, (path, expected) => void found.push({ path, expected }));
  if (found.length > 0) {
    return { outcome: 'refused', faults: found.map(({ path, expected }) => faultAt(document, path, expected)) };
  }
  return ofWords({
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
  });
}

/** Values where a key says so, or where they say what no MeshConfig does; else the MeshConfig itself. */
function plainSays(document: SourceDocument, report: Report): InstallationSays {
  if (nodeAt(document.root, ['meshConfig']) !== null) return valuesSay(document, [], report);
  const [dependency, ...others] = dependencies(document.root);
  if (dependency !== undefined && others.length === 0) return valuesSay(document, [dependency], report);
  const values = valuesSay(document, [], report);
  const isOfValues = isNoMeshConfig(document.root) && saysAnything(values);
  return isOfValues ? values : { ...saysNothing, meshConfig: statedMeshConfig(document, [], report) };
}

/** The keys below which values of a chart may be those of istiod. */
function dependencies(root: Node): readonly string[] {
  if (root.kind !== 'mapping') return [];
  return root.pairs.filter(({ value }) => nodeAt(value, ['meshConfig']) !== null).map(({ key: { text } }) => text);
}

function ofWords(installation: Installation): MeshConfigFile {
  const { document, meshConfig } = installation;
  const path = meshConfig?.path ?? [];
  const node = nodeAt(document.root, path) ?? document.root;
  if (meshConfig === null ? saysAnything(installation) : !isNoMeshConfig(node)) {
    return { outcome: 'read', installation: { ...installation, standing: 'given', revision: null } };
  }
  return { outcome: 'refused', faults: [saysNothingOf(document, node, path)] };
}

function saysAnything({ versions, compatibility, meshConfig, flags }: InstallationSays): boolean {
  return versions.length > 0 || compatibility !== null || meshConfig !== null || Object.keys(flags).length > 0;
}

function saysNothingOf(document: SourceDocument, node: Node, path: Path): Fault {
  const pairs = node.kind === 'mapping' ? node.pairs : [];
  const keys = pairs.map(({ key }) => quote(key.text)).join(', ');
  const where = path.length === 0 ? '' : `${fieldName(path)} `;
  return {
    message:
      `${where}says nothing of MeshConfig, it holds ${keys === '' ? 'no fields' : keys}; expected its fields, ` +
      'like outboundTrafficPolicy, values of the chart istiod with meshConfig, at the top or below one key, ' +
      'or a manifest that says it, like the ConfigMap istio',
    at: spanOf(document, pairs[0]?.key ?? node),
  };
}
