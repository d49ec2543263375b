import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mergeBase, parentsOf, resolveCommit } from '../../src/source/git-revision.js';
import { InputError } from '../../src/source/problem.js';
import { temporaryFolder, temporaryRepository, type TemporaryFolder } from './temporary-folder.js';

let repository: TemporaryFolder;
let root: string;
let branch: string;
let main: string;

beforeAll(() => {
  repository = temporaryRepository({ 'a.yaml': 'a: b\n' });
  root = repository.git('rev-parse', 'HEAD');
  repository.git('tag', '--annotate', 'v1', '--message', 'one');
  repository.git('checkout', '--quiet', '-b', 'feature/x');
  repository.write({ 'b.yaml': 'b: c\n' });
  branch = repository.commit();
  repository.git('checkout', '--quiet', 'main');
  repository.write({ 'c.yaml': 'c: d\n' });
  main = repository.commit();
  repository.git('merge', '--quiet', '--no-ff', '--message', 'merge\n\nparent 1234', 'feature/x');
});
afterAll(() => repository.remove());

test.each(['main~1', 'HEAD^1', 'HEAD^2~1^{}', 'refs/tags/v1', 'v1'])('%s names a commit', revision => {
  expect(resolveCommit(revision, repository.path)).toMatch(/^[0-9a-f]{40}$/);
});

type UnknownRow = readonly [revision: string, whatToDo: string];

const unknownRows: readonly UnknownRow[] = [
  ['release', "check the spelling, or get it with 'git fetch origin release'"],
  ['origin/release-1.2', "check the spelling, or get it with 'git fetch origin release-1.2'"],
  ['HEAD~9', "check the spelling, or get it with 'git fetch origin <branch>'"],
  ['HEAD:a.yaml', "check the spelling, or get it with 'git fetch origin <branch>'"],
  ['$(touch x)', "check the spelling, or get it with 'git fetch origin <branch>'"],
  ['--help', "check the spelling, or get it with 'git fetch origin <branch>'"],
  ['', "check the spelling, or get it with 'git fetch origin <branch>'"],
];

test.each(unknownRows)("'%s' names none", (revision, whatToDo) => {
  const message = `'${revision}' is neither an existing folder nor a revision of this repository: ${whatToDo}`;
  expect(() => resolveCommit(revision, repository.path)).toThrow(
    new InputError([{ code: 'unknown-revision', message, at: null }]),
  );
});

test('outside a repository there is none', () => {
  const folder = temporaryFolder();
  const message = `'main' is neither an existing folder nor a revision: '${folder.path}' is in no Git repository; name an existing folder, or run this inside the repository`;
  expect(() => resolveCommit('main', folder.path)).toThrow(message);
  folder.remove();
});

test('a bare repository is read only where GIT_DIR names it, since a checkout may hold one', () => {
  const bare = temporaryFolder();
  bare.git('clone', '--quiet', '--bare', repository.path, '.');
  expect(() => resolveCommit('main', bare.path)).toThrow(
    `'${bare.path}' is a bare repository, which is read only where it is meant: set GIT_DIR to it`,
  );
  process.env['GIT_DIR'] = bare.path;
  try {
    expect(resolveCommit('main', bare.path)).toMatch(/^[0-9a-f]{40}$/);
  } finally {
    delete process.env['GIT_DIR'];
    bare.remove();
  }
});

test('a shallow clone knows the parents of its commit, and says what to do to get them', () => {
  const clone = temporaryFolder();
  clone.git('clone', '--quiet', '--depth=1', `file://${repository.path}`, '.');
  expect(parentsOf('HEAD', clone.path)).toEqual([main, branch]);
  const message = `'${main}' is neither an existing folder nor a revision in this shallow clone: fetch more history (actions/checkout with 'fetch-depth: 0', or 'git fetch --unshallow')`;
  expect(() => resolveCommit(main, clone.path)).toThrow(message);
  clone.remove();
});

test('the parents of a commit come first parent first', () => {
  expect(parentsOf('HEAD', repository.path)).toEqual([main, branch]);
  expect(parentsOf(root, repository.path)).toEqual([]);
});

test('the merge base of two branches is where they part', () => {
  expect(mergeBase(main, 'feature/x', repository.path)).toBe(root);
  expect(mergeBase('HEAD', main, repository.path)).toBe(main);
});

test('unrelated histories have no merge base', () => {
  const alone = repository.git('commit-tree', '-m', 'alone', 'HEAD^{tree}');
  expect(mergeBase(alone, 'HEAD', repository.path)).toBeNull();
});

test('a folder without Git to run is an error', () => {
  expect(() => resolveCommit('HEAD', '/no/such/folder')).toThrow(
    /^git could not be run in '\/no\/such\/folder' \(.*ENOENT\): install git, or name folders instead of revisions$/,
  );
});
