import type { SourceDocument } from '../../src/source/document.js';
import { linesOf } from '../../src/source/lines.js';
import { readYaml } from '../../src/source/yaml-reader.js';

/** The manifests of a YAML text, as if it were a file of that path. */
export function manifests(text: string, path = 'shop.yaml'): SourceDocument[] {
  const lines = linesOf(text);
  return readYaml(text).roots.map(root => ({ path, text, lines, root }));
}

/** The only manifest of a YAML text. */
export function manifest(text: string, path?: string): SourceDocument {
  const [document, ...others] = manifests(text, path);
  if (document === undefined || others.length > 0) throw new Error('expected one document');
  return document;
}
