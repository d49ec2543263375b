export type DiffSide = 'LEFT' | 'RIGHT';

/** One line that a hunk shows of a side. */
export interface PatchLine {
  /** Counted from 0. */
  readonly hunk: number;
  readonly line: number;
  readonly text: string;
}

/** Counts row by row from the patch's own headers; a second reading of patches, apart from the one in `src/`. */
export function linesOf(patch: string, side: DiffSide): readonly PatchLine[] {
  const lines: PatchLine[] = [];
  let hunk = -1;
  let line = 0;
  for (const row of patch.split('\n')) {
    const header = /^@@ -(\d+)\S* \+(\d+)\S* @@/.exec(row);
    if (header !== null) {
      hunk += 1;
      line = Number(side === 'LEFT' ? header[1] : header[2]);
    } else if (row.startsWith(' ') || row.startsWith(side === 'LEFT' ? '-' : '+')) {
      lines.push({ hunk, line, text: row.slice(1) });
      line += 1;
    }
  }
  return lines;
}

/** Which hunk shows the line; null where none does. */
export function hunkOf(patch: string, side: DiffSide, wanted: number): number | null {
  return linesOf(patch, side).find(({ line }) => line === wanted)?.hunk ?? null;
}

/** The header of the hunk that shows the line, as `diff_hunk` begins. */
export function hunkTextOf(patch: string, side: DiffSide, wanted: number | null): string {
  const hunk = wanted === null ? null : hunkOf(patch, side, wanted);
  return hunk === null ? '' : (patch.split(/\n(?=@@ )/)[hunk] ?? '');
}
