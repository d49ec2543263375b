import { findingCounts } from './counts.js';
import type { Story } from './story.js';

/**
 * The text that GitHub asks for above the comments of one review, and puts into the mail: what is in them. None of it is
 * needed, for the comments and the summary say it too.
 *
 * `commit`: the head that was reviewed.
 */
export function reviewText(stories: readonly Story[], commit: string): string {
  const findings = stories.flatMap(({ told, others }) => [told, ...others]);
  const of = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  const counts = findingCounts({ errors: of('error'), warnings: of('warning'), notices: of('notice') });
  // GitHub makes a link of these seven digits
  return `Egress review of ${commit.slice(0, 7)}, new on these lines: ${counts}. The summary comment has the rest.`;
}
