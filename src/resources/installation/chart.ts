import type { SourceDocument } from '../../source/document.js';
import { ISTIOD_CHART } from '../../source/istiod-chart.js';
import { pairOf } from '../../source/node.js';
import type { Path, Report } from '../fault.js';
import { readIdentity } from '../metadata.js';
import { valuesSay } from './helm-values.js';
import { saysNothing, type Installation } from './installation.js';
import { itemsAt, statedText, statedTexts } from './said.js';

/** Decodes a `Chart.yaml`: of istiod's own chart, or of one that depends on it. */
export function decodeChart(document: SourceDocument): Installation {
  const dependencies = itemsAt(document, ['dependencies']);
  const index = dependencies.findIndex(item => {
    const name = pairOf(item, 'name')?.value;
    return name?.kind === 'scalar' && name.text === ISTIOD_CHART;
  });
  const versions: readonly Path[] = index < 0 ? [['appVersion'], ['version']] : [['dependencies', index, 'version']];
  return {
    ...common(document),
    writtenKind: 'Chart',
    name: statedText(document, ['name'])?.value ?? '',
    versions: statedTexts(document, versions),
    unread: statedTexts(
      document,
      itemsAt(document, ['valueFiles']).map((_, at) => ['valueFiles', at]),
    ),
  };
}

/** Decodes the `values.yaml` beside such a chart. */
export function decodeChartValues(document: SourceDocument, report: Report): Installation {
  const key = statedText(document, ['key']);
  const at = key === null ? ['values'] : ['values', key.value];
  return { ...common(document), writtenKind: 'ChartValues', ...valuesSay(document, at, report) };
}

function common(document: SourceDocument): Installation {
  return {
    kind: 'Installation',
    writtenKind: '',
    standing: 'installing',
    ...readIdentity(document, () => undefined),
    namespace: '',
    namespaceGiven: true,
    ...saysNothing,
  };
}
