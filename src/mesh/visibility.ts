import type { Behaves } from '../istio/behaviours.js';

/** To whom a service or policy is exported (VI-1, VI-3). */
export type Visibility =
  | { readonly kind: 'public' }
  /** Listed namespaces, with the own one where it is meant; empty hides from all. */
  | { readonly kind: 'namespaces'; readonly namespaces: ReadonlySet<string> };

const everyone: Visibility = { kind: 'public' };
const nobody: Visibility = { kind: 'namespaces', namespaces: new Set() };

/**
 * Reads an `exportTo` list: `*` wins over everything, then `~`; `.` is the own namespace.
 *
 * `exportTo: null` takes the mesh's default list by the same rule (VI-3).
 */
export function visibility(
  exportTo: readonly string[] | null,
  ownNamespace: string,
  defaultExportTo: readonly string[],
): Visibility {
  const list = exportTo ?? defaultExportTo;
  if (list.includes('*')) return everyone;
  if (list.includes('~')) return nobody;
  return { kind: 'namespaces', namespaces: new Set(list.map(entry => (entry === '.' ? ownNamespace : entry))) };
}

/** What counts of a default `exportTo` list: all of it, or only whether it has `.` or `*`; anything else hides (VI-3). */
export function honoured(defaultExportTo: readonly string[], behaves: Behaves): readonly string[] {
  if (behaves('whole-default-export-list')) return defaultExportTo;
  return [['.', '*'].find(entry => defaultExportTo.includes(entry)) ?? '~'];
}
