import { expect, test } from '@jest/globals';
import { repositoryCommits, type RemoteHistory } from '../../../src/github/event/repository-commits.js';
import type { CommitStore } from '../../../src/source/commit-store.js';
import { id } from './commit-graph.js';

/** Who answers, and what was asked of whom. */
function joined(held: Partial<CommitStore> = {}) {
  const asked: string[] = [];
  const store: CommitStore = {
    find: () => null,
    findBranch: () => null,
    obtain: async commit => (asked.push(`git: ${commit}`), commit),
    obtainReference: async reference => (asked.push(`git: ${reference}`), null),
    parentsOf: async () => [],
    mergeBase: () => undefined,
    holding: async () => '',
    ...held,
  };
  const remote: RemoteHistory = {
    commitOf: async name => (asked.push(`api: ${name}`), id(name)),
    mergeBase: async (one, other) => (asked.push(`api: ${one} and ${other}`), 'base'),
  };
  return { commits: repositoryCommits(store, remote), asked };
}

// prettier-ignore
const names: [revision: string, asked: string[]][] = [
  [id('a'),                     [`git: ${id('a')}`]],
  ['main',                      ['api: main']],
  ['release/1.2',               ['api: release/1.2']],
  ['origin/main',               ['api: main']],
  ['refs/remotes/origin/main',  ['api: main']],
  ['refs/heads/main',           ['api: heads/main']],
  ['refs/tags/v1',              ['api: tags/v1']],
  ['HEAD',                      []],
  ['HEAD~1',                    []],
  ['main^2',                    []],
  ['main@{1}',                  []],
  ['a..b',                      []],
  ['main:a.yaml',               []],
  ['two words',                 []],
  ['',                          []],
];

test.each(names)("what the checkout does not know by the name '%s' is asked of %j", async (revision, expected) => {
  const { commits, asked } = joined();
  const commit = await commits.commitOf(revision);
  expect(asked).toEqual(expected);
  expect(commit === null).toBe(expected.length === 0);
});

test('what the checkout knows is asked of nobody', async () => {
  const { commits, asked } = joined({ find: () => 'held', findBranch: () => 'tip', mergeBase: () => null });
  const answers = [await commits.commitOf('HEAD~1'), await commits.tipOf('main'), await commits.mergeBase('a', 'b')];
  expect([answers, asked]).toEqual([['held', 'tip', null], []]);
});

test('else branches and merge bases are asked of the API', async () => {
  const { commits, asked } = joined();
  expect([await commits.tipOf('main'), await commits.mergeBase('a', 'b')]).toEqual([id('heads/main'), 'base']);
  expect(asked).toEqual(['api: heads/main', 'api: a and b']);
});

test('a reference is always asked of the server, where it may have moved', async () => {
  const { commits, asked } = joined({ find: () => 'held' });
  expect(await commits.commitOfReference('refs/pull/7/merge')).toBeNull();
  expect(asked).toEqual(['git: refs/pull/7/merge']);
});
