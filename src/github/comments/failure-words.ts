import type { Review } from '../../findings/review.js';
import { prosePlain } from '../../report/prose.js';
import { dependabot } from '../event/guest.js';
import type { GitHubError } from '../pull-request/github-error.js';
import { note } from './note.js';
import type { Annotation } from '../../report/annotations.js';

/** Whom a pull request is from, if GitHub gives that one no token that writes, and where we say what to do about it. */
export interface Guest {
  readonly name: string;
  readonly page: string;
}

/** What of a review no comment says, where nothing or not all of it could be posted. */
export type Unsaid = 'nothing was found' | 'all but the summary' | 'findings';

export function unsaidOf({ findings }: Review, left: Review['findings']): Unsaid {
  if (findings.length === 0) return 'nothing was found';
  return left.length === 0 ? 'all but the summary' : 'findings';
}

/** Why comments stay away. It is nobody's fault that a guest's token only reads, so that is no warning. */
export function failureNote(error: GitHubError, unsaid: Unsaid, guest: Guest | null): Annotation {
  const { status, isForbidden, message } = error;
  const stays = whereItStands[unsaid];
  if (status === 401) {
    return note(
      'warning',
      `GitHub does not know the input \`token\`: ${message}; ${stays}. The token may have expired: leave the input to its default`,
    );
  }
  if (!isForbidden) {
    // What GitHub calls invalid it will call so again.
    const next = status === 422 ? '' : '. Re-run the job, or push, to complete them';
    return note('warning', `GitHub did not take the comments: ${message}; ${stays}${next}`);
  }
  const rights = 'Give the job `permissions: pull-requests: write`';
  if (guest !== null && lacksRight.test(message)) {
    const whose = `this pull request is from ${prosePlain(guest.name, 200)}, for which GitHub gives a token that only reads`;
    return guest.name === dependabot
      ? note('notice', `${whose} unless the job asks for more, so nothing is posted; ${stays}. ${rights}`)
      : note('notice', `${whose}, so nothing is posted; ${stays}. How it gets comments: ${guest.page}`);
  }
  if (isLocked.test(message)) {
    return note(
      'warning',
      `nobody may comment on this pull request now: ${message}; ${stays}. Unlock its conversation`,
    );
  }
  return note('warning', `the token may not comment on this pull request: ${message}; ${stays}. ${rights}`);
}

const whereItStands: Readonly<Record<Unsaid, string>> = {
  'nothing was found': 'there are no findings, but comments of earlier runs may not say so',
  'all but the summary': 'the comments on lines have all findings, and the job summary has the rest',
  findings: 'what is not said in comments is in annotations and in the job summary',
};

/** GitHub's words to a token that has not the right, and on a conversation that is closed to all. */
const lacksRight = /not accessible by integration/i;
const isLocked = /\blocked\b/i;
