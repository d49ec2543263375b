import { summaryMarker } from './marker.js';
import { proseMarkdown } from './prose.js';
import { severityWords } from './severity-words.js';

const unreviewedMarker = '<!-- istio-egress-review:v1 unreviewed -->';

/** Two lines below that of the summary, and a blank one. */
const notice = new RegExp(`(?<=^${summaryMarker}\n)${unreviewedMarker}\n[^\n]*\n\n`);

/** A reason is a sentence or two for each fault. */
const longestReason = 1_000;

/**
 * A summary comment that stands while a commit cannot be reviewed: says so, and why, above what it says of an earlier run. Of
 * several such commits it names the last.
 *
 * `body`: the comment as it stands. `reason`: plain text.
 */
export function unreviewedSummary(body: string, commit: string, reason: string): string {
  const former = body.replaceAll('\r\n', '\n').replace(notice, '');
  const { mark } = severityWords.error;
  // GitHub makes a link of these seven digits
  const what = `${mark} **Egress review: ${commit.slice(0, 7)} could not be reviewed.** All below is of an earlier run.`;
  const why = `The reason: ${proseMarkdown(reason, longestReason)}`;
  const [first = '', ...rest] = former.split('\n');
  return [first, unreviewedMarker, `${what} ${why}`, '', ...rest].join('\n');
}
