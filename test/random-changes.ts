import fc from 'fast-check';
import { recordedLines } from './recorded-answers.js';
import type { ManifestText } from './manifests.js';

/** A change made of one recorded mesh: both sides hold some of its manifests. */
export interface RandomChange {
  readonly id: string;
  readonly base: readonly ManifestText[];
  readonly head: readonly ManifestText[];
}

interface MeshManifests {
  readonly id: string;
  readonly manifests: readonly string[];
}

/** The meshes of recorded themes, each as its manifests. */
function meshesOf(themes: readonly string[]): readonly MeshManifests[] {
  return themes.flatMap(theme =>
    recordedLines(theme).map(line => {
      const { id, manifests } = JSON.parse(line) as { id: string; manifests: string };
      return { id, manifests: manifests.split(/^---\n/m) };
    }),
  );
}

/** Changes to recorded meshes: some manifests are new, some go, most stay. */
export function randomChanges(...themes: readonly string[]): fc.Arbitrary<RandomChange> {
  const meshes = meshesOf(themes);
  return fc.nat(meshes.length - 1).chain(index => {
    const { id, manifests } = meshes[index] ?? { id: '', manifests: [] };
    const sides = manifests.map(() => fc.constantFrom('both', 'both', 'both', 'base', 'head'));
    return fc.tuple(...sides).map(placed => {
      const on = (side: string) => manifests.filter((_, at) => placed[at] === 'both' || placed[at] === side);
      return { id, base: on('base'), head: on('head') };
    });
  });
}
