/** Only the last line counts: a manifest may bring the text of a marker into a title, but no line break. */
const atTheEnd = /(?:^|\n)<!-- istio-egress-review:v1 fp=([0-9a-f]{16}) -->\s*$/;

/** Marks a review comment as ours and names its finding; hidden where GitHub shows the comment. */
export function findingMarker(fingerprint: string): string {
  return `<!-- istio-egress-review:v1 fp=${fingerprint} -->`;
}

/** The fingerprint that a comment carries, or null. Anyone can write a marker: ask for the author too. */
export function markedFingerprint(body: string): string | null {
  return atTheEnd.exec(body)?.[1] ?? null;
}

/** The first line of the one summary comment of a pull request. */
export const summaryMarker = '<!-- istio-egress-review:v1 summary -->';

/** Decides whether a comment is such a summary, as far as its text tells. */
export function isSummary(body: string): boolean {
  return body.startsWith(summaryMarker);
}
