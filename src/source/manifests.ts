import { spanAt, type Manifests, type SourceDocument } from './document.js';
import { hasActions } from './go-templates.js';
import { templateFolders } from './helm-charts.js';
import { chartDocuments, istiodCharts, type IstiodChart } from './istiod-chart.js';
import { changesResources, isKustomization, isKustomizationPath, patchPaths } from './kustomization.js';
import { kustomizedNamespaces } from './kustomized-namespaces.js';
import { manifestRoots } from './manifest-roots.js';
import {
  newManifestCache,
  parsedContent,
  parsedWhole,
  type ManifestCache,
  type ParsedContent,
  type SourceFile,
} from './parsed-content.js';
import type { Problem } from './problem.js';

/** What stands around the files that are read, and tells which of them are no manifests by themselves. */
export interface Surroundings {
  /** Every path of the tree, for Helm charts. */
  readonly paths: readonly string[];
  /** Kustomizations that are not among the files to read; they name patches. */
  readonly kustomizations: readonly SourceFile[];
}

/** The manifests of these files, in the order given. */
export function readManifests(
  files: readonly SourceFile[],
  { paths, kustomizations }: Surroundings = { paths: [], kustomizations: [] },
  cache: ManifestCache = newManifestCache(),
): Manifests {
  const charts = templateFolders(paths);
  const patches = new Set([...files, ...kustomizations].flatMap(file => patchesNamedIn(file, cache)));
  const namespaces = kustomizedNamespaces(
    [...files, ...kustomizations].flatMap(file =>
      isKustomizationPath(file.path) ? parsedContent(file, cache).roots.map(root => ({ path: file.path, root })) : [],
    ),
  );
  const documents: SourceDocument[] = [];
  const problems: Problem[] = [];
  const unrendered: string[] = [];

  for (const file of files) {
    const { path, text } = file;
    const isTemplate = hasActions(text) && charts.some(folder => path.startsWith(folder));
    const content = isTemplate || patches.has(path) ? null : parsedContent(file, cache);
    if (content === null || content.isUnrendered) {
      unrendered.push(path);
      continue;
    }
    const namespace = namespaces.get(path) ?? null;
    for (const document of documentsOf(file, content, namespace, cache)) documents.push(document);
    for (const problem of problemsOf(file, content)) problems.push(problem);
    if (isOverlay(file, content)) unrendered.push(path);
  }
  for (const chart of istiodCharts(files, paths, file => parsedWhole(file, cache))) {
    for (const document of documentsOfChart(chart, cache)) documents.push(document);
    const { values } = chart;
    const isRead = values === null || parsedContent(values, cache).faults.length > 0;
    if (!isRead) problems.push(...problemsOf(values, parsedWhole(values, cache)));
  }
  return {
    documents,
    problems,
    unrendered,
    files: new Map(files.map(({ path, content }) => [path, content])),
    unfollowed: [],
  };
}

function patchesNamedIn(file: SourceFile, cache: ManifestCache): readonly string[] {
  if (!isKustomizationPath(file.path)) return [];
  return parsedContent(file, cache).roots.flatMap(root => patchPaths(file.path, root));
}

function isOverlay({ path }: SourceFile, { roots }: ParsedContent): boolean {
  return roots.some(root => (isKustomizationPath(path) || isKustomization(root)) && changesResources(root));
}

function documentsOf(
  file: SourceFile,
  content: ParsedContent,
  kustomized: string | null,
  cache: ManifestCache,
): readonly SourceDocument[] {
  const { path, text } = file;
  const key = JSON.stringify([file.content, path, kustomized]);
  const known = cache.documents.get(key);
  if (known !== undefined) return known;
  const roots = content.roots.filter(root => !isKustomization(root)).flatMap(manifestRoots);
  const documents = roots.map(root => ({
    path,
    text,
    lines: content.lines,
    root,
    ...(kustomized !== null && { kustomized }),
  }));
  cache.documents.set(key, documents);
  return documents;
}

function documentsOfChart(istiod: IstiodChart, cache: ManifestCache): readonly SourceDocument[] {
  const { chart, values, otherValues } = istiod;
  const id = JSON.stringify(['chart', chart.content, chart.path, values?.content ?? null, ...otherValues]);
  const known = cache.documents.get(id);
  if (known !== undefined) return known;
  const documents = chartDocuments(istiod, file => parsedWhole(file, cache));
  cache.documents.set(id, documents);
  return documents;
}

function problemsOf({ path }: SourceFile, { lines, faults }: ParsedContent): readonly Problem[] {
  return faults.map(({ code, message, start, end, rival }) => {
    const first = rival === null ? '' : `; the first is on line ${lines.positionOf(rival).line}`;
    return { code, message: message + first, at: spanAt({ path, lines }, start, end) };
  });
}
