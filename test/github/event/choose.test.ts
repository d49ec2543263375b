import { describe, expect, test } from '@jest/globals';
import { choose } from '../../../src/github/event/choose.js';
import { comparedText } from '../../../src/github/event/compared.js';
import type { Event, PullRequestEvent } from '../../../src/github/event/event.js';
import { commitsOf, id, type Graph } from './commit-graph.js';

/**
 * root <- fork <- main <------ merge      alone
 *           ^- work <- tip <----'
 */
const parents: Graph['parents'] = {
  root: [],
  fork: ['root'],
  main: ['fork'],
  work: ['fork'],
  tip: ['work'],
  merge: ['main', 'tip'],
  later: ['main', 'tip'],
  stale: ['main', 'work'],
  ofAuthor: ['work', 'main'],
  alone: [],
};
const branches = { main: 'main' };
const names = { v1: 'fork', topic: 'tip', HEAD: 'tip' };
const merged = { 'refs/pull/7/merge': 'merge' };
const without = (gone: string) => Object.fromEntries(Object.entries(parents).filter(([name]) => name !== gone));
const withoutMerge = without('merge');
const withoutWork = without('work');

const ofPull = { number: 7, headSha: id('tip'), baseSha: id('main') };
const pull: PullRequestEvent = { kind: 'pull-request', ...ofPull, sha: id('merge'), guest: null };
const target: Event = { kind: 'pull-request-target', ...ofPull };
const queue: Event = { kind: 'merge-group', baseSha: id('main'), headSha: id('merge') };
const pushOf = (ref: string, before: string | null, after: string): Event => ({
  ...{ kind: 'push', ref: `refs/${ref}`, defaultBranch: 'main' },
  ...{ before: before === null ? null : id(before), after: id(after) },
});
const started = (sha: string, base: string | null = null, head: string | null = null): Event => ({
  ...{ kind: 'dispatch', sha: id(sha), base, head, defaultBranch: 'main' },
});
const schedule: Event = { kind: 'schedule', sha: id('main') };
const other: Event = { kind: 'other', name: 'issue_comment' };

type Row = [what: string, event: Event, graph: Partial<Graph>, base: string | null, head: string, said: string];

// prettier-ignore
const rows: Row[] = [
  ['pull_request: its merge commit with what it is merged into',  pull, {},                       'main', 'merge', 'pull request 7 merged'],
  ['whatever is checked out',                                     pull, { names: { HEAD: 'work' } }, 'main', 'merge', 'what it is merged into'],
  ['a merge commit that is checked out, where that of the run is gone', pull, { parents: withoutMerge, names: { HEAD: 'later' } }, 'main', 'later', 'pull request 7 merged'],
  ['but none of another head',                                    pull, { parents: withoutMerge, names: { HEAD: 'stale' } }, 'fork', 'tip', 'head of pull request 7'],
  ['nor one that the author made',                                { ...pull, headSha: id('ofAuthor'), sha: id('ofAuthor').replace(/^./, 'z') }, { names: { HEAD: 'ofAuthor' } }, 'main', 'ofAuthor', 'head of pull request 7'],
  ['nor the one of the run, where it is of another head',         { ...pull, sha: id('stale') }, { names: {} }, 'fork', 'tip', 'head of pull request 7'],
  ['else the head with the merge base',                           pull, { parents: withoutMerge, names: {} }, 'fork', 'tip', 'merge base with'],
  ['pull_request_target: the merge commit of GitHub',             target, { references: merged }, 'main', 'merge', 'pull request 7 merged'],
  ['not one of an older head',                                    target, { references: { 'refs/pull/7/merge': 'stale' } }, 'fork', 'tip', 'head of pull request 7'],
  ['nor what is checked out',                                     target, { names: { HEAD: 'merge' } }, 'fork', 'tip', 'merge base with'],
  ['merge_group: what the queue merges',                          queue, {},                      'main', 'merge', 'what the merge queue is about to merge'],
  ['push: before with after',                                     pushOf('heads/main', 'fork', 'main'), {}, 'fork', 'main', 'main before the push'],
  ['a new branch with where it began',                            pushOf('heads/topic', null, 'tip'), {}, 'fork', 'tip', 'merge base with main, because topic is new'],
  ['a new branch without a commit of its own with itself',        pushOf('heads/topic', null, 'main'), {}, 'main', 'main', 'topic is new'],
  ['a new tag with where its branch began',                       pushOf('tags/v2', null, 'tip'), {}, 'fork', 'tip', 'v2 as pushed'],
  ['a forced push, as long as GitHub has what was there',         pushOf('heads/topic', 'work', 'tip'), {}, 'work', 'tip', 'topic before the push'],
  ['a forced push after that with where the branch began',        pushOf('heads/topic', 'work', 'tip'), { parents: { ...withoutWork, tip: ['fork'] } }, 'fork', 'tip', `because GitHub does not have ${id('work')} any more`],
  ['a new branch of a history of its own with nothing',           pushOf('heads/pages', null, 'alone'), {}, null, 'alone', 'pages is new, and shares no commit with main'],
  ['the first push of all with nothing',                          pushOf('heads/main', null, 'main'), {}, null, 'main', 'the first push of main'],
  ['workflow_dispatch: what was typed',                           started('main', 'v1', 'topic'), {}, 'fork', 'tip', "`head` of the workflow's inputs: topic"],
  ['a branch with where it left the default branch',              started('tip'), {},            'fork', 'tip', 'merge base with main'],
  ['the default branch with its last commit but one',             started('main'), {},           'fork', 'main', 'its first parent, because it is on main'],
  ['an older commit of it too',                                   started('main', null, 'v1'), {}, 'root', 'fork', 'its first parent'],
  ['the first commit with nothing',                               started('root'), { branches: { main: 'root' } }, null, 'root', 'it is the first commit'],
  ['schedule: all of the default branch with nothing',            schedule, {},                  null, 'main', 'a scheduled review is of the whole repository'],
];

