import { afterAll, describe, expect, test } from '@jest/globals';
import { readNamedBlob, readNamedFile } from '../../src/source/named-file.js';
import { InputError } from '../../src/source/problem.js';
import { tempFolder } from '../cli/temp-folder.js';

const folder = tempFolder();
afterAll(folder.remove);
folder.write('mesh.yaml', 'rootNamespace: one\n');
folder.write('two.yaml', 'a: 1\n---\nb: 2\n');
folder.write('broken.yaml', 'a: [1\n');
folder.write('latin.yaml', '');
folder.git('init', '--quiet', '--initial-branch=main');
folder.git('add', '.');
folder.git('commit', '--quiet', '--message', 'One');
folder.write('mesh.yaml', 'rootNamespace: two\n');

test('a named file is that of the folder', () => {
  const { path, text } = readNamedFile('mesh.yaml', folder.path);
  expect([path, text]).toEqual(['mesh.yaml', 'rootNamespace: two\n']);
});

test('a named blob is that of the revision', () => {
  const { path, text } = readNamedBlob('mesh.yaml', 'main', folder.path);
  expect([path, text]).toEqual(['mesh.yaml', 'rootNamespace: one\n']);
});

describe('is refused', () => {
  const problemsOf = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      if (error instanceof InputError) return error.problems;
      throw error;
    }
    return [];
  };
  // prettier-ignore
  test.each<[what: string, read: () => unknown, message: RegExp, line: number | null]>([
    ['a file that is not there', () => readNamedFile('none.yaml', folder.path),          /^file 'none\.yaml' cannot be read \(ENOENT\): name a file that is there$/, null],
    ['a blob that is not there', () => readNamedBlob('none.yaml', 'main', folder.path),  /^there is no file 'none\.yaml' at 'main': /,    null],
    ['an unknown revision',      () => readNamedBlob('mesh.yaml', 'nowhere', folder.path), /nowhere/,                                      null],
    ['a file of two documents',  () => readNamedFile('two.yaml', folder.path),           /^'two\.yaml' holds 2 YAML documents, expected one$/, null],
    ['a file of none',           () => readNamedFile('latin.yaml', folder.path),         /^'latin\.yaml' holds 0 YAML documents, expected one$/, null],
    ['a file that is no YAML',   () => readNamedFile('broken.yaml', folder.path),        /./,                                              1],
  ])('%s', (_what, read, message, line) => {
    const [problem] = problemsOf(read);
    expect(problem?.message).toMatch(message);
    expect(problem?.at?.line ?? null).toBe(line);
  });
});
