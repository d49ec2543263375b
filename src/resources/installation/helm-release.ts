import type { SourceDocument } from '../../source/document.js';
import { ISTIOD_CHART } from '../../source/istiod-chart.js';
import type { Report } from '../fault.js';
import { readIdentity } from '../metadata.js';
import { valuesSay } from './helm-values.js';
import type { Installation } from './installation.js';
import { itemsAt, statedTexts } from './said.js';

const CHART = ['spec', 'chart', 'spec'];

/** Decodes a Flux HelmRelease that installs istiod; null for any other. What a `chartRef` names has the version. */
export function decodeHelmRelease(document: SourceDocument, report: Report): Installation | null {
  const [chart] = statedTexts(document, [
    [...CHART, 'chart'],
    ['spec', 'chartRef', 'name'],
  ]);
  if (chart === undefined || chart.value.split('/').at(-1) !== ISTIOD_CHART) return null;
  const says = valuesSay(document, ['spec', 'values'], report);
  return {
    kind: 'Installation',
    writtenKind: 'HelmRelease',
    standing: 'installing',
    ...readIdentity(document, () => undefined),
    namespaceGiven: true,
    ...says,
    versions: [...says.versions, ...statedTexts(document, [[...CHART, 'version']])],
    unread: [
      ...statedTexts(document, [['spec', 'chartRef', 'name']]).map(({ path }) => ({ value: 'chartRef', path })),
      ...itemsAt(document, ['spec', 'valuesFrom']).map((_, index) => ({
        value: 'valuesFrom',
        path: ['spec', 'valuesFrom', index],
      })),
    ],
  };
}
