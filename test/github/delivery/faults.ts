import type { Fault } from '../fake/faults.js';
import { primaryLimit, secondaryLimit } from '../fake/limits.js';

const hour = 3600;
const badGateway = { status: 502, message: 'Bad Gateway' };
const forbidden = { status: 403, message: 'Resource not accessible by integration' };
const notFound = { status: 404, message: 'Not Found' };
const invalid = { status: 422, message: 'Unprocessable Entity: "Line could not be resolved"' };

type Kind = Omit<Fault, 'on'>;

/** The comments on lines: those that are there already are edited. */
const onLines = (fault: Kind): Fault[] =>
  ['POST /pulls/7/reviews', 'PATCH /pulls/comments/*'].map(on => ({ on, ...fault }));
const onSummary = (fault: Kind): Fault[] =>
  ['POST /issues/7/comments', 'PATCH /issues/comments/*'].map(on => ({ on, ...fault }));
const onFiles = (fault: Kind): Fault[] => [{ on: 'GET /pulls/7/files', ...fault }];
const onGit = (fault: Kind): Fault[] => [{ on: 'git info/refs', ...fault }];
/** Whom a run asks which commits are meant: a merge base, a branch. */
const onHistory = (fault: Kind): Fault[] => ['GET /compare/*', 'GET /commits/*'].map(on => ({ on, ...fault }));
/** Which pull request a run was for. */
const onPulls = (fault: Kind): Fault[] => [{ on: 'GET /pulls', ...fault }];
const onGraphql = (fault: Kind): Fault[] =>
  ['viewer', 'repository', 'resolveReviewThread'].map(field => ({ on: `graphql ${field}`, ...fault }));

const onRest = (fault: Kind): Fault[] => [
  ...['GET /pulls/7', 'GET /pulls/7/comments', 'GET /issues/7/comments'].map(on => ({ on, ...fault })),
  ...[...onFiles(fault), ...onPulls(fault), ...onHistory(fault), ...onLines(fault), ...onSummary(fault)],
];

/** What goes wrong, by the name that it has in the table; made anew for each run, since limits end at a time of day. */
export const faults = {
  nothing: () => [],

  // While the comments that are there are read
  'primary rate limit for a second, at a read': () => onFiles({ nth: 1, instead: primaryLimit(1) }),
  'primary rate limit for an hour, at a read': () => onFiles({ instead: primaryLimit(hour) }),
  '502 once, at a read': () => onFiles({ nth: 1, instead: badGateway }),
  '502 for ever, at a read': () => onFiles({ instead: badGateway }),
  'no answer once, at a read': () => onFiles({ nth: 1, instead: 'no answer' }),
  'HTML, at a read': () => onFiles({ instead: 'HTML' }),
  'half an answer, at a read': () => onFiles({ after: 'half an answer' }),
  'the pull request has moved on': () => [
    { on: 'GET /pulls/7', mutate: answer => ({ ...(answer as object), head: { sha: 'f00d'.repeat(10) } }) },
  ],
  'the pull request is closed': () => [
    { on: 'GET /pulls/7', mutate: answer => ({ ...(answer as object), state: 'closed' }) },
  ],

  // At the comments on lines
  'secondary rate limit for a second, at the review': () => onLines({ nth: 1, instead: secondaryLimit(1) }),
  'secondary rate limit for an hour, at the review': () => onLines({ instead: secondaryLimit(hour) }),
  '502 once, at the review': () => onLines({ nth: 1, instead: badGateway }),
  '502 for ever, at the review': () => onLines({ instead: badGateway }),
  'socket closed after the review': () => onLines({ nth: 1, after: 'closed socket' }),
  '502 after the review': () => onLines({ nth: 1, after: badGateway }),
  'no answer after the review': () => onLines({ nth: 1, after: 'no answer' }),
  'half an answer after the review': () => onLines({ nth: 1, after: 'half an answer' }),
  '422 on a comment': () => onLines({ instead: invalid }),
  '403 at the review': () => onLines({ instead: forbidden }),
  '404 at the review': () => onLines({ instead: notFound }),

  // Between the comments on lines and the summary
  'outage between review and summary': () => onSummary({ instead: badGateway }),
  'secondary rate limit for an hour, at the summary': () => onSummary({ instead: secondaryLimit(hour, 429) }),
  'socket closed after the summary': () => onSummary({ nth: 1, after: 'closed socket' }),
  '403 at the summary': () =>
    onSummary({ instead: { ...forbidden, message: 'Unable to create comment because issue is locked' } }),
  '422 at the summary': () => onSummary({ instead: { status: 422, message: 'Validation Failed' } }),

  // The whole of it
  'GraphQL is down': () => onGraphql({ instead: badGateway }),
  'GraphQL refuses': () => onGraphql({ instead: forbidden }),
  'all of the API is down': () => [...onRest({ instead: badGateway }), ...onGraphql({ instead: badGateway })],
  'the API never answers': () => [...onRest({ instead: 'no answer' }), ...onGraphql({ instead: 'no answer' })],

  // What a review cannot do without
  'git: 502 once': () => onGit({ nth: 1, instead: badGateway }),
  'git: 502 for ever': () => onGit({ instead: badGateway }),
  'git: socket closed for ever': () => onGit({ instead: 'closed socket' }),
  'git: 403': () => onGit({ instead: forbidden }),
  'git: HTML': () => onGit({ instead: 'HTML' }),
  'git: half an answer': () => onGit({ after: 'half an answer' }),
  '502 once, at the question for commits': () => onHistory({ nth: 1, instead: badGateway }),
  '502 for ever, at the question for commits': () => onHistory({ instead: badGateway }),
  'primary rate limit for an hour, at the question for commits': () => onHistory({ instead: primaryLimit(hour) }),
  'no answer at the question for commits': () => onHistory({ instead: 'no answer' }),
  '403 at the question for commits': () => onHistory({ instead: forbidden }),
  '404 at the question for commits': () => onHistory({ instead: notFound }),
  'HTML at the question for commits': () => onHistory({ instead: 'HTML' }),
  'half an answer at the question for commits': () => onHistory({ after: 'half an answer' }),
  '502 once, at the question for the pull request': () => onPulls({ nth: 1, instead: badGateway }),
  '502 for ever, at the question for the pull request': () => onPulls({ instead: badGateway }),
  '403 at the question for the pull request': () => onPulls({ instead: forbidden }),
  'HTML at the question for the pull request': () => onPulls({ instead: 'HTML' }),
} satisfies Record<string, () => readonly Fault[]>;

export type FaultName = keyof typeof faults;
