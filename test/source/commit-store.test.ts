import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { commitStore, type CommitStore } from '../../src/source/commit-store.js';
import { stateOf } from './folder-state.js';
import { startGitServer, type GitServer } from './git-server.js';
import { withGit } from './other-git.js';
import { temporaryFolder, temporaryRepository, type TemporaryFolder } from './temporary-folder.js';

let origin: TemporaryFolder;
let server: GitServer;
let root: string;
let main: string;
let topic: string;
let merge: string;
const folders: TemporaryFolder[] = [];

beforeAll(async () => {
  origin = temporaryRepository({ 'a.yaml': 'a: b\n' });
  origin.git('config', 'uploadpack.allowFilter', 'true');
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  root = origin.git('rev-parse', 'HEAD');
  origin.git('checkout', '--quiet', '-b', 'topic');
  origin.write({ 'b.yaml': 'b: c\n' });
  topic = origin.commit();
  origin.git('checkout', '--quiet', 'main');
  origin.write({ 'c.yaml': 'c: d\n' });
  main = origin.commit();
  origin.git('checkout', '--quiet', '--detach');
  origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'topic');
  merge = origin.git('rev-parse', 'HEAD');
  origin.git('update-ref', 'refs/pull/7/merge', merge);
  origin.git('tag', '--annotate', 'v1', '--message', 'one', main);
  server = await startGitServer(origin.path);
});
afterEach(() => void folders.splice(0).forEach(folder => folder.remove()));
afterAll(async () => {
  origin.remove();
  await server.close();
});

function folder(): TemporaryFolder {
  const made = temporaryFolder();
  folders.push(made);
  return made;
}

/** As `actions/checkout` makes it: `fetch` takes its arguments for one commit, null makes no checkout at all. */
function checkoutOf(commit: string, fetch: readonly string[] | null): TemporaryFolder {
  const clone = folder();
  if (fetch === null) return clone;
  clone.git('init', '--quiet');
  clone.git('remote', 'add', 'origin', pathToFileURL(origin.path).href);
  clone.git('fetch', '--quiet', '--no-tags', ...fetch, 'origin', commit);
  clone.git('checkout', '--quiet', '--detach', commit);
  return clone;
}

function storeOf(checkout: TemporaryFolder | null): { store: CommitStore; temporary: TemporaryFolder } {
  const temporary = folder();
  const remote = { url: server.url, token: 'ghs_1', otherwise: 'clone it first' };
  return { store: commitStore({ checkout: checkout?.path ?? null, temporary: temporary.path, remote }), temporary };
}

// prettier-ignore
const checkouts: [what: string, fetch: readonly string[] | null, isRead: boolean][] = [
  ['of the merge commit alone',            ['--depth=1'],                     false],
  ['with what it is merged into',          ['--depth=2'],                     true],
  ['of all history',                       [],                                true],
  ['that is partial, with all history',    ['--filter=blob:none'],            false],
  ['that is partial and shallow',          ['--filter=tree:0', '--depth=2'],  false],
  ['that is not there',                    null,                              false],
];

describe.each(checkouts)('a checkout %s', (_what, fetch, isRead) => {
  test(isRead ? 'is read' : 'is completed elsewhere', async () => {
    const checkout = checkoutOf(merge, fetch);
    const { store, temporary } = storeOf(checkout);
    const before = stateOf(checkout.path);

    expect(await store.obtain(merge)).toBe(merge);
    expect(await store.parentsOf(merge)).toEqual([main, topic]);
    const place = await store.holding([main, merge]);

    expect(place === checkout.path).toBe(isRead);
    expect(readdirSync(temporary.path)).toHaveLength(isRead ? 0 : 1);
    const contents = contentsIn(place);
    expect(contents(merge)).toEqual(['a: b', 'b: c', 'c: d']);
    expect(contents(main)).toEqual(['a: b', 'c: d']);
    expect(stateOf(checkout.path)).toBe(before);
  });
});

