import { defaultFailOn, reaches } from '../findings/fail-on.js';
import type { Review, Revision } from '../findings/review.js';
import type { Annotation } from '../report/annotations.js';
import { verdictSentence } from '../report/headline.js';
import type { Links } from '../report/place.js';
import { prosePlain } from '../report/prose.js';
import { summary } from '../report/summary.js';
import { nothingReviewed, nothingReviewedByBug } from '../report/nothing-reviewed.js';
import { untouched } from '../review.js';
import { InputError, type Problem } from '../source/problem.js';
import { choose } from './event/choose.js';
import type { Commits } from './event/commits.js';
import { comparedText, type Compared } from './event/compared.js';
import { decodeEvent, type Event, type RawEvent } from './event/event.js';
import { deletedText } from './event/push.js';
import { decodeInputs, isUseName, type Inputs } from './inputs.js';
import { permalinks } from './comments/permalinks.js';
import { pageText, rulePage } from './pages.js';
import { note } from './comments/note.js';
import { outdateSticky } from './comments/outdate.js';
import { tell, untold, type Told } from './comments/tell.js';
import { ofUse } from './comments/use.js';
import type { PullRequest } from './pull-request/pull-request.js';
import type { Reviewed } from './review-commits.js';

/** What one run of the action needs: the runner it runs on, the repository, GitHub, and the review itself. */
export interface Run {
  readonly input: (name: string) => string;
  readonly event: RawEvent;
  /** `https://github.com/owner/name` */
  readonly repositoryUrl: string;
  /** The page of this run on GitHub, which shows its job summary. */
  readonly page: string;
  /** The address of our pages; null where the action came from no repository. */
  readonly docs: string | null;
  /** The commits of the repository, as far as the token may read them. */
  readonly repository: (token: string) => Repository;
  readonly review: (compared: Compared, inputs: Inputs, folder: string) => Promise<Reviewed>;
  readonly pullRequest: (token: string, number: number) => PullRequest;
  /** Keeps the whole review for the steps that follow, as JSON and as SARIF; gives their paths. */
  readonly saveReports: (review: Review) => { readonly report: string; readonly sarif: string };
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly setOutput: (name: string, value: string | number | boolean) => void;
  readonly annotate: (annotation: Annotation) => void;
  readonly log: (line: string) => void;
  /** The text without the token; what the other functions say is so anyway, except for comments. */
  readonly discreet: (text: string) => string;
  /** Fails the check. */
  readonly fail: (message: string) => void;
}

export interface Repository extends Commits {
  /** A folder whose Git repository holds all files of these commits. */
  readonly holding: (commits: readonly string[]) => Promise<string>;
  /** The content id of a file of a commit in that folder, as GitHub names it too; null where there is none. */
  readonly blobAt: (folder: string, commit: string, path: string) => string | null;
}

/**
 * One run: decide what is compared, review, tell, then colour the check. The verdict is the review's alone: a comment
 * that cannot be posted neither fails the check nor lets it pass. What leaves nothing to review fails it with what to do
 * about it.
 */
export async function runAction(run: Run): Promise<void> {
  let event: Event | null = null;
  try {
    event = decodeEvent(run.event);
    await reviewEvent(run, event, decodeInputs(run.input));
  } catch (error) {
    run.setOutput('verdict', 'fail');
    // The error stays what it is, whatever else goes wrong
    if (event !== null && error instanceof InputError) {
      await outdate(run, event, error).catch((bug: unknown) => run.log(bugText(bug)));
    }
    run.fail(error instanceof InputError ? inputErrorText(error) : bugText(error));
    await run.writeSummary(summaryOfError(error, run.docs));
  }
}

async function reviewEvent(run: Run, event: Event, inputs: Inputs): Promise<void> {
  if (event.kind === 'push' && event.after === null && inputs.head === null) {
    const isRelevant = false;
    const review = untouched({ nothing: true }, { nothing: true }, null);
    return conclude(
      run,
      { review, isRelevant },
      { inputs, told: untold(review, null), links: null, sentence: deletedText(event) },
    );
  }

  const repository = run.repository(inputs.token);
  const compared = await choose(event, inputs, repository);
  run.log(comparedText(compared, inputs.upgradeTo));
  const { base, head } = compared;
  const folder = await repository.holding([...(base.commit === null ? [] : [base.commit]), head.commit]);
  const reviewed = await run.review(compared, inputs, folder);

  const { review } = reviewed;
  const pull = pullRequestOf(event);
  const links = { place: permalinks(run.repositoryUrl, linked(review, pull)), rule: rulePage(run.docs) };
  const reviewedBlob = (path: string) => repository.blobAt(folder, head.commit, path);
  const told = pull === null ? untold(review, null) : await comment(run, pull, { review, reviewedBlob, links }, inputs);
  await conclude(run, reviewed, { inputs, told, links, sentence: verdictSentence(review) });
}

