import { describe, expect, test } from '@jest/globals';
import type { Event } from '../../../src/github/event/event.js';
import { chooseRefs, type History } from '../../../src/github/event/refs.js';

const pullRequest: Event = { kind: 'pull-request', number: 7, headSha: 'tip', baseSha: 'main-2', mergeSha: 'merge' };
const push: Event = { kind: 'other', name: 'push' };
const nothing = { base: null, head: null };

/**
 * main-1 <- main-2 <----- merge
 *    ^- work <- tip <------'
 * `tip` is itself a merge of `main-1b` into `work`.
 */
const parents: Readonly<Record<string, readonly string[]>> = {
  merge: ['main-2', 'tip'],
  tip: ['work', 'main-1b'],
  work: ['main-1'],
  'main-2': ['main-1b'],
  'main-1b': ['main-1'],
  'main-1': [],
};

/** A checkout of one commit; a shallow one holds only `held`. */
function checkout(commit: string, held: readonly string[] = Object.keys(parents)): History {
  const isAncestor = (old: string, young: string): boolean =>
    old === young || (parents[young] ?? []).some(parent => isAncestor(old, parent));
  return {
    commitOf: rev => [rev === 'HEAD' ? commit : rev].find(id => held.includes(id)) ?? null,
    parentsOf: id => parents[id] ?? [],
    mergeBase: (one, other) =>
      ['main-2', 'main-1b', 'main-1'].find(id => held.includes(id) && isAncestor(id, one) && isAncestor(id, other)) ??
      null,
  };
}

describe('on pull_request', () => {
  const rows: [when: string, head: string, history: History, base: string][] = [
    ['the merge commit is checked out', 'merge', checkout('merge'), 'main-2'],
    ['that is so with fetch-depth 2', 'merge', checkout('merge', ['merge', 'main-2', 'tip']), 'main-2'],
    ["the pull request's head is checked out, though it merges something itself", 'tip', checkout('tip'), 'main-1b'],
    ['an older commit of the branch is checked out', 'work', checkout('work'), 'main-1'],
  ];

  test.each(rows)('when %s', (_when, head, history, base) => {
    expect(chooseRefs(pullRequest, nothing, history)).toEqual({ base, head });
  });

  test('the run’s own merge commit counts, though the pull request has moved on since', () => {
    const event = { ...pullRequest, headSha: 'tip-2' };
    expect(chooseRefs(event, nothing, checkout('merge', ['merge', 'main-2']))).toEqual({
      base: 'main-2',
      head: 'merge',
    });
  });

  test('the merge of an event that says nothing of it is found by its parents', () => {
    expect(chooseRefs({ ...pullRequest, mergeSha: '' }, nothing, checkout('merge'))).toEqual({
      base: 'main-2',
      head: 'merge',
    });
  });

  test.each([
    ['base', { base: 'main-1', head: null }, { base: 'main-1', head: 'merge' }],
    ['head', { base: null, head: 'tip' }, { base: 'main-1b', head: 'tip' }],
    ['base and head', { base: 'main-1', head: 'work' }, { base: 'main-1', head: 'work' }],
  ])('the input %s wins', (_input, inputs, refs) => {
    expect(chooseRefs(pullRequest, inputs, checkout('merge'))).toEqual(refs);
  });

  const failing: [when: string, history: History, advice: string][] = [
    ['nothing is checked out', checkout('merge', []), 'run `actions/checkout` before this step'],
    ['the merge commit came alone', checkout('merge', ['merge']), '`fetch-depth: 2`'],
    ['the head came alone', checkout('tip', ['tip']), '`fetch-depth: 0`'],
    ['head and base came without what joins them', checkout('tip', ['tip', 'main-2']), '`fetch-depth: 0`'],
  ];

  test.each(failing)('when %s it says what to write', (_when, history, advice) => {
    expect(() => chooseRefs(pullRequest, nothing, history)).toThrow(advice);
  });
});

describe('on any other event', () => {
  test('the inputs base and head decide', () => {
    expect(chooseRefs(push, { base: 'main-1', head: 'tip' }, checkout('tip'))).toEqual({ base: 'main-1', head: 'tip' });
  });

  test.each([
    ['both are missing', nothing],
    ['head is missing', { base: 'main-1', head: null }],
    ['base is missing', { base: null, head: 'tip' }],
  ])('when %s it names both and the event that needs none', (_when, inputs) => {
    expect(() => chooseRefs(push, inputs, checkout('tip'))).toThrow(
      'the event `push` names no pull request: run on `pull_request`, or give both inputs `base` and `head`',
    );
  });
});
