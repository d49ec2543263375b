import type { SourceDocument } from './document.js';
import { isUnrendered } from './go-templates.js';
import { isKustomizationPath } from './kustomization.js';
import { linesOf, type Lines } from './lines.js';
import type { Node } from './node.js';
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

export function newManifestCache(): ManifestCache {
  return { texts: new Map(), contents: new Map(), documents: new Map() };
}

/** A file's YAML documents, wherever the file stands. */
export interface ParsedContent {
  readonly lines: Lines;
  readonly roots: readonly Node[];
  readonly faults: readonly YamlFault[];
  readonly isUnrendered: boolean;
}

/** The parsed content of a file. What cannot be a manifest, broken or not, has neither documents nor faults. */
export function parsedContent(file: SourceFile, cache: ManifestCache): ParsedContent {
  return parsedOnce(file, isKustomizationPath(file.path) || namesManifests(file.text), cache);
}

/** The parsed content of a file that is wanted whatever it looks like. */
export function parsedWhole(file: SourceFile, cache: ManifestCache): ParsedContent {
  return parsedOnce(file, true, cache);
}

function parsedOnce({ content, text }: SourceFile, isWanted: boolean, cache: ManifestCache): ParsedContent {
  const key = `${content} ${isWanted}`;
  const known = cache.contents.get(key);
  if (known !== undefined) return known;
  const parsed = parse(text, isWanted);
  cache.contents.set(key, parsed);
  return parsed;
}

function parse(text: string, isWanted: boolean): ParsedContent {
  const lines = linesOf(text);
  // An escape could spell the words otherwise.
  if (!isWanted && !text.includes('\\')) return { lines, roots: [], faults: [], isUnrendered: false };
  const { roots, faults } = readYaml(text);
  if (!isWanted) return { lines, roots, faults: [], isUnrendered: false };
  return { lines, roots, faults, isUnrendered: isUnrendered(text, faults, readYaml) };
}

function namesManifests(text: string): boolean {
  return text.includes('apiVersion') && text.includes('kind');
}
