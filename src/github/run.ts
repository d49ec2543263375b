import type { Review } from '../findings/review.js';
import type { Annotation } from '../report/annotations.js';
import type { Commits } from './event/commits.js';
import type { Compared } from './event/compared.js';
import type { RawEvent } from './event/event.js';
import type { Inputs } from './inputs.js';
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
