import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  decodeComment,
  decodeFile,
  decodeReviewComment,
  decodeState,
  decodeThreads,
  decodeViewer,
  list,
} from '../../../src/github/pull-request/answers.js';
import { GitHubError } from '../../../src/github/pull-request/github-error.js';

const user = { login: 'github-actions[bot]', type: 'Bot', id: 41898282 };
const comment = { id: 5, body: 'text', user, created_at: '2026-11-22T00:00:00Z' };
const onLines = { ...comment, path: 'shop/pay.yaml', side: 'RIGHT', line: 9, start_line: 7 };
const thread = { id: 'T_1', isResolved: true, resolvedBy: { login: 'sara' } };
const threadsOf = (nodes: unknown, pageInfo: unknown = { hasNextPage: false, endCursor: null }) => ({
  repository: { pullRequest: { reviewThreads: { nodes, pageInfo } } },
});

const author = { login: 'github-actions[bot]', isBot: true };
const decoded = { id: 5, body: 'text', author };
const place = { path: 'shop/pay.yaml', side: 'RIGHT', line: 7, endLine: 9 };

// prettier-ignore
test.each<[what: string, found: unknown, expected: unknown]>([
  ['an open pull request',       decodeState({ state: 'open', head: { sha: 'tip' } }),     { head: 'tip', isOpen: true }],
  ['a closed pull request',      decodeState({ state: 'closed', head: { sha: 'tip' } }),   { head: 'tip', isOpen: false }],
  ['a changed file',             decodeFile({ filename: 'a', sha: 's', patch: '@@' }),     { path: 'a', basePath: 'a', patch: '@@', blob: 's' }],
  ['a moved file without patch', decodeFile({ filename: 'a', previous_filename: 'b', sha: null }), { path: 'a', basePath: 'b', patch: null, blob: null }],
  ['a comment',                  decodeComment(comment),                                   decoded],
  ['one of a deleted account',   decodeComment({ ...comment, user: null }),                { ...decoded, author: null }],
  ['one without a text',         decodeComment({ ...comment, body: undefined }),           { ...decoded, body: '' }],
  ['a comment on lines',         decodeReviewComment(onLines),                             { ...decoded, isReply: false, place }],
  ['one on a single line',       decodeReviewComment({ ...onLines, start_line: null }),    { ...decoded, isReply: false, place: { ...place, line: 9 } }],
  ['one on outdated lines',      decodeReviewComment({ ...onLines, line: null }),          { ...decoded, isReply: false, place: null }],
  ['one on a file',              decodeReviewComment({ ...comment, path: 'a', subject_type: 'file' }), { ...decoded, isReply: false, place: null }],
  ['a reply',                    decodeReviewComment({ ...onLines, in_reply_to_id: 4 }),   { ...decoded, isReply: true, place }],
  ['who we are',                 decodeViewer({ viewer: { login: 'sara' } }),              'sara'],
  ['a thread',                   decodeThreads(threadsOf([{ ...thread, comments: { nodes: [{ fullDatabaseId: '5' }] } }])), { threads: [[5, { ...thread, resolvedBy: 'sara' }]], next: null }],
  ['a thread without comments',  decodeThreads(threadsOf([{ ...thread, comments: { nodes: [] } }])), { threads: [], next: null }],
  ['a page that has a next one', decodeThreads(threadsOf([], { hasNextPage: true, endCursor: 'c' })), { threads: [], next: 'c' }],
])('%s is read', (_what, found, expected) => {
  expect(found).toEqual(expected);
});

describe('what cannot be read', () => {
  test.each([
    ['the page of a proxy', '<html>Bad Gateway</html>', /expected a comment, found "<html>Bad Gateway/],
    ['an answer that was cut', '[{"id": 5, "bo', /expected a comment, found "\[\{/],
    ['nothing', '', /found ""/],
    ['a message in place of a comment', { message: 'hello' }, /expected a comment's id, found undefined/],
    ['a list', [comment], /expected a comment, found \[/],
    ['an id of another type', { ...comment, id: '5' }, /expected a comment's id, found "5"/],
    ['a number that JSON has no word for', [5n], /expected a comment, found \[ 5n \]/],
    ['lists without end', JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), /expected a comment, found \[/],
    ['an author of another shape', { ...comment, user: 'sara' }, /expected a comment's author, found "sara"/],
  ])('says what it is: %s', (_what, answer, words) => {
    expect(() => decodeComment(answer)).toThrow(GitHubError);
    expect(() => decodeComment(answer)).toThrow(words);
  });

  const decoders: [what: string, decode: (answer: unknown) => unknown, good: unknown][] = [
    ['pull request', decodeState, { state: 'open', head: { sha: 'tip' } }],
    ['changed file', decodeFile, { filename: 'a', previous_filename: 'b', sha: 's', patch: '@@' }],
    ['comment on lines', decodeReviewComment, onLines],
    ['thread', decodeThreads, threadsOf([{ ...thread, comments: { nodes: [{ fullDatabaseId: '5' }] } }])],
    ['viewer', decodeViewer, { viewer: { login: 'sara' } }],
    ['list', answer => list(answer, 'a list'), []],
  ];

  test.each(decoders)('never ends in a TypeError, as part of a %s or as all of it', (_what, decode, good) => {
    const mutants = fc.oneof(fc.anything(), mutantOf(good));
    fc.assert(
      fc.property(mutants, answer => {
        try {
          decode(answer);
        } catch (error) {
          expect(error).toBeInstanceOf(GitHubError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** The value with any part of it replaced. */
function mutantOf(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return fc.anything();
  const inside = Object.entries(value).map(([key, part]) =>
    mutantOf(part).map(mutant =>
      Array.isArray(value) ? value.map((old, at) => (String(at) === key ? mutant : old)) : { ...value, [key]: mutant },
    ),
  );
  return fc.oneof(fc.anything(), ...inside);
}
