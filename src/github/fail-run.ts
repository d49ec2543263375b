import { nothingReviewed, nothingReviewedByBug } from '../report/nothing-reviewed.js';
import { prosePlain } from '../report/prose.js';
import { InputError } from '../source/problem.js';
import { outdateSticky } from './comments/outdate.js';
import { ofUse } from './comments/use.js';
import { bugText, inputErrorText, stackOf } from './error-text.js';
import { commentable, type Event } from './event/event.js';
import { isUseName } from './inputs.js';
import { pageText } from './pages.js';
import type { Run } from './run.js';

/**
 * Ends a run that an error left without a review: the check is red, the job summary says why, and a summary comment of an
 * earlier run does not pass for that of this one. The error stays what it is, whatever else goes wrong.
 *
 * `event`: null where it is what cannot be read.
 */
export async function failRun(run: Run, event: Event | null, error: unknown): Promise<void> {
  run.setOutput('verdict', 'fail');
  const logged = (bug: unknown) => run.log(bugText(bug));
  if (event !== null) await outdate(run, event, error).catch(logged);
  run.fail(error instanceof InputError ? inputErrorText(error) : bugText(error));
  await run.writeSummary(summaryOf(error, run.docs)).catch(logged);
}

async function outdate(run: Run, event: Event, error: unknown): Promise<void> {
  const pull = commentable(event);
  // Another input may be what is wrong
  const [token, name] = [run.input('token').trim(), run.input('name').trim()];
  if (pull === null || token === '' || (name !== '' && !isUseName(name))) return;
  const pullRequest = ofUse(run.pullRequest(token, pull.number), name === '' ? null : name);
  const reason =
    error instanceof InputError
      ? run.discreet(inputErrorText(error).replaceAll('\n', '; '))
      : 'a bug of istio-egress-review, of which the run has the lines to report';
  const failure = await outdateSticky(pullRequest, pull.headSha, reason);
  if (failure !== null)
    run.log(`a summary comment of an earlier run may stand as it was: ${prosePlain(failure.message)}`);
}

function summaryOf(error: unknown, docs: string | null): string {
  const page = pageText(docs, 'required-check.md#red-by-an-error');
  const readOn = docs === null ? `What to do: \`${page}\`` : `[What to do](${page})`;
  return error instanceof InputError
    ? nothingReviewed(error.problems, readOn)
    : nothingReviewedByBug(stackOf(error), readOn);
}
