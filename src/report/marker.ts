/** Only the last line counts: a manifest may bring the text of a marker into a title, but no line break. */
const atTheEnd = /(?:^|\n)<!-- istio-egress-review:v1 fp=([0-9a-f]{16}(?:,[0-9a-f]{16})*) -->\s*$/;

/** A comment has room for no more; a story that has more is told in the summary as well. */
const mostMarked = 500;

/** Marks a review comment as ours and names its findings; hidden where GitHub shows the comment. */
export function findingMarker(fingerprints: readonly string[]): string {
  return `<!-- istio-egress-review:v1 fp=${fingerprints.slice(0, mostMarked).join(',')} -->`;
}

/** The fingerprints that a comment carries, if any. Anyone can write a marker: ask for the author too. */
export function markedFingerprints(body: string): readonly string[] {
  return atTheEnd.exec(body)?.[1]?.split(',') ?? [];
}

/** The first line of the one summary comment of a pull request. */
export const summaryMarker = '<!-- istio-egress-review:v1 summary -->';

/** Decides whether a comment is such a summary, as far as its text tells. */
export function isSummary(body: string): boolean {
  return body.startsWith(summaryMarker);
}
