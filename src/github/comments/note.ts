import type { Annotation } from '../../report/annotations.js';

/** An annotation on the whole run, on no line of a file. */
export function note(level: Annotation['level'], message: string): Annotation {
  return { level, file: null, line: null, endLine: null, title: 'Istio egress review', message };
}
