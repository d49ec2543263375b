import type { Review } from '../findings/review.js';
import { count, sentenceList } from './counts.js';

/** How many files are named; the report lists what is wrong with each. */
const mostNamed = 3;

/** Which files of a change nobody could read and what to do about it, as sentences behind others; else empty. */
export function unreadText({ base, unread, problems }: Review, name: (path: string) => string): string {
  const broken = new Set(problems.flatMap(({ at }) => at?.file ?? []));
  const others = unread.filter(path => !broken.has(path)).length;
  if (unread.length === 0) return '';
  const left = unread.length - mostNamed;
  const named = [...unread.slice(0, mostNamed).map(name), ...(left > 0 ? [`${left} more`] : [])];
  const whose = 'nothing' in base ? '' : ' of the change';
  const it = unread.length === 1 ? 'it' : 'they';
  const mend = others === unread.length ? '' : ' Correct what the problems name.';
  const why = others === 0 ? '' : ` The assumptions say why${mend === '' ? '' : ' of the others'}.`;
  return (
    ` ${count(unread.length, 'file')}${whose} could not be read, so what ${it} ${it === 'it' ? 'does' : 'do'} is not known: ` +
    `${sentenceList(named)}.${mend}${why}`
  );
}
