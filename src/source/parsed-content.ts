import type { SourceDocument } from './document.js';
import { isUnrendered } from './go-templates.js';
import { isKustomizationPath } from './kustomization.js';
import { linesOf, type Lines } from './lines.js';
import type { Node } from './node.js';
import { InputError, type Problem } from './problem.js';
import { newPatience, type Patience } from './yaml-diagnosis.js';
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
  readonly patience: Patience;
  /** How many YAML values all contents hold. */
  values: number;
}

/** The most YAML values in all files that are read: those of ten thousands of manifests. */
export const MAX_ALL_VALUES = 5_000_000;

export function newManifestCache(): ManifestCache {
  return { texts: new Map(), contents: new Map(), documents: new Map(), patience: newPatience(), values: 0 };
}

/** A file's YAML documents, wherever the file stands. */
export interface ParsedContent {
  readonly lines: Lines;
  readonly roots: readonly Node[];
  readonly faults: readonly YamlFault[];
  readonly isUnrendered: boolean;
}

/**
 * The parsed content of a file. What cannot be a manifest, broken or not, has neither documents nor faults.
 *
 * @throws InputError when the files that were parsed hold more than {@link MAX_ALL_VALUES}.
 */
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
  const parsed = parse(text, isWanted, cache);
  cache.contents.set(key, parsed);
  return parsed;
}

function parse(text: string, isWanted: boolean, cache: ManifestCache): ParsedContent {
  const lines = linesOf(text);
  // An escape could spell the words otherwise.
  if (!isWanted && !text.includes('\\')) return { lines, roots: [], faults: [], isUnrendered: false };
  const read = (yaml: string) => readYaml(yaml, cache.patience);
  const { roots, faults, values } = read(text);
  cache.values += values;
  if (cache.values > MAX_ALL_VALUES) throw new InputError([tooManyValues]);
  if (!isWanted) return { lines, roots, faults: [], isUnrendered: false };
  return { lines, roots, faults, isUnrendered: isUnrendered(text, faults, read) };
}

const tooManyValues: Problem = {
  code: 'too-large',
  message: `the files hold more than ${MAX_ALL_VALUES} YAML values, and no more are read: review a part of them by 'paths'`,
  at: null,
};

function namesManifests(text: string): boolean {
  return text.includes('apiVersion') && text.includes('kind');
}
