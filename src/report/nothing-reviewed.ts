import type { Problem } from '../source/problem.js';
import { codeBlock } from './escape.js';
import { fit } from './fit.js';
import { placeMarkdown } from './place.js';
import { clip, proseMarkdown } from './prose.js';
import { severityWords } from './severity-words.js';

/**
 * The job summary of a run that reviewed nothing: why, and that no finding made it red.
 *
 * `readOn`: where the next steps are, as Markdown.
 */
export function nothingReviewed(problems: readonly Problem[], readOn: string): string {
  const items = problems.map(({ at, message }) => {
    const where = at === null ? '' : `${placeMarkdown({ ...at, side: 'head' }, null)}: `;
    return `- ${where}${proseMarkdown(message)}`;
  });
  const more = (left: number) => `- and ${left} more`;
  return parts(fit({ open: '', items, close: '', separator: '\n', more }, longest).text, readOn);
}

/** The same where a bug of ours is why. */
export function nothingReviewedByBug(stack: string, readOn: string): string {
  return parts(
    `This is a bug in istio-egress-review. Please report it with these lines:\n\n${codeBlock('text', clip(stack, longest))}`,
    readOn,
  );
}

function parts(why: string, readOn: string): string {
  const heading = `### ${severityWords.error.mark} Egress review: nothing was reviewed`;
  return [heading, why, `What cannot be reviewed is never green; nothing is said of the change itself. ${readOn}`].join(
    '\n\n',
  );
}

/** Characters; whoever gets so many has one cause. */
const longest = 20_000;
