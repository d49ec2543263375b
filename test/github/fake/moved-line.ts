import { linesOf, type DiffSide } from './patch.js';

/**
 * Where a commented line stands in the next diff; null where that shows it no more. GitHub follows the line through
 * the commits; the patches alone tell it by its text, and of several such lines by the lines around it, then by the
 * distance.
 */
export function movedLine(before: string, after: string, side: DiffSide, line: number): number | null {
  const old = linesOf(before, side);
  const next = linesOf(after, side);
  const was = old.findIndex(one => one.line === line);
  const text = old[was]?.text;
  if (text === undefined) return null;
  const likeness = (index: number) =>
    [-2, -1, 1, 2].filter(step => old[was + step]?.text === next[index + step]?.text).length;
  const candidates = next
    .map((one, index) => ({ ...one, alike: likeness(index) }))
    .filter(one => one.text === text)
    .toSorted((one, other) => other.alike - one.alike || Math.abs(one.line - line) - Math.abs(other.line - line));
  return candidates[0]?.line ?? null;
}
