import { afterAll, expect, test } from '@jest/globals';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { changedFiles, isReadBy, type ChangedFile } from '../../src/source/changed-files.js';
import { temporaryRepository } from './temporary-folder.js';

const plain = (path: string): ChangedFile => ({ path, isPlain: true });
const all = isReadBy({ paths: [], named: new Set() });
const some = isReadBy({ paths: ['apps'], named: new Set(['mesh/config.txt']) });

// prettier-ignore
const rows: [file: ChangedFile, readOfAll: boolean, readOfSome: boolean][] = [
  [plain('apps/shop.yaml'),                   true,  true],
  [plain('infra/shop.yml'),                   true,  false],
  [plain('apps/LIST.JSON'),                   true,  true],
  [plain('apps/shop.yaml.gotmpl'),            true,  true],
  [plain('infra/kustomization.yaml'),         true,  true],
  [plain('infra/Kustomization'),              true,  true],
  [plain('infra/Chart.yaml'),                 true,  true],
  [plain('infra/values-prod.yaml'),           true,  true],
  [plain('mesh/config.txt'),                  false, true],
  [plain('README.md'),                        false, false],
  [plain('apps/main.go'),                     false, false],
  [plain('apps/package-lock.json'),           false, false],
  [plain('apps/node_modules/x/a.yaml'),       false, false],
  [plain('apps/yaml'),                        false, false],
  [{ path: 'vendor', isPlain: false },        true,  true],
];

test.each(rows)('%j is one that a review of all reads: %s, and one of `apps`: %s', (file, ofAll, ofSome) => {
  expect([all(file), some(file)]).toEqual([ofAll, ofSome]);
});

const repository = temporaryRepository({ 'same.yaml': 'a: b\n', 'gone.yaml': 'a: b\n', 'moved.yaml': 'c: d\n' });
afterAll(() => repository.remove());

test('every path that differs is told, links, submodules and odd names as what is not plain', () => {
  const base = repository.git('rev-parse', 'HEAD');
  repository.git('mv', 'moved.yaml', 'a "b"\n\tc.yaml');
  rmSync(join(repository.path, 'gone.yaml'));
  symlinkSync('same.yaml', join(repository.path, 'link.txt'));
  repository.write({ 'ünï/new.md': 'x', '.gitmodules': '[submodule "sub"]\npath = sub\nurl = x\nignore = all\n' });
  repository.git('add', '--all');
  repository.git('update-index', '--add', '--cacheinfo', `160000,${base},sub`);
  const blob = repository.give(Buffer.from('x'), 'hash-object', '-w', '--stdin');
  const odd = Buffer.concat([Buffer.from(`100644 ${blob} 0\t`), Buffer.of(0xe4), Buffer.from('.txt\0')]);
  repository.give(odd, 'update-index', '-z', '--index-info');
  repository.git('commit', '--quiet', '--message', 'a change');

  expect(changedFiles(base, repository.git('rev-parse', 'HEAD'), repository.path)).toEqual([
    plain('.gitmodules'),
    plain('a "b"\n\tc.yaml'),
    plain('gone.yaml'),
    { path: 'link.txt', isPlain: false },
    plain('moved.yaml'),
    { path: 'sub', isPlain: false },
    plain('ünï/new.md'),
    { path: '\ufffd.txt', isPlain: false },
  ]);
});

test('the same commit differs in nothing', () => {
  const head = repository.git('rev-parse', 'HEAD');
  expect(changedFiles(head, head, repository.path)).toEqual([]);
});

test('a commit that is not there is an error, not an empty change', () => {
  const head = repository.git('rev-parse', 'HEAD');
  expect(() => changedFiles(head, 'f'.repeat(40), repository.path)).toThrow('git diff-tree failed');
});