test.each(rows)('compares on %s', async (_what, event, graph, base, head, said) => {
  const compared = await choose(event, { base: null, head: null }, commitsOf({ parents, branches, names, ...graph }));
  expect([compared.base.commit, compared.head.commit]).toEqual([base === null ? null : id(base), id(head)]);
  expect(comparedText(compared, null)).toContain(said);
});

test('the log of an upgrade names the release and the one commit that it is about', async () => {
  const compared = await choose(schedule, { base: null, head: null }, commitsOf({ parents, branches, names }));
  expect(comparedText(compared, '1.30')).toBe(`reviews what Istio 1.30 does with ${id('main')} (the default branch)`);
});

describe('the inputs decide', () => {
  // prettier-ignore
  const given: [what: string, event: Event, inputs: { base: string | null; head: string | null }, base: string, head: string][] = [
    ['base on pull_request',               pull,     { base: 'v1', head: null },      'fork', 'merge'],
    ['head on pull_request',               pull,     { base: null, head: 'topic' },   'fork', 'tip'],
    ['both on pull_request_target',        target,   { base: 'v1', head: 'topic' },   'fork', 'tip'],
    ['base on a push',                     pushOf('heads/main', 'fork', 'main'), { base: id('root'), head: null }, 'root', 'main'],
    ['base on a schedule',                 schedule, { base: 'v1', head: null },      'fork', 'main'],
    ['before those of the workflow',       started('main', 'topic', 'topic'), { base: 'v1', head: null }, 'fork', 'tip'],
    ['both on an event that says nothing', other,    { base: 'v1', head: 'topic' },   'fork', 'tip'],
  ];

  test.each(given)('%s', async (_what, event, inputs, base, head) => {
    const compared = await choose(event, inputs, commitsOf({ parents, branches, names }));
    expect([compared.base.commit, compared.head.commit]).toEqual([id(base), id(head)]);
  });
});

describe('says what to do where', () => {
  const nothing = { base: null, head: null };
  // prettier-ignore
  const failing: [what: string, event: Event, graph: Partial<Graph>, inputs: { base: string | null; head: string | null }, said: string][] = [
    ['an event names no change',       other,  {},                 nothing,                        'the event `issue_comment` does not say what changed: give both inputs `base` and `head`'],
    ['one of the two is missing then', other,  {},                 { base: 'v1', head: null },     'give both inputs `base` and `head`'],
    ['an input names nothing',         pull,   {},                 { base: 'no-such', head: null }, "input `base`: found 'no-such', which is no commit, branch or tag of the checkout or on GitHub, expected one; what is counted"],
    ['nor on GitHub',                  target, {},                 { base: 'no-such', head: null }, "input `base`: found 'no-such', which is no commit, branch or tag on GitHub, expected one; under `pull_request_target`"],
    ['a typed name is none',           started('main', null, 'no-such'), {}, nothing,              "`head` of the workflow's inputs is 'no-such'"],
    ['the head is gone',               target, { parents: { main: [] } }, nothing,                 'the head of pull request 7, any more: push it again'],
    ['what was pushed is gone',        pushOf('heads/main', 'fork', 'gone'), {}, nothing,          'which was pushed to main, any more'],
    ['the default branch was forced, and what it was is gone', pushOf('heads/main', 'gone', 'main'), {}, nothing, 'which main was at before this push, any more: give the input `base`'],
    ['there is no default branch',     started('tip'), { branches: {} }, nothing,                  'there is no default branch `main` to compare with'],
    ['the sides share no history',     { ...target, headSha: id('alone') }, {}, nothing,           'shares no commit with'],
  ];

  test.each(failing)('%s', async (_what, event, graph, inputs, said) => {
    await expect(choose(event, inputs, commitsOf({ parents, branches, names, ...graph }))).rejects.toThrow(said);
  });
});
