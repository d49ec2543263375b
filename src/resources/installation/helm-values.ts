import type { SourceDocument } from '../../source/document.js';
import type { Path, Report } from '../fault.js';
import { revisionNamed, type InstallationSays } from './installation.js';
import { statedEnvironment, statedMeshConfig, statedText, statedTexts } from './said.js';

/**
 * What values of the chart `istiod` say, at whatever path they stand. Charts since 1.23 have istiod's own values at the
 * top, older ones below `pilot`, which the newer still take.
 */
export function valuesSay(document: SourceDocument, at: Path, report: Report): InstallationSays {
  const sniffing = statedText(document, [...at, 'pilot', 'enableProtocolSniffingForOutbound']);
  return {
    revision: revisionNamed(statedText(document, [...at, 'revision'])?.value),
    versions: statedTexts(document, [
      [...at, 'pilot', 'tag'],
      [...at, 'tag'],
      [...at, 'global', 'tag'],
      [...at, 'revision'],
    ]),
    compatibility: statedText(document, [...at, 'compatibilityVersion']),
    meshConfig: meshConfigOf(document, at, report),
    flags: {
      ...(sniffing === null ? {} : { PILOT_ENABLE_PROTOCOL_SNIFFING_FOR_OUTBOUND: sniffing }),
      ...statedEnvironment(document, [...at, 'env']),
      ...statedEnvironment(document, [...at, 'pilot', 'env']),
    },
    unread: [],
  };
}

/** The chart makes `global.istioNamespace` the root namespace, unless MeshConfig names one (`configmap.yaml`). */
function meshConfigOf(document: SourceDocument, at: Path, report: Report): InstallationSays['meshConfig'] {
  const namespace = statedText(document, [...at, 'global', 'istioNamespace']);
  const stated = statedMeshConfig(document, [...at, 'meshConfig'], report);
  if (stated === null || namespace === null || stated.value.rootNamespace !== '') return stated;
  return { ...stated, value: { ...stated.value, rootNamespace: namespace.value } };
}
