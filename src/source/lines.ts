/** Turns offsets into lines and columns, both counted from 1. The documents of a file share one. */
export interface Lines {
  positionOf(offset: number): { readonly line: number; readonly column: number };
  /** Where a line begins; null where there is none of that number. */
  startOf(line: number): number | null;
}

/** The lines of a text, found when first asked for: most documents are never pointed at. */
export function linesOf(text: string): Lines {
  let found: readonly number[] | null = null;
  const starts = () => (found ??= lineStarts(text));
  return {
    positionOf(offset) {
      const line = lineAt(starts(), offset);
      return { line, column: offset - (starts()[line - 1] ?? 0) + 1 };
    },
    startOf: line => starts()[line - 1] ?? null,
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
