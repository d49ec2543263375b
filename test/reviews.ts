import { compare, type Comparison } from '../src/diff/comparison.js';
import type { Review } from '../src/findings/review.js';
import { givenInstallations } from '../src/given.js';
import { decodeSides, nothingGiven, review } from '../src/review.js';
import type { ReviewSettings } from '../src/settings/settings.js';
import { readManifests } from '../src/source/manifests.js';
import type { Side } from '../src/source/side.js';
import type { ManifestText } from './manifests.js';

/** The manifests of one side: one a list item, or the text of each file by its path. */
export type Files = readonly ManifestText[] | Readonly<Record<string, string>>;

/** Both sides of a change, through the real reader. */
export function sidesOf(base: Files, head: Files): { readonly base: Side; readonly head: Side } {
  return { base: sideOf('base', base), head: sideOf('head', head) };
}

function sideOf(dir: string, files: Files): Side {
  const byPath = isList(files) ? { 'mesh.yaml': files.join('\n---\n') } : files;
  const read = Object.entries(byPath).map(([path, text]) => ({ path, content: text, text }));
  return { revision: { dir }, manifests: readManifests(read) };
}

function isList(files: Files): files is readonly ManifestText[] {
  return Array.isArray(files);
}

/** Reviews a change. */
export function reviewOf(base: Files, head: Files, settings?: ReviewSettings): Review {
  return review({ ...sidesOf(base, head), given: nothingGiven, ...(settings !== undefined && { settings }) });
}

/** The facts of a change, without judgement; under this release, or under what the manifests say. */
export function comparisonOf(base: Files, head: Files, version: string | null = null): Comparison {
  const given = givenInstallations({ version, flags: [], meshConfig: null });
  const decoded = decodeSides({ ...sidesOf(base, head), given: { base: given, head: given } });
  return compare(decoded.base, decoded.head);
}
