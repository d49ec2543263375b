import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmodSync, chownSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readRevision } from '../../src/source/git-tree.js';
import { InputError } from '../../src/source/problem.js';
import { temporaryFolder, temporaryRepository, type TemporaryFolder } from './temporary-folder.js';

const service = (name: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`;
const strange = 'ä/ "quoted"\n\\\t.yaml';

let repository: TemporaryFolder;
let first: string;

beforeAll(() => {
  repository = temporaryRepository({ 'b/b.yaml': service('b'), 'a.yaml': service('a'), [strange]: service('strange') });
  symlinkSync('a.yaml', join(repository.path, 'link.yaml'));
  repository.write({ 'run.yaml': service('run') });
  chmodSync(join(repository.path, 'run.yaml'), 0o755);
  repository.git('add', '--all');
  repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module.yaml`);
  repository.git('commit', '--quiet', '--message', 'first');
  first = repository.git('rev-parse', 'HEAD');
  repository.write({ 'a.yaml': service('changed'), 'large.yaml': Buffer.alloc(6 * 1024 * 1024, '#') });
  repository.commit();
});
afterAll(() => repository.remove());

const read = (revision: string, more: { paths?: string[]; below?: string; cwd?: string } = {}) =>
  readRevision(revision, { cwd: repository.path, ...more });
const pathsOf = (manifests: { documents: readonly { path: string }[] }) => manifests.documents.map(({ path }) => path);

test('a revision is read by path, without links and submodules', () => {
  const manifests = read(first);
  const sorted = ['a.yaml', 'b/b.yaml', 'run.yaml', strange];
  expect(pathsOf(manifests)).toEqual(sorted);
  expect([...manifests.files.keys()]).toEqual(sorted);
  expect([manifests.problems, manifests.unrendered]).toEqual([[], []]);
  expect(manifests.unfollowed).toEqual([
    { kind: 'link', path: 'link.yaml', content: repository.git('rev-parse', `${first}:link.yaml`) },
    { kind: 'submodule', path: 'module.yaml', content: '1'.repeat(40) },
  ]);
});

test('links and submodules are told where the files that are wanted may be behind them', () => {
  const unfollowedIn = (paths: string[]) => read(first, { paths }).unfollowed.map(({ path }) => path);
  expect(unfollowedIn(['b'])).toEqual([]);
  expect(unfollowedIn(['module.yaml/apps', '*/x.yaml'])).toEqual(['link.yaml', 'module.yaml']);
});

test('whatever its name, a file is read under one that no other has', () => {
  const odd = temporaryRepository();
  const blob = odd.give(Buffer.from(service('odd')), 'hash-object', '-w', '--stdin');
  const names = [
    '\xe4.yaml',
    '\xe5.yaml',
    '\xc3\xa4.yaml',
    'a\xcc\x88.yaml',
    'A.yaml',
    'a.yaml',
    '..yaml',
    '-x.yaml',
    '"\n\x01.yaml',
  ];
  const listing = names.map(name => Buffer.from(`100644 blob ${blob}\t${name}\0`, 'latin1'));
  const tree = odd.give(Buffer.concat(listing), 'mktree', '-z');
  const { documents, problems } = readRevision(odd.git('commit-tree', '-m', 'odd', tree), { cwd: odd.path });
  expect(documents.map(({ path }) => path)).toEqual([
    '"\n\u0001.yaml',
    '-x.yaml',
    '..yaml',
    'A.yaml',
    '\\xe4.yaml',
    '\\xe5.yaml',
    'a.yaml',
    'a\u0308.yaml',
    'ä.yaml',
  ]);
  expect(problems).toEqual([]);
  odd.remove();
});

test('a revision has its own content, whatever is in the folder', () => {
  repository.write({ 'a.yaml': 'not committed' });
  expect(read(first).documents[0]?.text).toBe(service('a'));
  expect(read('HEAD').documents[0]?.text).toBe(service('changed'));
});

test('content is named as Git names it', () => {
  expect(read('HEAD').files.get('b/b.yaml')).toBe(repository.git('rev-parse', 'HEAD:b/b.yaml'));
});

test('a file that is too large is a problem', () => {
  const message = 'the file has 6.0 MiB, and at most 5 MiB are read: split it';
  expect(read('HEAD').problems).toMatchObject([{ code: 'too-large', message, at: { file: 'large.yaml', line: 1 } }]);
});

test('from a folder of the repository the whole revision is read', () => {
  expect(pathsOf(read(first, { cwd: join(repository.path, 'b') }))).toContain('a.yaml');
});

test('paths are relative to the root of the repository', () => {
  expect(pathsOf(read(first, { cwd: join(repository.path, 'b'), paths: ['b'] }))).toEqual(['b/b.yaml']);
});

test('a folder of the revision may stand for all of it', () => {
  expect(pathsOf(read(first, { below: 'b' }))).toEqual(['b.yaml']);
  expect(pathsOf(read(first, { below: 'missing' }))).toContain('b/b.yaml');
});

test('nothing that the repository configures is run', () => {
  const mark = join(repository.path, 'was-run');
  const run = `touch '${mark}'; cat`;
  for (const setting of ['core.fsmonitor', 'filter.x.smudge', 'filter.x.clean', 'diff.x.textconv', 'core.pager']) {
    repository.git('config', setting, run);
  }
  repository.write({
    '.gitattributes': '*.yaml filter=x diff=x\n',
    '.git/hooks/post-index-change': `#!/bin/sh\n${run}\n`,
  });
  chmodSync(join(repository.path, '.git/hooks/post-index-change'), 0o755);
  expect(pathsOf(read('HEAD'))).toContain('a.yaml');
  expect(existsSync(mark)).toBe(false);
});

test('a repository of another owner is read, as in a container', () => {
  const other = temporaryRepository({ 'a.yaml': service('a') });
  if (process.getuid?.() === 0) chownSync(other.path, 12345, 12345);
  expect(pathsOf(readRevision('HEAD', { cwd: other.path }))).toEqual(['a.yaml']);
  other.remove();
});

test('a partial clone is an error, never an empty repository', () => {
  repository.git('config', 'uploadpack.allowFilter', 'true');
  const clone = temporaryFolder();
  clone.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${repository.path}`, '.');
  expect(() => readRevision('HEAD', { cwd: clone.path })).toThrow(
    /^git ls-tree failed \(.*\): this clone is a partial one: clone without a filter$/,
  );
  expect(() => readRevision('HEAD', { cwd: clone.path })).toThrow(InputError);
  clone.remove();
});

test('a commit without files holds nothing', () => {
  const empty = temporaryRepository();
  const nothing = { documents: [], problems: [], unrendered: [], files: new Map(), unfollowed: [] };
  expect(readRevision('HEAD', { cwd: empty.path })).toEqual(nothing);
  empty.remove();
});