/** An earlier push may have left a summary, which must not pass for that of this one. */
async function outdate(run: Run, event: Event, error: InputError): Promise<void> {
  const pull = pullRequestOf(event);
  // Another input may be what is wrong
  const [token, name] = [run.input('token').trim(), run.input('name').trim()];
  if (pull === null || token === '' || (name !== '' && !isUseName(name))) return;
  const reason = run.discreet(inputErrorText(error).replaceAll('\n', '; '));
  const failure = await outdateSticky(
    ofUse(run.pullRequest(token, pull.number), name === '' ? null : name),
    pull.headSha,
    reason,
  );
  if (failure !== null)
    run.log(`a summary comment of an earlier push may stand as it was: ${prosePlain(failure.message)}`);
}

/** The runner shows no summary at all above 1 MiB; a character takes at most four bytes. */
const longestJobSummary = 1024 ** 2 / 4;

/** Where the rest is of a comment, and of a job summary, that had to be cut. */
const restOfComment = ({ page }: Run) => `There is more in the [job summary of the run](${page}) that wrote this.`;
const restOfSummary = ({ docs }: Run) => {
  const page = pageText(docs, 'outputs.md');
  const linked = docs === null ? `\`${page}\`` : `[outputs](${page})`;
  return `The JSON file that the output \`report\` names has all of it; ${linked} shows how a later step keeps it.`;
};

/** A red check is clicked, and leads to the log: its last line says where to read on. */
const inSummary = 'The job summary says more, on the page "Summary" of this run.';
const inComments = 'The comments on the pull request say what changes, why, and how to fix it.';

interface Conclusion {
  readonly inputs: Inputs;
  readonly told: Told;
  readonly links: Links | null;
  /** The verdict, in one line of the log. */
  readonly sentence: string;
}

/** Tells the steps that follow and the people who look at the run, and colours the check. */
async function conclude(run: Run, { review, isRelevant }: Reviewed, conclusion: Conclusion): Promise<void> {
  const { inputs, told, links, sentence } = conclusion;
  const failed = reaches(review.summary, inputs.failOn ?? review.failOn ?? defaultFailOn) || review.problems.length > 0;
  run.setOutput('verdict', failed ? 'fail' : 'pass');
  run.setOutput('relevant', isRelevant);
  run.setOutput('findings', review.findings.length);
  run.setOutput('errors', review.summary.errors);
  run.setOutput('warnings', review.summary.warnings);
  const { report, sarif } = run.saveReports(review);
  run.setOutput('report', report);
  run.setOutput('sarif', sarif);

  const { inline } = told;
  await run.writeSummary(
    isRelevant ? summary(review, { inline, links, max: longestJobSummary, fullReport: restOfSummary(run) }) : sentence,
  );
  const cautions = review.cautions.map(text => note('warning', prosePlain(text)));
  for (const annotation of kept([...problemAnnotations(review.problems), ...cautions, ...told.annotations]))
    run.annotate(annotation);
  if (failed) run.fail(`${sentence} ${inline.size > 0 ? inComments : inSummary}`);
  else run.log(sentence);
}

type OfPullRequest = Extract<Event, { readonly number: number }>;

/** null where the event is of no pull request that can be commented on. */
function pullRequestOf(event: Event): OfPullRequest | null {
  return event.kind === 'pull-request' || event.kind === 'pull-request-target' ? event : null;
}

async function comment(
  run: Run,
  pull: OfPullRequest,
  said: { readonly review: Review; readonly reviewedBlob: (path: string) => string | null; readonly links: Links },
  { token, name }: Inputs,
): Promise<Told> {
  if (token === '') return untold(said.review, emptyTokenText(said.review));
  const publication = { ...said, commit: pull.headSha, fullReport: restOfComment(run) };
  const page = pageText(run.docs, 'required-check.md#forks-and-dependabot');
  const guest = pull.kind === 'pull-request' && pull.guest !== null ? { name: pull.guest, page } : null;
  return tell(ofUse(run.pullRequest(token, pull.number), name), publication, guest);
}

function emptyTokenText({ findings }: Review): string {
  const instead =
    findings.length === 0
      ? 'so nothing is posted: there are no findings, but comments of earlier runs may not say so'
      : 'so the findings are annotations instead of comments';
  return `input \`token\` is empty, ${instead}`;
}

/** The head of the pull request outlives the merge commit, which GitHub replaces with every push. */
function linked({ base, head }: Review, pull: OfPullRequest | null): { base: string; head: string } {
  const reviewed = nameOf(head);
  return { base: nameOf(base) || reviewed, head: pull?.headSha ?? reviewed };
}

function nameOf(revision: Revision): string {
  return 'rev' in revision ? revision.rev : '';
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

function summaryOfError(error: unknown, docs: string | null): string {
  const page = pageText(docs, 'required-check.md#red-by-an-error');
  const readOn = docs === null ? `What to do: \`${page}\`` : `[What to do](${page})`;
  return error instanceof InputError
    ? nothingReviewed(error.problems, readOn)
    : nothingReviewedByBug(stackOf(error), readOn);
}

function bugText(error: unknown): string {
  return `this is a bug in istio-egress-review, please report it with these lines:\n${stackOf(error)}`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
