/** What the last line of a comment of ours says of it. */
export interface Mark {
  readonly fingerprints: readonly string[];
  /** The comment says that its findings are no more. */
  readonly isSolved: boolean;
}

/** Only the last line counts: a manifest may bring the text of a marker into a title, but no line break. */
const atTheEnd = /(?:^|\n)<!-- istio-egress-review:v1 fp=([0-9a-f]{16}(?:,[0-9a-f]{16})*)( solved)? -->\s*$/;

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
  const [, fingerprints, solved] = atTheEnd.exec(body) ?? [];
  return fingerprints === undefined ? null : { fingerprints: fingerprints.split(','), isSolved: solved !== undefined };
}

/** The fingerprints that a comment carries, if any. */
export function markedFingerprints(body: string): readonly string[] {
  return markOf(body)?.fingerprints ?? [];
}

/** The comment above its mark. */
export function withoutMark(body: string): string {
  return body.replace(atTheEnd, '').trimEnd();
}

/** The first line of the one summary comment of a pull request. */
export const summaryMarker = '<!-- istio-egress-review:v1 summary -->';

/** Decides whether a comment is such a summary, as far as its text tells. */
export function isSummary(body: string): boolean {
  return body.startsWith(summaryMarker);
}
