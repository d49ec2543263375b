import type { Manifests, SourceDocument } from './document.js';
import { spanAt } from './document.js';
import { linesOf } from './lines.js';
import { manifestRoots } from './manifest-roots.js';
import type { Problem } from './problem.js';
import { readYaml } from './yaml-reader.js';

/** One file as a folder or a Git tree holds it. */
export interface SourceFile {
  readonly path: string;
  /** Content identity: equal strings mean equal bytes. */
  readonly content: string;
  readonly text: string;
}

/** The manifests of these files, in the order given. */
export function readManifests(files: readonly SourceFile[]): Manifests {
  const documents: SourceDocument[] = [];
  const problems: Problem[] = [];
  for (const { path, text } of files) {
    const { roots, faults } = readYaml(text);
    const lines = linesOf(text);
    for (const root of roots) for (const item of manifestRoots(root)) documents.push({ path, text, lines, root: item });
    for (const fault of faults) {
      problems.push({ code: fault.code, message: fault.message, at: spanAt({ path, lines }, fault.start, fault.end) });
    }
  }
  return { documents, problems, unrendered: [], files: new Map(files.map(file => [file.path, file.content])) };
}
