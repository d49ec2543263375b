import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../src/source/problem.js';
import { readSide, readSides } from '../../src/source/side.js';
import { temporaryFolder, temporaryRepository, type TemporaryFolder } from './temporary-folder.js';

const service = (name: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`;

let repository: TemporaryFolder;
let outside: TemporaryFolder;

beforeAll(() => {
  outside = temporaryFolder({ 'a.yaml': service('outside') });
  repository = temporaryRepository({
    'deploy/a.yaml': service('a'),
    'deploy/b.yaml': service('b'),
    'c.yaml': service('c'),
  });
  repository.git('branch', 'deploy');
  repository.write({ 'deploy/b.yaml': service('changed') });
  symlinkSync(outside.path, join(repository.path, 'link'));
  symlinkSync('deploy', join(repository.path, 'inner'));
});
afterAll(() => {
  repository.remove();
  outside.remove();
});

const pathsOf = (side: { manifests: { documents: readonly { path: string }[] } }) =>
  side.manifests.documents.map(({ path }) => path);

test('an existing folder wins over a revision of its name', () => {
  const side = readSide('deploy', { cwd: repository.path });
  expect(side.revision).toEqual({ dir: 'deploy' });
  expect(pathsOf(side)).toEqual(['a.yaml', 'b.yaml']);
});

test('a revision is read where no folder has its name', () => {
  const side = readSide('deploy', { cwd: join(repository.path, 'deploy') });
  expect(side.revision).toEqual({ rev: 'deploy' });
  expect(pathsOf(side)).toEqual(['c.yaml', 'deploy/a.yaml', 'deploy/b.yaml']);
});

test('what is the same at both revisions is the same object', () => {
  repository.git('add', 'deploy');
  repository.git('commit', '--quiet', '--message', 'change b');
  const { base, head } = readSides('HEAD~1', 'HEAD', { cwd: repository.path });
  const isSame = head.manifests.documents.map((document, index) => document === base.manifests.documents[index]);
  expect(pathsOf(head)).toEqual(['c.yaml', 'deploy/a.yaml', 'deploy/b.yaml']);
  expect(isSame).toEqual([true, true, false]);
});

test.each(['deploy', './deploy', 'inner'])('%s is compared with that folder of a revision', folder => {
  const { base, head } = readSides('HEAD~1', folder, { cwd: repository.path });
  expect([base.revision, head.revision]).toEqual([{ rev: 'HEAD~1' }, { dir: folder }]);
  expect([pathsOf(base), pathsOf(head)]).toEqual([
    ['a.yaml', 'b.yaml'],
    ['a.yaml', 'b.yaml'],
  ]);
  expect(head.manifests.documents[0]).toBe(base.manifests.documents[0]);
  expect(head.manifests.documents[1]).not.toBe(base.manifests.documents[1]);
});

test('the current folder is compared with all of a revision', () => {
  const { base, head } = readSides('HEAD', '.', { cwd: repository.path });
  expect(head.manifests.documents).toEqual(base.manifests.documents);
  expect(head.manifests.documents.every((document, index) => document === base.manifests.documents[index])).toBe(true);
});

test('a folder outside the repository is compared with all of a revision', () => {
  const { base, head } = readSides('HEAD', outside.path, { cwd: repository.path });
  expect([pathsOf(base).length, pathsOf(head)]).toEqual([3, ['a.yaml']]);
});

test('two folders need no repository', () => {
  const { base, head } = readSides('x', 'y', { cwd: temporaryPair() });
  expect([pathsOf(base), pathsOf(head)]).toEqual([['a.yaml'], ['a.yaml']]);
  expect(head.manifests.documents[0]).toBe(base.manifests.documents[0]);
});

test('paths limit both sides', () => {
  const { base, head } = readSides('HEAD~1', 'HEAD', { cwd: repository.path, paths: ['*.yaml'] });
  expect([pathsOf(base), pathsOf(head)]).toEqual([['c.yaml'], ['c.yaml']]);
});

test('a folder and a revision of a SHA-256 repository know their equal files', () => {
  const other = temporaryFolder({ 'a.yaml': service('a') });
  other.git('init', '--quiet', '--object-format=sha256');
  other.commit();
  const { base, head } = readSides('HEAD', '.', { cwd: other.path });
  expect(head.manifests.documents[0]).toBe(base.manifests.documents[0]);
  other.remove();
});

type ErrorRow = readonly [name: string, code: string, message: string];

const errorRows: readonly ErrorRow[] = [
  ['./missing', 'unreadable', `there is no folder '%/missing': name an existing folder, or a Git revision like 'main'`],
  [
    'deploy/missing/',
    'unreadable',
    `there is no folder '%/deploy/missing': name an existing folder, or a Git revision like 'main'`,
  ],
  ['./c.yaml', 'unreadable', `'%/c.yaml' is a file: name the folder that holds the manifests`],
  [
    'c.yaml',
    'unknown-revision',
    `'c.yaml' is a file, neither a folder nor a revision of this repository: name the folder that holds it`,
  ],
  [
    'missing',
    'unknown-revision',
    `'missing' is neither an existing folder nor a revision of this repository: check the spelling, or get it with 'git fetch origin missing'`,
  ],
];

test.each(errorRows)('%s is an error', (name, code, message) => {
  const problem = { code, message: message.replace('%', repository.path), at: null };
  expect(problemsOf(() => readSide(name, { cwd: repository.path }))).toEqual([problem]);
});

test('a link that leads out of the current folder is refused', () => {
  const message = `'link' leads out of the current folder by a symbolic link: name the folder itself, '${outside.path}'`;
  expect(problemsOf(() => readSide('link', { cwd: repository.path }))).toMatchObject([{ code: 'unreadable', message }]);
});

function problemsOf(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return null;
}

function temporaryPair(): string {
  const cwd = join(outside.path, 'pair');
  for (const name of ['x', 'y']) mkdirSync(join(cwd, name), { recursive: true });
  outside.write({ 'pair/x/a.yaml': service('a'), 'pair/y/a.yaml': service('a') });
  return cwd;
}
