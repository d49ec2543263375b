import { readEmbedded } from '../../source/embedded-yaml.js';
import type { SourceDocument } from '../../source/document.js';
import { ISTIOD_CHART } from '../../source/istiod-chart.js';
import { nodeAt, withNode } from '../../source/node.js';
import type { Path, Report } from '../fault.js';
import { readIdentity } from '../metadata.js';
import { valuesSay } from './helm-values.js';
import type { Installation } from './installation.js';
import { itemsAt, statedText, statedTexts } from './said.js';

/** Decodes an Argo CD Application that installs istiod; null for any other. */
export function decodeApplication(document: SourceDocument, report: Report): Installation | null {
  const several = itemsAt(document, ['spec', 'sources']).map((_, index): Path => ['spec', 'sources', index]);
  const source = [['spec', 'source'], ...several].find(
    at => statedText(document, [...at, 'chart'])?.value === ISTIOD_CHART,
  );
  if (source === undefined) return null;

  const { read, values } = withValues(document, [...source, 'helm'], report);
  const says = valuesSay(read, values, report);
  const unread = ['valueFiles', 'parameters', 'fileParameters'].flatMap(field =>
    itemsAt(read, [...source, 'helm', field]).map((_, index) => ({
      value: field,
      path: [...source, 'helm', field, index],
    })),
  );
  return {
    kind: 'Installation',
    writtenKind: 'Application',
    standing: 'installing',
    ...readIdentity(document, () => undefined),
    namespaceGiven: true,
    document: read,
    ...says,
    versions: [...says.versions, ...statedTexts(read, [[...source, 'targetRevision']])],
    unread,
  };
}

/** `valuesObject` wins over `values`, a text of YAML, altogether. */
function withValues(
  document: SourceDocument,
  helm: Path,
  report: Report,
): { readonly read: SourceDocument; readonly values: Path } {
  const object = [...helm, 'valuesObject'];
  const values = [...helm, 'values'];
  const text = nodeAt(document.root, values);
  if (text?.kind !== 'scalar' || nodeAt(document.root, object) !== null) return { read: document, values: object };
  const { root, fault } = readEmbedded(document, text);
  if (fault !== null) report(values, `the YAML of Helm values: ${fault}`);
  return { read: root === null ? document : { ...document, root: withNode(document.root, values, root) }, values };
}
