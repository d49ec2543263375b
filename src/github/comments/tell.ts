import type { Finding } from '../../findings/finding.js';
import type { Review } from '../../findings/review.js';
import { annotations, type Annotation } from '../../report/annotations.js';
import { prosePlain } from '../../report/prose.js';
import { storiesOf } from '../../report/story.js';
import { isInline } from '../../report/summary-lists.js';
import type { DiffPlace, PullRequest } from '../pull-request/pull-request.js';
import type { Unedited } from './edits.js';
import { failureNote, unsaidOf, type Guest, type Unsaid } from './failure-words.js';
import { note } from './note.js';
import { publish, Superseded, type Publication, type Published } from './publish.js';
import type { Refused } from './send-review.js';

/** Which findings the pull request shows on its lines, and which notes the check has to show instead. */
export interface Told {
  readonly inline: ReadonlySet<string>;
  readonly annotations: readonly Annotation[];
}

/** Comments on the pull request; what it does not take becomes annotations, so that nothing is lost. */
export async function tell(
  pullRequest: PullRequest,
  publication: Publication,
  guest: Guest | null = null,
): Promise<Told> {
  const published = await publish(pullRequest, publication);
  const { inline, end } = published;
  const left = end === null ? [] : without(publication.review.findings, inline);
  const notes = notesOn(published, unsaidOf(publication.review, left), guest);
  return { inline, annotations: [...notes, ...annotations(left)] };
}

/** Nothing is said on the pull request, for the reason that is given, if any. */
export function untold({ findings }: Review, reason: string | null): Told {
  const notes = reason === null ? [] : [note('notice', reason)];
  return { inline: new Set(), annotations: [...notes, ...annotations(findings)] };
}

/** The findings of all stories that the comments on lines do not tell. */
function without(findings: readonly Finding[], inline: Told['inline']): readonly Finding[] {
  const told = storiesOf(findings).filter(story => isInline(story, inline));
  const isTold = new Set(told.flatMap(({ told: first, others }) => [first, ...others]).map(one => one.fingerprint));
  return findings.filter(({ fingerprint }) => !isTold.has(fingerprint));
}

function notesOn({ refused, unedited, end }: Published, unsaid: Unsaid, guest: Guest | null): readonly Annotation[] {
  const refusals = [
    ...(refused.length === 0 ? [] : [note('warning', refusalText(refused))]),
    ...(unedited.length === 0 ? [] : [note('warning', uneditedText(unedited))]),
  ];
  if (end === null) return refusals;
  if (end instanceof Superseded) return [note('notice', `nothing was posted, because ${end.message}`)];
  return [...refusals, failureNote(end, unsaid, guest)];
}

function refusalText(refused: readonly Refused[]): string {
  const places = refused.map(({ draft, words }) => placeText(draft, words));
  return `GitHub refused comments on lines, so the summary has their findings: ${places.join('; ')}`;
}

function uneditedText(unedited: readonly Unedited[]): string {
  const places = unedited.map(({ comment: { place }, words }) => placeText(place, words));
  return `GitHub refused to edit comments, which say what they said before; the summary has what holds now: ${places.join('; ')}`;
}

function placeText(place: DiffPlace | null, words: string): string {
  const line =
    place === null
      ? 'one on outdated lines'
      : `${prosePlain(place.path, 300)}:${place.endLine}${place.side === 'LEFT' ? ' at base' : ''}`;
  return `${line} (${prosePlain(words, 300)})`;
}
