import type { SourceDocument } from '../../source/document.js';
import { nodeAt, pairOf, type Node } from '../../source/node.js';
import type { Path, Report } from '../fault.js';
import { readNode } from '../fields.js';
import type { Stated } from './installation.js';
import { meshConfigFields, type MeshConfigFields } from './mesh-config-fields.js';

/** The text at each of these paths that has one. */
export function statedTexts(document: SourceDocument, paths: readonly Path[]): readonly Stated<string>[] {
  return paths.flatMap(path => {
    const node = nodeAt(document.root, path);
    const isText = node?.kind === 'scalar' && node.type !== 'null' && node.text !== '';
    return isText ? [{ value: node.text, path }] : [];
  });
}

export function statedText(document: SourceDocument, path: Path): Stated<string> | null {
  return statedTexts(document, [path])[0] ?? null;
}

/** The MeshConfig at that path; null where there is none. */
export function statedMeshConfig(
  document: SourceDocument,
  path: Path,
  report: Report,
): Stated<MeshConfigFields> | null {
  const node = nodeAt(document.root, path);
  if (node === null || (node.kind === 'scalar' && node.type === 'null')) return null;
  return { value: readNode(meshConfigFields, node, path, report), path };
}

/** The environment of istiod, as a mapping of names to values. */
export function statedEnvironment(document: SourceDocument, path: Path): Readonly<Record<string, Stated<string>>> {
  const node = nodeAt(document.root, path);
  const names = node?.kind === 'mapping' ? node.pairs.map(({ key }) => key.text) : [];
  return flagsOf(names.flatMap(name => statedEntries(document, name, [...path, name])));
}

/** The environment of istiod, as a container lists it: `[{name, value}]`. */
export function statedVariables(document: SourceDocument, path: Path): Readonly<Record<string, Stated<string>>> {
  return flagsOf(
    itemsAt(document, path).flatMap((item, index) => {
      const name = pairOf(item, 'name')?.value;
      return name?.kind === 'scalar' ? statedEntries(document, name.text, [...path, index, 'value']) : [];
    }),
  );
}

export function itemsAt({ root }: SourceDocument, path: Path): readonly Node[] {
  const node = nodeAt(root, path);
  return node?.kind === 'sequence' ? node.items : [];
}

function statedEntries(document: SourceDocument, name: string, path: Path): readonly [string, Stated<string>][] {
  return statedTexts(document, [path]).map(stated => [name, stated]);
}

// Names are the user's: `__proto__` is one like any other.
function flagsOf(entries: readonly [string, Stated<string>][]): Readonly<Record<string, Stated<string>>> {
  return Object.assign(Object.create(null) as Record<string, Stated<string>>, Object.fromEntries(entries));
}
