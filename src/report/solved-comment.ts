import { aboveMark, belowMark, marker, markOf } from './marker.js';
import { solvedMark } from './severity-words.js';
import { longestComment } from './summary.js';
import { titleIn } from './title-line.js';

/**
 * Why a comment has nothing to say any more: the commit that was reviewed solved it, or the settings of base accept it. Where
 * they accept a finding that is its own but for the severity, it may be either.
 */
export type End = { readonly solvedIn: string; readonly mayBeWaived?: boolean } | 'waived';

/**
 * A comment of ours once its findings are no more: what ended them, and what it said, folded. It keeps the fingerprints, so
 * that the same comment says the finding again should it come back, and what a person wrote below.
 *
 * `body`: the comment as it stands.
 */
export function solvedBody(body: string, end: End): string {
  const former = aboveMark(body.replaceAll('\r\n', '\n'));
  const [first = '', ...rest] = former.split('\n');
  const title = titleIn(first);
  const told = title === null ? former : rest.join('\n').trim();
  const solved = `${solvedMark} **${endText(end)}${title === null ? '' : `: ${title}`}**`;
  const mark = marker({ fingerprints: markOf(body)?.fingerprints ?? [], isSolved: true });
  const folded = `<details><summary>What this comment said</summary>\n\n${unclickable(told)}\n\n</details>`;
  const whole = [solved, folded, mark].join('\n\n') + belowMark(body);
  // Only a text that somebody else made longer
  return whole.length > longestComment ? [solved, mark].join('\n\n') + belowMark(body) : whole;
}

function endText(end: End): string {
  if (end === 'waived') return 'Waived by the settings';
  // GitHub makes a link of these seven digits
  return `Solved in ${end.solvedIn.slice(0, 7)}${end.mayBeWaived === true ? ', or waived by the settings' : ''}`;
}

/** A suggestion can be committed wherever it is shown, and would undo what solved the finding. */
function unclickable(markdown: string): string {
  return markdown.replaceAll(/^(`{3,})suggestion$/gm, '$1yaml');
}
