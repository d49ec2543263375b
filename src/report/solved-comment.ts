import { marker, markOf, withoutMark } from './marker.js';
import { severityWords, solvedMark } from './severity-words.js';
import { longestComment } from './summary.js';

/** The first line of a comment that says a finding, as `commentBody` writes it. */
const titleLine = new RegExp(
  `^(?:${Object.values(severityWords)
    .map(({ mark, word }) => `${mark} \\*\\*${word}`)
    .join('|')}): (.+)\\*\\*$`,
  'u',
);

/**
 * A comment of ours once its findings are no more: which commit solved them, and what it said, folded. It keeps the
 * fingerprints, so that the same comment says the finding again should it come back.
 *
 * `body`: the comment as it stands. `commit`: the head that was reviewed.
 */
export function solvedBody(body: string, commit: string): string {
  const former = withoutMark(body.replaceAll('\r\n', '\n'));
  const [first = '', ...rest] = former.split('\n');
  const title = titleLine.exec(first)?.[1] ?? null;
  const told = title === null ? former : rest.join('\n').trim();
  // GitHub makes a link of these seven digits
  const solved = `${solvedMark} **Solved in ${commit.slice(0, 7)}${title === null ? '' : `: ${title}`}**`;
  const mark = marker({ fingerprints: markOf(body)?.fingerprints ?? [], isSolved: true });
  const folded = `<details><summary>What this comment said</summary>\n\n${unclickable(told)}\n\n</details>`;
  const whole = [solved, folded, mark].join('\n\n');
  // Only a text that somebody else made longer
  return whole.length > longestComment ? [solved, mark].join('\n\n') : whole;
}

/** A suggestion can be committed wherever it is shown, and would undo what solved the finding. */
function unclickable(markdown: string): string {
  return markdown.replaceAll(/^(`{3,})suggestion$/gm, '$1yaml');
}
