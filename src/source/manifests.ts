import { spanAt, type Manifests, type SourceDocument } from './document.js';
import { hasActions, isUnrendered } from './go-templates.js';
import { templateFolders } from './helm-charts.js';
import { changesResources, isKustomization, isKustomizationPath, patchPaths } from './kustomization.js';
import { linesOf, type Lines } from './lines.js';
import { manifestRoots } from './manifest-roots.js';
import type { Node } from './node.js';
import type { Problem } from './problem.js';
import { readYaml } from './yaml-reader.js';
import type { YamlFault } from './yaml-stream.js';

/** One file as a folder or a Git tree holds it. */
export interface SourceFile {
  readonly path: string;
  /** Content identity: equal strings mean equal bytes. */
  readonly content: string;
  readonly text: string;
}

/** What both sides of a review share: the same content is parsed once, the same file gives the same documents. */
export interface ManifestCache {
  readonly texts: Map<string, string>;
  readonly contents: Map<string, ParsedContent>;
  readonly documents: Map<string, readonly SourceDocument[]>;
}

interface ParsedContent {
  readonly lines: Lines;
  readonly roots: readonly Node[];
  readonly faults: readonly YamlFault[];
  readonly isUnrendered: boolean;
}

/** What stands around the files that are read, and decides whether they are manifests or parts of some. */
export interface Surroundings {
  /** Every path of the tree, for Helm charts. */
  readonly paths: readonly string[];
  /** Kustomizations that are not among the files to read; they name patches. */
  readonly kustomizations: readonly SourceFile[];
}

export function newManifestCache(): ManifestCache {
  return { texts: new Map(), contents: new Map(), documents: new Map() };
}

/** The manifests of these files, in the order given. */
export function readManifests(
  files: readonly SourceFile[],
  { paths, kustomizations }: Surroundings = { paths: [], kustomizations: [] },
  cache: ManifestCache = newManifestCache(),
): Manifests {
  const documents: SourceDocument[] = [];
  const problems: Problem[] = [];
  const unrendered: string[] = [];
  const charts = templateFolders(paths);
  const patches = new Set(
    [...files, ...kustomizations].filter(file => isKustomizationPath(file.path)).flatMap(patchesOf),
  );

  for (const file of files) {
    const isTemplate = charts.some(folder => file.path.startsWith(folder)) && hasActions(file.text);
    if (isTemplate || patches.has(file.path)) {
      unrendered.push(file.path);
      continue;
    }
    const content = parsed(file, cache);
    if (content.isUnrendered) {
      unrendered.push(file.path);
      continue;
    }
    const kept = documentsOf(file, content, cache);
    for (const document of kept) if (!isKustomization(document.root)) documents.push(document);
    if (isUnrenderedOverlay(file, kept)) unrendered.push(file.path);
    for (const fault of content.faults) problems.push(problemOf(file, content.lines, fault));
  }
  return { documents, problems, unrendered, files: new Map(files.map(file => [file.path, file.content])) };
}

function isUnrenderedOverlay(file: SourceFile, documents: readonly SourceDocument[]): boolean {
  if (isKustomizationPath(file.path)) return readYaml(file.text).roots.some(changesResources);
  return documents.some(({ root }) => isKustomization(root) && changesResources(root));
}

function patchesOf(file: SourceFile): readonly string[] {
  return readYaml(file.text).roots.flatMap(root => patchPaths(file.path, root));
}

function documentsOf(file: SourceFile, content: ParsedContent, cache: ManifestCache): readonly SourceDocument[] {
  const key = `${file.content} ${file.path}`;
  const known = cache.documents.get(key);
  if (known !== undefined) return known;
  const { path, text } = file;
  const documents = content.roots.map(root => ({ path, text, lines: content.lines, root }));
  cache.documents.set(key, documents);
  return documents;
}

function parsed(file: SourceFile, cache: ManifestCache): ParsedContent {
  const known = cache.contents.get(file.content);
  if (known !== undefined) return known;
  const content = parse(file.text);
  cache.contents.set(file.content, content);
  return content;
}

function parse(text: string): ParsedContent {
  const lines = linesOf(text);
  if (!mayHoldManifests(text)) return { lines, roots: [], faults: [], isUnrendered: false };
  const { roots, faults } = readYaml(text);
  return {
    lines,
    roots: roots.flatMap(manifestRoots),
    // Without these words a broken file is no manifest, hence none of our business.
    faults: namesManifests(text) ? faults : [],
    isUnrendered: namesManifests(text) && isUnrendered(text, faults, readYaml),
  };
}

/** An escape could spell the words otherwise, so a text without them is passed over only if it has none. */
function mayHoldManifests(text: string): boolean {
  return namesManifests(text) || text.includes('\\');
}

function namesManifests(text: string): boolean {
  return text.includes('apiVersion') && text.includes('kind');
}

function problemOf({ path }: SourceFile, lines: Lines, { code, message, start, end, rival }: YamlFault): Problem {
  const first = rival === null ? '' : `; the first is on line ${lines.positionOf(rival).line}`;
  return { code, message: message + first, at: spanAt({ path, lines }, start, end) };
}
