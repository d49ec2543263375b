/** LEFT shows the lines of the base, RIGHT those of the head. */
export type Side = 'LEFT' | 'RIGHT';

/** One `@@` block of a patch: the lines that GitHub shows, with their text. */
export interface Hunk {
  readonly LEFT: ReadonlyMap<number, string>;
  readonly RIGHT: ReadonlyMap<number, string>;
  /** The lines of a side that the other has not. */
  readonly changed: { readonly LEFT: ReadonlySet<number>; readonly RIGHT: ReadonlySet<number> };
}

export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** Reads a file's `patch` as the API gives it: hunks without the `---` and `+++` lines. */
export function readHunks(patch: string): readonly Hunk[] {
  return patch
    .split(/\n(?=@@ )/)
    .map(readHunk)
    .filter(hunk => hunk !== null);
}

function readHunk(block: string): Hunk | null {
  const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(block);
  if (header === null) return null;
  let left = Number(header[1]);
  let right = Number(header[2]);
  const lines = { LEFT: new Map<number, string>(), RIGHT: new Map<number, string>() };
  const changed = { LEFT: new Set<number>(), RIGHT: new Set<number>() };

  for (const row of block.split('\n').slice(1)) {
    const text = row.slice(1);
    switch (row[0]) {
      case ' ':
        lines.LEFT.set(left++, text);
        lines.RIGHT.set(right++, text);
        break;
      case '-':
        changed.LEFT.add(left);
        lines.LEFT.set(left++, text);
        break;
      case '+':
        changed.RIGHT.add(right);
        lines.RIGHT.set(right++, text);
        break;
      default: // "\ No newline at end of file" is no line of either side
    }
  }
  return { ...lines, changed };
}

/**
 * Decides on which of the wanted lines a comment can stand, or null where it can on none. GitHub takes a comment
 * only on lines of one hunk, so a range that reaches beyond is cut to the hunk with a changed line of it, else to
 * the first that shows some of it.
 */
export function shownRange(hunks: readonly Hunk[], side: Side, wanted: LineRange): LineRange | null {
  const isWanted = (line: number) => wanted.line <= line && line <= wanted.endLine;
  const showing = hunks.filter(hunk => [...hunk[side].keys()].some(isWanted));
  const hunk = showing.find(({ changed }) => [...changed[side]].some(isWanted)) ?? showing[0];
  if (hunk === undefined) return null;
  const lines = [...hunk[side].keys()].filter(isWanted);
  return { line: Math.min(...lines), endLine: Math.max(...lines) };
}
