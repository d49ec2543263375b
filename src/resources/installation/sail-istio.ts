import type { SourceDocument } from '../../source/document.js';
import type { Report } from '../fault.js';
import { readIdentity } from '../metadata.js';
import { valuesSay } from './helm-values.js';
import type { Installation } from './installation.js';
import { statedTexts } from './said.js';

/** Gives the decoder of a kind of the sail operator: the values of the chart, and the version that it installs. */
export function sailDecoder(writtenKind: 'Istio' | 'IstioRevision') {
  return (document: SourceDocument, report: Report): Installation => {
    const says = valuesSay(document, ['spec', 'values'], report);
    return {
      kind: 'Installation',
      writtenKind,
      standing: 'installing',
      // These stand in no namespace.
      ...readIdentity(document, () => undefined),
      namespace: '',
      namespaceGiven: true,
      ...says,
      versions: [...statedTexts(document, [['spec', 'version']]), ...says.versions],
    };
  };
}
