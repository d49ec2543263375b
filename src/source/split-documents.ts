/** One document of a stream with its `---` line, as offsets `[start, end)`. */
export interface DocumentRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a stream at its `---` and `...` lines. YAML lets neither stand at the start of a line inside any value,
 * so this holds for broken documents too; kubectl splits in the same way.
 */
export function splitDocuments(text: string): readonly DocumentRange[] {
  const ranges: DocumentRange[] = [];
  let start = 0;
  for (const marker of text.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    if (marker.index > start) ranges.push({ start, end: marker.index });
    start = marker[0] === '...' ? marker.index + marker[0].length : marker.index;
  }
  ranges.push({ start, end: text.length });
  return ranges;
}
