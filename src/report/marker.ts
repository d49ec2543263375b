import { beginsAsOurs } from './title-line.js';

/** What a comment of ours says of itself, hidden below its text. */
export interface Mark {
  readonly fingerprints: readonly string[];
  /** The comment says that its findings are no more. */
  readonly isSolved: boolean;
}

/**
 * A line that begins with a mark, of whichever use of the action (`use-name.ts`). A manifest may bring the text of one into a
 * title, but no line break; what else it brings stands above ours, so the last one counts. What follows is a person's, if
 * the comment begins as ours do: another bot may quote a line of a file.
 */
const marks =
  /(?<![^\n])<!-- istio-egress-review:v1 (?<use>name=[\w-]+ )?fp=(?<fp>[0-9a-f]{16}(?:,[0-9a-f]{16})*)(?<solved> solved)? -->/g;

/** A comment has room for no more; a story that has more is told in the summary as well. */
const mostMarked = 500;

/** Marks a review comment as ours and names its findings; hidden where GitHub shows the comment. */
export function findingMarker(fingerprints: readonly string[]): string {
  return marker({ fingerprints, isSolved: false });
}

export function marker({ fingerprints, isSolved }: Mark): string {
  const named = fingerprints.slice(0, mostMarked).join(',');
  return `<!-- istio-egress-review:v1 fp=${named}${isSolved ? ' solved' : ''} -->`;
}

/** The mark of a comment, if any. Anyone can write one: ask for the author too. */
export function markOf(body: string): Mark | null {
  return partsOf(body)?.mark ?? null;
}

/** The fingerprints that a comment carries, if any. */
export function markedFingerprints(body: string): readonly string[] {
  return markOf(body)?.fingerprints ?? [];
}

/** The comment above its mark. */
export function aboveMark(body: string): string {
  return (partsOf(body)?.above ?? body).trimEnd();
}

/** What somebody wrote below the mark, as it stands there; empty where nobody did. */
export function belowMark(body: string): string {
  return partsOf(body)?.below ?? '';
}

function partsOf(body: string) {
  const found = lastMark(body);
  const { use, fp, solved } = found?.groups ?? {};
  if (found === undefined || use !== undefined || fp === undefined) return null;
  const below = unlessBlank(body.slice(found.index + found[0].length));
  if (below !== '' && !beginsAsOurs(body)) return null;
  return {
    above: body.slice(0, found.index),
    mark: { fingerprints: fp.split(','), isSolved: solved !== undefined },
    below,
  };
}

/** Where the mark of a comment on lines stands, of whichever use. */
export function lastMark(body: string): RegExpExecArray | undefined {
  return [...body.matchAll(marks)].at(-1);
}

/** The first line of the one summary comment of a pull request. */
export const summaryMarker = '<!-- istio-egress-review:v1 summary -->';

/** The last line of ours in it. */
export const summaryEnd = '<!-- istio-egress-review:v1 summary end -->';

/** Decides whether a comment is such a summary, as far as its text tells. */
export function isSummary(body: string): boolean {
  return body.startsWith(summaryMarker);
}

/** What somebody wrote below a summary, as it stands there; empty where nobody did. */
export function belowSummary(body: string): string {
  const line = `\n${summaryEnd}`;
  const at = body.lastIndexOf(line);
  return at < 0 ? '' : unlessBlank(body.slice(at + line.length));
}

function unlessBlank(text: string): string {
  return text.trim() === '' ? '' : text.trimEnd();
}
