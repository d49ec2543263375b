import { defaultFailOn, reaches } from '../findings/fail-on.js';
import type { Review } from '../findings/review.js';
import type { Annotation } from '../report/annotations.js';
import { verdictSentence } from '../report/headline.js';
import type { Link } from '../report/place.js';
import { prosePlain } from '../report/prose.js';
import { summary } from '../report/summary.js';
import { InputError, type Problem } from '../source/problem.js';
import { decodeEvent, type PullRequestEvent, type RawEvent } from './event/event.js';
import { decodeInputs, type Inputs } from './inputs.js';
import { permalinks } from './comments/permalinks.js';
import { note } from './comments/note.js';
import { tell, untold, type Told } from './comments/tell.js';
import type { PullRequest } from './pull-request/pull-request.js';
import { chooseRefs, type History, type Refs } from './event/refs.js';

/** What one run of the action needs: the runner it runs on, the checkout, GitHub, and the review itself. */
export interface Run {
  readonly input: (name: string) => string;
  readonly event: RawEvent;
  /** `https://github.com/owner/name` */
  readonly repositoryUrl: string;
  readonly history: CheckoutHistory;
  readonly review: (refs: Refs, inputs: Inputs) => Review | Promise<Review>;
  readonly pullRequest: (token: string, number: number) => PullRequest;
  /** Keeps the whole review for the steps that follow, as JSON and as SARIF; gives their paths. */
  readonly saveReports: (review: Review) => { readonly report: string; readonly sarif: string };
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly setOutput: (name: string, value: string | number) => void;
  readonly annotate: (annotation: Annotation) => void;
  readonly log: (line: string) => void;
  /** Fails the check. */
  readonly fail: (message: string) => void;
}

export interface CheckoutHistory extends History {
  /** The content id of a file of a commit, as GitHub names it too; null where there is none. */
  readonly blobAt: (commit: string, path: string) => string | null;
}

/**
 * One run: review, tell, then colour the check. The verdict is the review's alone: a comment that cannot be posted
 * neither fails the check nor lets it pass. What leaves nothing to review fails it with what to do about it.
 */
export async function runAction(run: Run): Promise<void> {
  try {
    const inputs = decodeInputs(run.input);
    const event = decodeEvent(run.event);
    const refs = chooseRefs(event, inputs, run.history);
    const review = await run.review(refs, inputs);

    run.setOutput('findings', review.findings.length);
    run.setOutput('errors', review.summary.errors);
    run.setOutput('warnings', review.summary.warnings);
    const { report, sarif } = run.saveReports(review);
    run.setOutput('report', report);
    run.setOutput('sarif', sarif);

    const telling = { run, review, refs, link: linkOf(run, refs, event.kind === 'pull-request' ? event : null) };
    const told = event.kind === 'pull-request' ? await comment(telling, event, inputs.token) : untold(review, null);
    await run.writeSummary(
      summary(review, { inline: told.inline, link: telling.link, max: longestJobSummary, fullReport }),
    );

    const failed =
      reaches(review.summary, inputs.failOn ?? review.failOn ?? defaultFailOn) || review.problems.length > 0;
    for (const annotation of kept([...problemAnnotations(review.problems), ...told.annotations]))
      run.annotate(annotation);
    const conclude = failed ? run.fail : run.log;
    conclude(verdictSentence(review));
  } catch (error) {
    run.fail(error instanceof InputError ? inputErrorText(error) : bugText(error));
  }
}

/** The runner shows no summary at all above 1 MiB; a character takes at most four bytes. */
const longestJobSummary = 1024 ** 2 / 4;

const fullReport = 'The output `report` of this step names a JSON file with all of it.';

interface Telling {
  readonly run: Run;
  readonly review: Review;
  readonly refs: Refs;
  readonly link: Link;
}

async function comment({ run, review, refs, link }: Telling, event: PullRequestEvent, token: string): Promise<Told> {
  if (token === '')
    return untold(review, 'input `token` is empty, so the findings are annotations instead of comments');
  const head = run.history.commitOf(refs.head);
  const reviewedBlob = (path: string) => (head === null ? null : run.history.blobAt(head, path));
  return tell(run.pullRequest(token, event.number), { review, commit: event.headSha, reviewedBlob, link, fullReport });
}

/** The head of the pull request outlives the merge commit, which GitHub replaces with every push. */
function linkOf({ history, repositoryUrl }: Run, { base, head }: Refs, event: PullRequestEvent | null): Link {
  const headSha = event?.headSha ?? history.commitOf(head) ?? head;
  return permalinks(repositoryUrl, { base: history.commitOf(base) ?? base, head: headSha });
}

/** The runner shows ten of a level and drops the rest; one place is the verdict's. */
function kept(all: readonly Annotation[]): readonly Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap(level =>
    all.filter(annotation => annotation.level === level).slice(0, level === 'error' ? 9 : 10),
  );
}

function problemAnnotations(problems: readonly Problem[]): readonly Annotation[] {
  return problems.map(({ at, code, message }) => ({
    ...note('error', `${prosePlain(message)} [${code}]`),
    file: at?.file ?? null,
    line: at?.line ?? null,
    endLine: at?.endLine ?? null,
  }));
}

function inputErrorText({ problems }: InputError): string {
  const lines = problems.map(({ at, message }) =>
    at === null ? message : `${at.file}:${at.line}:${at.column}: ${message}`,
  );
  return lines.map(line => prosePlain(line)).join('\n');
}

function bugText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `this is a bug in istio-egress-review, please report it with these lines:\n${stack}`;
}
