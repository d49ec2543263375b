import { aboveMark, belowMark, marker, markOf } from './marker.js';
import { severityWords, solvedMark } from './severity-words.js';
import { longestComment } from './summary.js';

/** The first line of a comment that says a finding, as `commentBody` writes it. */
const titleLine = new RegExp(
  `^(?:${Object.values(severityWords)
    .map(({ mark, word }) => `${mark} \\*\\*${word}`)
    .join('|')}): (.+)\\*\\*$`,
  'u',
);

/** Why a comment has nothing to say any more: the commit that was reviewed solved it, or the settings of base accept it. */
export type End = { readonly solvedIn: string } | 'waived';

/**
 * A comment of ours once its findings are no more: what ended them, and what it said, folded. It keeps the fingerprints, so
 * that the same comment says the finding again should it come back, and what a person wrote below.
 *
 * `body`: the comment as it stands.
 */
export function solvedBody(body: string, end: End): string {
  const former = aboveMark(body.replaceAll('\r\n', '\n'));
  const [first = '', ...rest] = former.split('\n');
  const title = titleLine.exec(first)?.[1] ?? null;
  const told = title === null ? former : rest.join('\n').trim();
  // GitHub makes a link of these seven digits
  const ended = end === 'waived' ? 'Waived by the settings' : `Solved in ${end.solvedIn.slice(0, 7)}`;
  const solved = `${solvedMark} **${ended}${title === null ? '' : `: ${title}`}**`;
  const mark = marker({ fingerprints: markOf(body)?.fingerprints ?? [], isSolved: true });
  const folded = `<details><summary>What this comment said</summary>\n\n${unclickable(told)}\n\n</details>`;
  const whole = [solved, folded, mark].join('\n\n') + belowMark(body);
  // Only a text that somebody else made longer
  return whole.length > longestComment ? [solved, mark].join('\n\n') + belowMark(body) : whole;
}

/** A suggestion can be committed wherever it is shown, and would undo what solved the finding. */
function unclickable(markdown: string): string {
  return markdown.replaceAll(/^(`{3,})suggestion$/gm, '$1yaml');
}