/** Reads the files of a commit from a repository that must not fetch. */
function contentsIn(path: string): (commit: string) => readonly string[] {
  const reader = folder();
  const git = (...args: string[]) => reader.git('-C', path, '-c', 'protocol.allow=never', ...args);
  return commit =>
    git('ls-tree', '-r', '--name-only', commit)
      .split('\n')
      .map(name => git('cat-file', 'blob', `${commit}:${name}`));
}

test('a sparse checkout has all objects, so it is read', async () => {
  const checkout = checkoutOf(merge, ['--depth=2']);
  checkout.git('sparse-checkout', 'set', '--no-cone', 'a.yaml');
  expect(await storeOf(checkout).store.holding([main, merge])).toBe(checkout.path);
});

test('a commit that the server does not have is none', async () => {
  expect(await storeOf(checkoutOf(merge, null)).store.obtain('f'.repeat(40))).toBeNull();
});

test.each(['main', 'HEAD', '--all', 'abc1234', `${'a'.repeat(40)} b`])('%s is no id to fetch', async id => {
  await expect(storeOf(checkoutOf(merge, null)).store.obtain(id)).rejects.toThrow(`'${id}' is no id of a commit`);
});

test('a tag is the commit that it is on', async () => {
  const { store } = storeOf(checkoutOf(merge, null));
  expect(await store.obtain(origin.git('rev-parse', 'v1'))).toBe(main);
});

test('a reference is asked of the server', async () => {
  const { store } = storeOf(checkoutOf(main, ['--depth=1']));
  expect(await store.obtainReference('refs/pull/7/merge')).toBe(merge);
  expect(await store.obtainReference('refs/pull/8/merge')).toBeNull();
});

test('commits that are gone are an error that names them', async () => {
  const { store } = storeOf(checkoutOf(merge, null));
  await expect(store.holding([main, 'f'.repeat(40)])).rejects.toThrow(`does not have ${main} or ${'f'.repeat(40)}`);
});

test('the merge base is known where all history is', () => {
  const { store } = storeOf(checkoutOf(merge, []));
  expect(store.mergeBase(main, topic)).toBe(root);
  expect(store.mergeBase(merge, topic)).toBe(topic);
});

test.each([
  ['history is cut off', ['--depth=2']],
  ['there is no checkout', null],
])('and not where %s', (_what, fetch) => {
  expect(storeOf(checkoutOf(merge, fetch)).store.mergeBase(main, topic)).toBeUndefined();
});

test('without a checkout that may be read, all comes from the server', async () => {
  const { store, temporary } = storeOf(null);
  expect([store.find('HEAD'), store.findBranch('main'), store.mergeBase(main, topic)]).toEqual([null, null, undefined]);
  expect(await store.obtain(merge)).toBe(merge);
  expect(await store.parentsOf(merge)).toEqual([main, topic]);
  const place = await store.holding([main, merge]);
  expect(place.startsWith(temporary.path)).toBe(true);
  expect(contentsIn(place)(main)).toEqual(['a: b', 'c: d']);
});

test.each(['git version 2.30.9', 'git version 1.8.3.1', 'git, of sorts'])(
  'nothing is fetched by a Git that may not know our settings: %s',
  async version => {
    await withGit(`echo '${version}'`, async () => {
      await expect(storeOf(null).store.obtain(main)).rejects.toThrow(
        `'${version}' cannot be trusted to fetch commits: install Git 2.31 or newer, or clone it first`,
      );
    });
  },
);

test('a branch is that of the server where all history is, and only there', () => {
  for (const [fetch, tip] of [
    [[], main],
    [['--depth=2'], null],
  ] as const) {
    const checkout = checkoutOf(merge, fetch);
    checkout.git('update-ref', 'refs/remotes/origin/main', main);
    expect(storeOf(checkout).store.findBranch('main')).toBe(tip);
  }
});
