import { describe, expect, test } from '@jest/globals';
import { decodeEvent, type Event } from '../../../src/github/event/event.js';
import { id } from './commit-graph.js';

const sha = id('run');
const pull_request = { number: 7, head: { sha: id('tip') }, base: { sha: id('main') } };
const ofPull = { number: 7, headSha: id('tip'), baseSha: id('main') };
const repository = { default_branch: 'main' };
const push = { ref: 'refs/heads/topic', before: id('old'), after: id('new'), repository };
const pushed = { kind: 'push', ref: 'refs/heads/topic', defaultBranch: 'main' } as const;
const started = { kind: 'dispatch', sha, defaultBranch: 'main' } as const;
const none = '0'.repeat(40);

// prettier-ignore
const rows: [what: string, name: string, payload: unknown, event: Event][] = [
  ['a pull request',                      'pull_request',        { pull_request },        { kind: 'pull-request', ...ofPull, sha, guest: null }],
  ['one for the target, without its sha', 'pull_request_target', { pull_request },        { kind: 'pull-request-target', ...ofPull }],
  ['a merge queue',                       'merge_group',         { merge_group: { base_sha: id('main'), head_sha: id('queue') } }, { kind: 'merge-group', baseSha: id('main'), headSha: id('queue') }],
  ['a push',                              'push',                push,                    { ...pushed, before: id('old'), after: id('new') }],
  ['a push of a new branch',              'push',                { ...push, before: none }, { ...pushed, before: null, after: id('new') }],
  ['a push that deletes',                 'push',                { ...push, after: none }, { ...pushed, before: id('old'), after: null }],
  ['a start by hand',                     'workflow_dispatch',   { inputs: { base: ' v1 ', head: '' }, repository }, { ...started, base: 'v1', head: null }],
  ['a start by hand without inputs',      'workflow_dispatch',   { inputs: null, repository }, { ...started, base: null, head: null }],
  ['a schedule',                          'schedule',            {},                      { kind: 'schedule', sha }],
  ['an event of no change',               'issue_comment',       {},                      { kind: 'other', name: 'issue_comment' }],
  ['an event without a name',             '',                    null,                    { kind: 'other', name: '' }],
];

test.each(rows)('reads %s', (_what, name, payload, event) => {
  expect(decodeEvent({ name, sha, payload })).toEqual(event);
});

const at = (full_name: string) => ({ repo: { full_name } });
const between = (head: object, base: object) => ({
  ...pull_request,
  head: { ...pull_request.head, ...head },
  base: { ...pull_request.base, ...base },
});
const own = between(at('shop/manifests'), at('shop/manifests'));

// prettier-ignore
const guests: [what: string, payload: object, guest: string | null][] = [
  ['of the repository itself',      { pull_request: own, sender: { login: 'sara' } },                       null],
  ['of a fork',                     { pull_request: between(at('mona/manifests'), at('shop/manifests')) },  'the fork mona/manifests'],
  ['of a fork that is deleted',     { pull_request: between({ repo: null }, at('shop/manifests')) },        'a fork that is deleted'],
  ['that Dependabot pushed to',     { pull_request: own, sender: { login: 'dependabot[bot]' } },            'Dependabot'],
];

test.each(guests)('reads whose a pull request is: one %s', (_what, payload, guest) => {
  expect(decodeEvent({ name: 'pull_request', sha, payload })).toMatchObject({ guest });
});

// prettier-ignore
const broken: [what: string, name: string, payload: unknown, said: string][] = [
  ['is empty',                   'pull_request',      {},                                                    '`pull_request.number` of the payload of the event `pull_request` is missing, expected a number'],
  ['is no object',               'pull_request',      'pull_request',                                        '`pull_request.number` of the payload of the event `pull_request` is missing'],
  ['has its number as a text',   'pull_request',      { pull_request: { ...pull_request, number: '7' } },    '`pull_request.number` of the payload of the event `pull_request` is "7", expected a number'],
  ['has no head',                'pull_request',      { pull_request: { ...pull_request, head: null } },     '`pull_request.head.sha` of the payload of the event `pull_request` is missing, expected the id of a commit'],
  ['has an option for a commit', 'merge_group',       { merge_group: { base_sha: '--upload-pack=x', head_sha: id('queue') } }, '`merge_group.base_sha` of the payload of the event `merge_group` is "--upload-pack=x", expected the id of a commit'],
  ['has a short id',             'pull_request_target', { pull_request: { ...pull_request, base: { sha: 'abc1234' } } }, '`pull_request.base.sha`'],
  ['has a branch for a commit',  'push',              { ...push, before: 'main' },                           '`before` of the payload of the event `push` is "main"'],
  ['has an inherited field',     'push',              { ...push, ref: {} },                                  '`ref` of the payload of the event `push` is {}, expected a text'],
  ['has no default branch',      'workflow_dispatch', { inputs: {} },                                        '`repository.default_branch`'],
];

test.each(broken)('says which field is at fault when the payload %s', (_what, name, payload, said) => {
  expect(() => decodeEvent({ name, sha, payload })).toThrow(said);
});

describe('GITHUB_SHA', () => {
  test.each(['pull_request', 'workflow_dispatch', 'schedule'])('has to be the id of a commit on %s', name => {
    const payload = { pull_request, repository };
    for (const given of ['', 'main', '--all', id('run').slice(0, 39)]) {
      expect(() => decodeEvent({ name, sha: given, payload })).toThrow(`GITHUB_SHA is '${given}'`);
    }
  });

  test.each(['pull_request_target', 'issue_comment'])('does not matter on %s', name => {
    expect(() => decodeEvent({ name, sha: 'main', payload: { pull_request } })).not.toThrow();
  });
});
