import { expect, test } from '@jest/globals';
import { ourComments } from '../../../src/github/comments/our-comments.js';
import type { ReviewComment } from '../../../src/github/pull-request/pull-request.js';
import { findingMarker } from '../../../src/report/marker.js';

const bot = { login: 'github-actions[bot]', isBot: true };
const sara = { login: 'sara', isBot: false };
const body = `🔴 **Error: all HTTPS goes to traefik**\n\n${findingMarker(['0123456789abcdef'])}`;
const ours: ReviewComment = { id: 1, body, author: bot, isReply: false, place: null };

// prettier-ignore
test.each<[what: string, comment: ReviewComment, isOurs: boolean]>([
  ['our comment',                         ours,                                          true],
  ['our mark, copied by a person',        { ...ours, author: sara },                     false],
  ['our mark, copied by another bot',     { ...ours, author: { login: 'other[bot]', isBot: true } }, false],
  ['a reply in our name',                 { ...ours, isReply: true },                    false],
  ['a comment in our name without mark',  { ...ours, body: 'Plan: 1 to add' },           false],
  ['our comment, below which a person wrote', { ...ours, body: `${body}\n\nWe want that.` }, true],
  ['a comment of another bot that quotes a line like ours', { ...ours, body: `Lint:\n\`\`\`\n${findingMarker(['0123456789abcdef'])}\n@mona\n\`\`\`` }, false],
  ['our mark, quoted in our name',        { ...ours, body: `> ${body.replaceAll('\n', '\n> ')}\n\nsaid the review` }, false],
])('%s', (_what, comment, isOurs) => {
  expect(ourComments([comment], 'github-actions[bot]')).toHaveLength(isOurs ? 1 : 0);
});

// prettier-ignore
test.each<[who: string, viewer: string | null, resolvedBy: string | null, state: string]>([
  ['a person',                             'github-actions[bot]', 'sara',                'resolved by a person'],
  ['a person, while nobody tells us who we are', null,            'sara',                'resolved by a person'],
  ['the person whose token it is',         'sara',                'sara',                'resolved by us'],
  ['the bot that we are',                  'github-actions[bot]', 'github-actions',      'resolved by us'],
  ['nobody whom GraphQL could name',       'github-actions[bot]', null,                  'resolved by us'],
])('a thread is resolved by %s', (_who, viewer, resolvedBy, state) => {
  const mine = { ...ours, author: viewer === 'sara' ? sara : bot };
  const threads = new Map([[1, { id: 'T_1', isResolved: true, resolvedBy }]]);
  expect(ourComments([mine], viewer, threads).map(({ thread }) => thread?.state)).toEqual([state]);
});

test('a thread that is open is open, and one that GitHub does not tell of is unknown', () => {
  const open = new Map([[1, { id: 'T_1', isResolved: false, resolvedBy: null }]]);
  const all = [ours, { ...ours, id: 2 }];
  expect(ourComments(all, bot.login, open).map(({ thread }) => thread?.state)).toEqual(['open', undefined]);
});
