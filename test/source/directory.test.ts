import { afterEach, expect, test } from '@jest/globals';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDirectory } from '../../src/source/directory.js';
import { InputError } from '../../src/source/problem.js';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.js';

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n';

const folders: TemporaryFolder[] = [];
afterEach(() => folders.splice(0).forEach(folder => folder.remove()));

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): TemporaryFolder {
  const folder = temporaryFolder(files);
  folders.push(folder);
  return folder;
}

test('manifests come by path, in the order of code units', () => {
  const names = ['b/a.yaml', 'a.json', 'Z.yml', 'b.yaml', 'ä/ "quoted"\n\\.yaml', 'a b.YAML', '-n.yaml'];
  const { path } = folderOf(Object.fromEntries([...names, 'notes.txt'].map(name => [name, service])));
  const { documents, files } = readDirectory(path);
  const sorted = ['-n.yaml', 'Z.yml', 'a b.YAML', 'a.json', 'b.yaml', 'b/a.yaml', 'ä/ "quoted"\n\\.yaml'];
  expect(documents.map(document => document.path)).toEqual(sorted);
  expect([...files.keys()]).toEqual(sorted);
});

test('dependencies and version control are passed over', () => {
  const { path } = folderOf({ '.git/a.yaml': service, 'x/node_modules/a/a.yaml': service, '.hidden/a.yaml': service });
  expect(readDirectory(path).documents.map(document => document.path)).toEqual(['.hidden/a.yaml']);
});

test('symbolic links are not followed, neither to files nor to folders nor in circles', () => {
  const outside = folderOf({ 'secret.yaml': service });
  const { path } = folderOf({ 'a.yaml': service });
  symlinkSync(join(outside.path, 'secret.yaml'), join(path, 'link.yaml'));
  symlinkSync(outside.path, join(path, 'folder'));
  symlinkSync('.', join(path, 'circle'));
  symlinkSync('missing', join(path, 'broken.yaml'));
  symlinkSync('a.yaml', join(path, 'notes.txt'));
  const { documents, unfollowed } = readDirectory(path);
  expect(documents.map(document => document.path)).toEqual(['a.yaml']);
  expect(unfollowed).toMatchObject([
    { kind: 'link', path: 'broken.yaml' },
    { kind: 'link', path: 'circle' },
    { kind: 'link', path: 'folder' },
    { kind: 'link', path: 'link.yaml' },
  ]);
});

test('a submodule is left out, as it is of a revision, and so is a second working tree', () => {
  const { path } = folderOf({
    'a.yaml': service,
    'vendor/mesh/.git': 'gitdir: ../../.git/modules/mesh\n',
    'vendor/mesh/a.yaml': service,
    'clone/.git/HEAD': '',
    'clone/a.yaml': service,
  });
  const { documents, unfollowed } = readDirectory(path);
  expect(documents.map(document => document.path)).toEqual(['a.yaml', 'clone/a.yaml']);
  expect(unfollowed).toEqual([{ kind: 'submodule', path: 'vendor/mesh', content: null }]);
});

test('a folder that is itself a second working tree is read', () => {
  const { path } = folderOf({ '.git': 'gitdir: /elsewhere\n', 'a.yaml': service });
  expect(readDirectory(path).documents).toHaveLength(1);
});

test('whatever its name, a file is read under one that no other has', () => {
  const { path } = folderOf({ '..yaml/....yaml': service, '\\xe4.yaml': service });
  const bytes = ['\xe4.yaml', '\xe5.yaml', '\xc3\xa4.yaml', 'a\xcc\x88.yaml'].map(name => Buffer.from(name, 'latin1'));
  for (const name of bytes) writeFileSync(Buffer.concat([Buffer.from(`${path}/`), name]), service);
  const { documents, problems } = readDirectory(path);
  expect(documents.map(document => document.path)).toEqual([
    '..yaml/....yaml',
    '\\x5cxe4.yaml',
    '\\xe4.yaml',
    '\\xe5.yaml',
    'a\u0308.yaml',
    'ä.yaml',
  ]);
  expect(problems).toEqual([]);
});

test('paths limit what is read', () => {
  const { path } = folderOf({ 'a/a.yaml': service, 'b/b.yaml': service, 'b/c.yaml': 'broken: [\n' });
  const { documents, problems, files } = readDirectory(path, { paths: ['a', 'b/b.*'] });
  expect(documents.map(document => document.path)).toEqual(['a/a.yaml', 'b/b.yaml']);
  expect([problems, [...files.keys()]]).toEqual([[], ['a/a.yaml', 'b/b.yaml']]);
});

