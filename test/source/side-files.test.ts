import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readNamedFile } from '../../src/source/named-file.js';
import { InputError } from '../../src/source/problem.js';
import { filesOfFolder, filesOfRevision, type SideFiles } from '../../src/source/side-files.js';
import { readTextFile } from '../../src/source/text-file.js';
import { temporaryFolder, temporaryRepository, type TemporaryFolder } from './temporary-folder.js';

let outside: TemporaryFolder;
let repository: TemporaryFolder;

beforeAll(() => {
  outside = temporaryFolder({ 'secret.yaml': 'password: hunter2\n' });
  repository = temporaryRepository({
    'apps/a.yaml': 'a\n',
    'apps/in/b.yaml': 'b\n',
    'top.yaml': 'top\n',
    ':(top)x.yaml': 'x\n',
  });
  symlinkSync(outside.path, join(repository.path, 'apps/folder'));
  symlinkSync(join(outside.path, 'secret.yaml'), join(repository.path, 'apps/file.yaml'));
  symlinkSync('in', join(repository.path, 'apps/inner'));
  repository.git('add', '--all');
  repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},apps/module`);
  repository.git('commit', '--quiet', '--message', 'links');
});
afterAll(() => [outside, repository].forEach(folder => folder.remove()));

const refusal =
  'expected a regular file, found a folder, a symbolic link or a submodule (none is followed): put the file itself there';

/** What is read, or why not. */
function read(files: SideFiles, path: string): string | null {
  try {
    return files.read(path);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

type Row = readonly [what: string, path: string, text: string | null];

const rows: readonly Row[] = [
  ['a file', 'a.yaml', 'a\n'],
  ['a file by a longer way', './in/../a.yaml', 'a\n'],
  ['a file further below', 'in/b.yaml', 'b\n'],
  ['a file that is not there', 'none.yaml', null],
  ['a file below a file', 'a.yaml/b.yaml', null],
  ['a way out', '../top.yaml', null],
  ['a way out and in again', '../apps/../top.yaml', null],
  ['a way out in the middle', 'in/../../top.yaml', null],
  ['a path from the root', '/etc/passwd', null],
  ['the folder itself', 'in/..', null],
  ['no name', '', null],
  ['a name that no file can have', 'a\0.yaml', null],
  ['a folder', 'in', refusal],
  ['a link', 'file.yaml', refusal],
  ['a link to a folder', 'folder', refusal],
  ['what is behind a link to a folder outside', 'folder/secret.yaml', refusal],
  ['what is behind a link to a folder inside', 'inner/b.yaml', refusal],
];

describe('of a folder', () => {
  test.each(rows)('%s', (_what, path, text) => {
    expect(read(filesOfFolder(join(repository.path, 'apps'), 'apps'), path)).toBe(text);
  });

  test('a file with a name that is too long', () => {
    expect(read(filesOfFolder(repository.path, '.'), 'x'.repeat(1000))).toBe(
      'the file cannot be read (ENAMETOOLONG): make it readable',
    );
  });

  test('a file that may not be read', () => {
    const folder = temporaryFolder({ 'a.yaml': 'a\n' });
    chmodSync(join(folder.path, 'a.yaml'), 0);
    const isRoot = process.getuid?.() === 0; // whom no mode keeps out
    const refused = 'the file cannot be read (EACCES): make it readable';
    expect(read(filesOfFolder(folder.path, '.'), 'a.yaml')).toBe(isRoot ? 'a\n' : refused);
    folder.remove();
  });
});

describe('of a folder of a revision', () => {
  test.each([
    ...rows,
    ['a submodule', 'module', refusal],
    ['what a submodule holds', 'module/a.yaml', refusal],
  ] as const)('%s', (_what, path, text) => {
    // wherever in the repository that is asked
    const cwd = join(repository.path, 'apps/in');
    expect(read(filesOfRevision('HEAD', cwd, 'apps'), path)).toBe(text);
  });

  test('a name that Git could take for a pattern', () => {
    expect(read(filesOfRevision('HEAD', repository.path), ':(top)x.yaml')).toBe('x\n');
    expect(read(filesOfRevision('HEAD', repository.path), ':(top)*.yaml')).toBe(null);
  });
});

describe('a file that the user names', () => {
  test.each([
    ['as text', readTextFile],
    ['as YAML', readNamedFile],
  ])('does not lead out of the current folder by a link: %s', (_what, readNamed) => {
    const message = `'folder/secret.yaml' leads out of the current folder by a symbolic link: name the file itself, '${join(outside.path, 'secret.yaml')}'`;
    expect(() => readNamed('folder/secret.yaml', join(repository.path, 'apps'))).toThrow(message);
  });

  test('may stand elsewhere, where it is named so', () => {
    expect(readTextFile(join(outside.path, 'secret.yaml'), repository.path)).toBe('password: hunter2\n');
  });
});
