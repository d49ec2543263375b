import { expect, test } from '@jest/globals';
import { decodeEvent } from '../../../src/github/event/event.js';

const payload = { pull_request: { number: 7, head: { sha: 'tip' }, base: { sha: 'main' } } };

test('reads the pull request of a `pull_request` event', () => {
  expect(decodeEvent({ name: 'pull_request', sha: 'merge', payload })).toEqual({
    kind: 'pull-request',
    number: 7,
    headSha: 'tip',
    baseSha: 'main',
    mergeSha: 'merge',
  });
});

test.each(['push', 'merge_group', 'pull_request_target', 'workflow_dispatch', ''])(
  'takes no pull request from the event "%s"',
  name => {
    expect(decodeEvent({ name, sha: 'merge', payload })).toEqual({ kind: 'other', name });
  },
);

const broken: [what: string, payload: unknown][] = [
  ['is empty', {}],
  ['is no object', 'pull_request'],
  ['has no number', { pull_request: { ...payload.pull_request, number: '7' } }],
  ['has no head', { pull_request: { ...payload.pull_request, head: null } }],
];

test.each(broken)('says what is missing when the payload %s', (_what, given) => {
  expect(() => decodeEvent({ name: 'pull_request', sha: 'merge', payload: given })).toThrow(
    'has no `pull_request` with a number, a head and a base',
  );
});