test('charts and kustomizations count though paths leave them out', () => {
  const { path } = folderOf({
    'chart/Chart.yaml': 'name: a\n',
    'chart/templates/a.yaml': `${service}# {{ .x }}\n`,
    'chart/templates/b.yaml.gotmpl': service,
    'prod/kustomization.yaml': 'patches: [{path: patch.yaml}]\n',
    'prod/patch.yaml': service,
  });
  const { documents, unrendered } = readDirectory(path, { paths: ['chart/templates', 'prod/patch.yaml'] });
  expect(documents).toEqual([]);
  expect(unrendered).toEqual(['chart/templates/a.yaml', 'chart/templates/b.yaml.gotmpl', 'prod/patch.yaml']);
});

test('text may begin with a byte order mark, and may be UTF-16', () => {
  const utf16 = Buffer.from(`\uFEFF${service}`, 'utf16le');
  const { path } = folderOf({
    'a.yaml': `\uFEFF${service}`,
    'b.yaml': utf16,
    'c.yaml': Buffer.from(utf16).swap16(),
  });
  const { documents, problems } = readDirectory(path);
  expect(problems).toEqual([]);
  expect(documents.map(({ text }) => text)).toEqual([service, service, service]);
});

test('a file that is no text is a problem', () => {
  const { path } = folderOf({
    'a.yaml': Buffer.from(`${service}# \xe4\n`, 'latin1'),
    'b.yaml': service,
    'empty.yaml': '',
  });
  const { documents, problems, files } = readDirectory(path);
  const message = 'the file is not UTF-8 text: save it as UTF-8';
  const at = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  expect(problems).toEqual([{ code: 'unreadable', message, at }]);
  expect(documents.map(document => document.path)).toEqual(['b.yaml']);
  expect([...files.keys()]).toEqual(['a.yaml', 'b.yaml', 'empty.yaml']);
});

test('a file that is too large is a problem, and a change of it is seen', () => {
  const large = Buffer.alloc(6 * 1024 * 1024, '#');
  const folder = folderOf({ 'a.yaml': large });
  const base = readDirectory(folder.path);
  const message = 'the file has 6.0 MiB, and at most 5 MiB are read: split it';
  expect(base.problems).toMatchObject([{ code: 'too-large', message, at: { file: 'a.yaml', line: 1 } }]);
  large[0] = 0x20;
  folder.write({ 'b.yaml': '', 'a.yaml': large });
  expect(readDirectory(folder.path).files.get('a.yaml')).not.toBe(base.files.get('a.yaml'));
});

test('content is named as Git names it', () => {
  const { path } = folderOf({ 'a.yaml': 'a: b\n' });
  expect(readDirectory(path).files.get('a.yaml')).toBe('26a745ddb6d38e2a9c75d0035c81ca98ae530474');
});

test('a file that may not be read is a problem', () => {
  const { path } = folderOf({ 'a.yaml': service });
  chmodSync(join(path, 'a.yaml'), 0);
  const { documents, problems } = readDirectory(path);
  const refused = [{ code: 'unreadable', message: 'the file cannot be read (EACCES): make it readable' }];
  const isRoot = process.getuid?.() === 0; // whom no mode keeps out
  expect([documents.length, problems]).toMatchObject(isRoot ? [1, []] : [0, refused]);
});

type ErrorRow = readonly [what: string, name: string, message: string];

const errorRows: readonly ErrorRow[] = [
  [
    'a folder that is not there',
    'missing',
    `there is no folder '%': name an existing folder, or a Git revision like 'main'`,
  ],
  ['a file', 'a.yaml', `'%' is a file: name the folder that holds the manifests`],
];

test.each(errorRows)('%s is an error', (_what, name, message) => {
  const path = join(folderOf({ 'a.yaml': service }).path, name);
  const problem = { code: 'unreadable', message: message.replace('%', path), at: null } as const;
  expect(() => readDirectory(path)).toThrow(new InputError([problem]));
});

test('an empty folder holds nothing', () => {
  const nothing = { documents: [], problems: [], unrendered: [], files: new Map(), unfollowed: [] };
  expect(readDirectory(folderOf({}).path)).toEqual(nothing);
});
