import type { SourceDocument } from '../../source/document.js';
import type { Report } from '../fault.js';
import { readIdentity } from '../metadata.js';
import { valuesSay } from './helm-values.js';
import { revisionNamed, type Installation } from './installation.js';
import { statedText, statedTexts } from './said.js';

/** Gives the decoder of a kind of the sail operator: the values of the chart, and the version that it installs. */
export function sailDecoder(writtenKind: 'Istio' | 'IstioRevision') {
  return (document: SourceDocument, report: Report): Installation => {
    const identity = readIdentity(document, () => undefined);
    const says = valuesSay(document, ['spec', 'values'], report);
    const version = statedText(document, ['spec', 'version'])?.value;
    const strategy = statedText(document, ['spec', 'updateStrategy', 'type'])?.value;
    // An `Istio` that is updated by revision makes one for each version (`revision.GetActiveRevisionName`).
    const isByRevision = writtenKind === 'Istio' && strategy === 'RevisionBased' && version !== undefined;
    return {
      kind: 'Installation',
      writtenKind,
      standing: 'installing',
      // These stand in no namespace.
      ...identity,
      namespace: '',
      namespaceGiven: true,
      ...says,
      revision: revisionNamed(isByRevision ? `${identity.name}-${version.replaceAll('.', '-')}` : identity.name),
      versions: [...statedTexts(document, [['spec', 'version']]), ...says.versions],
    };
  };
}
