import type { Review } from '../../findings/review.js';
import type { Annotation } from '../../report/annotations.js';
import { longestComment, summary } from '../../report/summary.js';
import type { Links } from '../../report/place.js';
import { prosePlain } from '../../report/prose.js';
import { InputError, inputError } from '../../source/problem.js';
import { note } from '../comments/note.js';
import { permalinks } from '../comments/permalinks.js';
import { tell } from '../comments/tell.js';
import type { RawEvent } from '../event/event.js';
import { GitHubError } from '../pull-request/github-error.js';
import type { OpenPullRequest, PullRequest } from '../pull-request/pull-request.js';
import { headOf, reviewedPullRequest } from './open-pull-request.js';
import { readReport } from './read-report.js';
import { Unpostable } from './unpostable.js';
import { ofUse } from '../comments/use.js';
import { bugText, inputErrorText } from '../error-text.js';
import { decodeName } from '../inputs.js';
import { ofInput } from '../of-input.js';
import { rulePage } from '../pages.js';
import { decodeWorkflowRun, type ReviewedRun } from './workflow-run.js';

/** What one run of `post` needs: the runner it runs on, and GitHub. */
export interface PostRun {
  readonly input: (name: string) => string;
  readonly event: RawEvent;
  /** `https://github.com/owner/name` */
  readonly repositoryUrl: string;
  /** The address of our pages; null where the action came from no repository. */
  readonly docs: string | null;
  /** The text of the report of this path; throws `Unpostable` where it is none. */
  readonly readFile: (path: string) => string;
  /** The open pull requests of a branch, `owner:branch`. */
  readonly openPullRequests: (token: string, head: string) => Promise<readonly OpenPullRequest[]>;
  readonly pullRequest: (token: string, number: number) => PullRequest;
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly annotate: (annotation: Annotation) => void;
  readonly log: (line: string) => void;
  /** Fails the run. */
  readonly fail: (message: string) => void;
}

/**
 * Posts what another run reviewed, with a token that the other had not. The report is a stranger's: it says what the comments
 * say, and nothing else. On which pull request they are, which commit they stand on and where links lead comes from GitHub.
 */
export async function runPost(run: PostRun): Promise<void> {
  try {
    await post(run);
  } catch (error) {
    if (error instanceof Unpostable) run.annotate(note(error.level, `nothing is posted: ${prosePlain(error.message)}`));
    else if (error instanceof GitHubError) run.annotate(note('warning', refusalText(error)));
    else run.fail(error instanceof InputError ? inputErrorText(error) : bugText(error));
  }
}

async function post(run: PostRun): Promise<void> {
  const { path, token, name } = decodeInputs(run.input);
  const reviewed = decodeWorkflowRun(run.event);
  const review = withOrigin(readReport(run.readFile(path)));
  const pull = reviewedPullRequest(await run.openPullRequests(token, headOf(reviewed)), reviewed);

  const links = { place: placesOf(run.repositoryUrl, reviewed, pull), rule: rulePage(run.docs) };
  const fullReport = `The [run that reviewed it](${run.repositoryUrl}/actions/runs/${reviewed.id}) keeps all of it as an artifact.`;
  const { inline, annotations } = await tell(ofUse(run.pullRequest(token, pull.number), name), {
    review,
    commit: reviewed.headSha,
    // Nothing is checked out here: comments stand where the diff shows the line that the report quotes.
    reviewedBlob: () => null,
    links,
    fullReport,
  });
  await run.writeSummary(summary(review, { inline, links, max: longestComment, fullReport }));
  // The checkout that lines are shown in is the default branch's, so that notes stand on the run and on no line.
  for (const annotation of annotations) run.annotate({ ...annotation, file: null, line: null, endLine: null });
  if (annotations.length === 0) run.log(`The comments on pull request ${pull.number} are up to date.`);
}

function decodeInputs(input: PostRun['input']) {
  const [path, token] = [input('report').trim(), input('token').trim()];
  const missing = path === '' ? 'report' : token === '' ? 'token' : null;
  const name = input('name').trim();
  if (missing === null) return { path, token, name: name === '' ? null : ofInput('name', () => decodeName(name)) };
  const expected = missing === 'report' ? 'the path of a report' : 'a token that may comment: leave it to its default';
  throw inputError('usage', `input \`${missing}\` is empty, expected ${expected}`);
}

/** A pull request from a fork brings its own version of the workflow that reviews it. */
function withOrigin(review: Review): Review {
  const origin =
    "This was said by a run with the pull request's own version of the workflow, so it is worth as much as that version is.";
  return { ...review, assumptions: [origin, ...review.assumptions] };
}

/** A path that climbs would lead out of the commit, to whatever else the server shows: it gets no link. */
function placesOf(repositoryUrl: string, { headSha }: ReviewedRun, { baseSha }: OpenPullRequest): Links['place'] {
  const commits = { base: baseSha, head: headSha };
  const permalink = permalinks(repositoryUrl, commits);
  return place => {
    const address = permalink(place);
    const folder = `${repositoryUrl}/blob/${commits[place.side]}/`;
    return address !== null && new URL(address).href.startsWith(folder) ? address : null;
  };
}

function refusalText(error: GitHubError): string {
  return `nothing is posted, as GitHub did not tell which pull request was reviewed: ${prosePlain(error.message)}. ${toDo(error)}`;
}

function toDo({ status, isForbidden }: GitHubError): string {
  if (status === 401) return 'The token may have expired: leave the input `token` to its default';
  return isForbidden ? 'Give the job `permissions: pull-requests: write`' : 'Re-run the job';
}
