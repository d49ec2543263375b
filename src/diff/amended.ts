import type { Admission } from '../resources/admission.js';
import { decodeAll, type Resources } from '../resources/decode-all.js';
import type { SourceDocument } from '../source/document.js';

/**
 * What a side holds once one of its files says `documents`; null where something of that file is declared twice, and so
 * nobody knows which of the two counts.
 */
export function amended(
  side: Resources,
  path: string,
  documents: readonly SourceDocument[],
  admission: Admission,
): Resources | null {
  const stands = ({ document }: { readonly document: SourceDocument }) => document.path === path;
  if (side.duplicates.some(({ resource, first }) => stands(resource) || stands(first))) return null;
  const { resources, invalid, duplicates } = decodeAll(documents, new WeakMap(), admission);
  if (duplicates.length > 0) return null;
  const others = side.resources.filter(resource => !stands(resource));
  return {
    resources: others.toSpliced(side.resources.findIndex(stands), 0, ...resources),
    invalid: [...side.invalid.filter(refused => !stands(refused)), ...invalid],
    duplicates: side.duplicates,
  };
}
