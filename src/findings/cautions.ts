import type { Comparison } from '../diff/comparison.js';
import { unknownReleaseNotes } from './control-plane-notes.js';

/**
 * What a reader has to know before the verdict, as sentences: it was reached by the rules of another release of Istio than
 * the one that is said to run.
 */
export function cautions({ installed: { base, head } }: Pick<Comparison, 'installed'>): readonly string[] {
  const all = [head, base].flatMap(installed => [installed, ...installed.ofRevisions.values()]);
  const sentences = [...new Set(all.flatMap(unknownReleaseNotes))];
  const left = sentences.length - mostShown;
  if (left <= 0) return sentences;
  return [...sentences.slice(0, mostShown), `${left} more releases that are said to run are not known here either`];
}

/** Nobody runs more revisions whose releases are unknown, and more would hide the verdict. */
const mostShown = 3;
