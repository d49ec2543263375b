import { posix } from 'node:path';
import type { SourceDocument } from './document.js';
import { pairOf, type MappingNode, type Node, type Pair, type ScalarNode } from './node.js';
import type { ParsedContent, SourceFile } from './parsed-content.js';

/** The name of the Helm chart of istiod. */
export const ISTIOD_CHART = 'istiod';

/** A chart that is istiod's, or depends on it, with the values beside it where there are some. */
export interface IstiodChart {
  readonly chart: SourceFile;
  readonly values: SourceFile | null;
  /** Names of further files with values beside it, of which nobody knows when they count. */
  readonly otherValues: readonly string[];
  /** The key below which the values are istiod's; null where all of them are. */
  readonly key: string | null;
}

type Parse = (file: SourceFile) => ParsedContent;

/** The charts among the files that install istiod; only these files are parsed. `paths` are those of the whole tree. */
export function istiodCharts(
  files: readonly SourceFile[],
  paths: readonly string[],
  parse: Parse,
): readonly IstiodChart[] {
  const byPath = new Map(files.map(file => [file.path, file]));
  return files.flatMap(chart => {
    if (posix.basename(chart.path) !== 'Chart.yaml' || !chart.text.includes(ISTIOD_CHART)) return [];
    const [root] = parse(chart).roots;
    const key = root === undefined ? undefined : keyOf(root);
    if (key === undefined) return [];
    const folder = posix.dirname(chart.path);
    const beside = paths.filter(path => posix.dirname(path) === folder).map(path => posix.basename(path));
    return [
      {
        chart,
        values: byPath.get(posix.join(folder, 'values.yaml')) ?? null,
        otherValues: beside.filter(name => /^values[-_.].+\.ya?ml$/.test(name)),
        key,
      },
    ];
  });
}

/** undefined: the chart does not install istiod. */
function keyOf(root: Node): string | null | undefined {
  if (textOf(root, 'name') === ISTIOD_CHART) return null;
  const dependencies = pairOf(root, 'dependencies')?.value;
  const items = dependencies?.kind === 'sequence' ? dependencies.items : [];
  const dependency = items.find(item => textOf(item, 'name') === ISTIOD_CHART);
  return dependency === undefined ? undefined : (textOf(dependency, 'alias') ?? ISTIOD_CHART);
}

/** Chart and values as manifests, `Chart` and `ChartValues` of `helm.sh`, of which neither file has the form. */
export function chartDocuments(
  { chart, values, otherValues, key }: IstiodChart,
  parse: Parse,
): readonly SourceDocument[] {
  const folder = posix.basename(posix.dirname(chart.path));
  // The folder of a repository has whatever name its copy has.
  const name = folder === '.' ? nameOf(chart, parse) : folder;
  return [
    ...asManifest(chart, 'Chart', parse, root => [
      ...root.pairs.filter(({ key: { text: name } }) => name !== 'apiVersion' && name !== 'kind'),
      pair('valueFiles', { ...root, kind: 'sequence', items: otherValues.map(name => text(name, root)) }),
    ]),
    ...(values === null ? [] : [values]).flatMap(file =>
      asManifest(file, 'ChartValues', parse, root => [
        pair('metadata', { ...root, kind: 'mapping', pairs: [pair('name', text(name, root))] }),
        pair('values', root),
        ...(key === null ? [] : [pair('key', text(key, root))]),
      ]),
    ),
  ];
}

function nameOf(chart: SourceFile, parse: Parse): string {
  const [root] = parse(chart).roots;
  return (root === undefined ? null : textOf(root, 'name')) ?? ISTIOD_CHART;
}

function asManifest(
  file: SourceFile,
  kind: string,
  parse: Parse,
  more: (root: MappingNode) => readonly Pair[],
): readonly SourceDocument[] {
  const { roots, lines } = parse(file);
  const [root] = roots;
  if (root?.kind !== 'mapping') return [];
  const pairs = [pair('apiVersion', text('helm.sh/v2', root)), pair('kind', text(kind, root)), ...more(root)];
  return [{ path: file.path, text: file.text, lines, root: { ...root, pairs } }];
}

function textOf(node: Node, key: string): string | null {
  const value = pairOf(node, key)?.value;
  return value?.kind === 'scalar' && value.text !== '' ? value.text : null;
}

function pair(key: string, value: Node): Pair {
  return { key: text(key, value), value };
}

function text(value: string, { start, end }: Node): ScalarNode {
  return { kind: 'scalar', text: value, type: 'string', start, end };
}
