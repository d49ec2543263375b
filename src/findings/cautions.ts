import type { Comparison } from '../diff/comparison.js';
import { unknownReleaseNotes } from './control-plane-notes.js';

/**
 * What a reader has to know before the verdict, as sentences: it was reached by the rules of another release of Istio than
 * the one that is said to run.
 */
export function cautions({ installed: { base, head } }: Pick<Comparison, 'installed'>): readonly string[] {
  const all = [head, base].flatMap(installed => [installed, ...installed.ofRevisions.values()]);
  return [...new Set(all.flatMap(unknownReleaseNotes))];
}
