import { expect, test } from '@jest/globals';
import { failureNote } from '../../../src/github/comments/failure-words.js';
import { GitHubError } from '../../../src/github/pull-request/github-error.js';

const cannot = 'Resource not accessible by integration';
const stays = 'what is not said in comments is in annotations and in the job summary';
const rights = 'Give the job `permissions: pull-requests: write`';
const reads = 'for which GitHub gives a token that only reads';

// prettier-ignore
const rows: [what: string, status: number | null, message: string, guest: string | null, said: string][] = [
  ['a token that is wrong',           401,  'Bad credentials',   null,         `GitHub does not know the input \`token\`: Bad credentials; ${stays}. The token may have expired: leave the input to its default`],
  ['a server in trouble',             502,  'Bad Gateway',       null,         `GitHub did not take the comments: Bad Gateway; ${stays}. Re-run the job, or push, to complete them`],
  ['no answer',                       null, 'no answer',         null,         `GitHub did not take the comments: no answer; ${stays}. Re-run the job, or push, to complete them`],
  ['what it will not take next time', 422,  'Validation Failed', null,         `GitHub did not take the comments: Validation Failed; ${stays}`],
  ['a missing right',                 403,  cannot,              null,         `the token may not comment on this pull request: ${cannot}; ${stays}. ${rights}`],
  ['a fork, which has no such right', 403,  cannot,              'the fork a', `this pull request is from the fork a, ${reads}, so nothing is posted; ${stays}. How it gets comments: PAGE`],
  ['Dependabot, which may have it',   403,  cannot,              'Dependabot', `this pull request is from Dependabot, ${reads} unless the job asks for more, so nothing is posted; ${stays}. ${rights}`],
];

test.each(rows)('whoever misses comments because of %s reads what to do', (_what, status, message, guest, said) => {
  const from = guest === null ? null : { name: guest, page: 'PAGE' };
  expect(failureNote(new GitHubError(message, status), 'findings', from).message).toBe(said);
});
