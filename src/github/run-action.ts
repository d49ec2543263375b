import type { Review, Revision } from '../findings/review.js';
import { verdictSentence } from '../report/headline.js';
import type { Links } from '../report/place.js';
import { untouched } from '../review.js';
import { permalinks } from './comments/permalinks.js';
import { tell, untold, type Told } from './comments/tell.js';
import { ofUse } from './comments/use.js';
import { conclude } from './conclude.js';
import { bugText } from './error-text.js';
import { choose } from './event/choose.js';
import { comparedText } from './event/compared.js';
import { commentable, decodeEvent, type CommentableEvent, type Event } from './event/event.js';
import { deletedText } from './event/push.js';
import { failRun } from './fail-run.js';
import { decodeInputs, type Inputs } from './inputs.js';
import { pageText, rulePage } from './pages.js';
import type { Run } from './run.js';

/**
 * One run: decide what is compared, review, tell, then colour the check. The verdict is the review's alone: a comment
 * that cannot be posted neither fails the check nor lets it pass. What leaves nothing to review fails it with what to do
 * about it.
 */
export async function runAction(run: Run): Promise<void> {
  let event: Event | null = null;
  let tellAll: () => Promise<void>;
  try {
    event = decodeEvent(run.event);
    tellAll = await reviewEvent(run, event, decodeInputs(run.input));
  } catch (error) {
    return failRun(run, event, error);
  }
  try {
    await tellAll();
  } catch (error) {
    run.setOutput('verdict', 'fail');
    run.fail(bugText(error));
  }
}

/** Reviews what the event changed; gives what tells it. */
async function reviewEvent(run: Run, event: Event, inputs: Inputs): Promise<() => Promise<void>> {
  if (event.kind === 'push' && event.after === null && inputs.head === null) {
    const review = untouched({ nothing: true }, { nothing: true }, null);
    const conclusion = { inputs, told: untold(review, null), links: null, sentence: deletedText(event) };
    return () => conclude(run, { review, isRelevant: false }, conclusion);
  }

  const repository = run.repository(inputs.token);
  const compared = await choose(event, inputs, repository);
  run.log(comparedText(compared, inputs.upgradeTo));
  const { base, head } = compared;
  const folder = await repository.holding([...(base.commit === null ? [] : [base.commit]), head.commit]);
  const reviewed = await run.review(compared, inputs, folder);

  const { review } = reviewed;
  const pull = commentable(event);
  const links = { place: permalinks(run.repositoryUrl, linked(review, pull)), rule: rulePage(run.docs) };
  const reviewedBlob = (path: string) => repository.blobAt(folder, head.commit, path);
  return async () => {
    const told =
      pull === null ? untold(review, null) : await comment(run, pull, { review, reviewedBlob, links }, inputs);
    await conclude(run, reviewed, { inputs, told, links, sentence: verdictSentence(review) });
  };
}

async function comment(
  run: Run,
  pull: CommentableEvent,
  said: { readonly review: Review; readonly reviewedBlob: (path: string) => string | null; readonly links: Links },
  { token, name }: Inputs,
): Promise<Told> {
  if (token === '') return untold(said.review, emptyTokenText(said.review));
  const publication = { ...said, commit: pull.headSha, fullReport: restOfComment(run.page) };
  const page = pageText(run.docs, 'required-check.md#forks-and-dependabot');
  const guest = pull.kind === 'pull-request' && pull.guest !== null ? { name: pull.guest, page } : null;
  return tell(ofUse(run.pullRequest(token, pull.number), name), publication, guest);
}

/** Where the rest is of a comment that had to be cut. */
function restOfComment(page: string): string {
  return `There is more in the [job summary of the run](${page}) that wrote this.`;
}

function emptyTokenText({ findings }: Review): string {
  const instead =
    findings.length === 0
      ? 'so nothing is posted: there are no findings, but comments of earlier runs may not say so'
      : 'so the findings are annotations instead of comments';
  return `input \`token\` is empty, ${instead}`;
}

/** The head of the pull request outlives the merge commit, which GitHub replaces with every push. */
function linked({ base, head }: Review, pull: CommentableEvent | null): { base: string; head: string } {
  const reviewed = nameOf(head);
  return { base: nameOf(base) || reviewed, head: pull?.headSha ?? reviewed };
}

function nameOf(revision: Revision): string {
  return 'rev' in revision ? revision.rev : '';
}
