import { expect, test } from '@jest/globals';
import type { Unfollowed } from '../../src/source/document.js';
import { documentsInForce } from '../../src/source/kept-documents.js';
import { readManifests } from '../../src/source/manifests.js';
import { unreadFiles } from '../../src/source/unread-files.js';

const good = 'apiVersion: v1\nkind: Service\n';
const broken = `${good}spec: [\n`;
const template = `${good}spec: {{ .x }}\n`;

function manifestsOf(files: Readonly<Record<string, string>>) {
  return readManifests(Object.entries(files).map(([path, text]) => ({ path, text, content: text })));
}

type Row = readonly [
  what: string,
  base: Readonly<Record<string, string>>,
  head: Readonly<Record<string, string>>,
  problems: readonly string[],
  assumptions: readonly string[],
];

const rows: readonly Row[] = [
  ['nothing is wrong', { 'a.yaml': good }, { 'a.yaml': good }, [], []],
  [
    'head breaks a file',
    { 'a.yaml': good },
    { 'a.yaml': broken },
    ['a.yaml:3'],
    [
      "1 file left out, at least in part, that could not be read at head: what base says there stays in force: 'a.yaml'",
    ],
  ],
  ['head adds a broken file', {}, { 'a.yaml': broken }, ['a.yaml:3'], []],
  [
    'a broken file is not touched',
    { 'a.yaml': broken },
    { 'a.yaml': broken, 'b.yaml': good },
    [],
    ["1 file left out, at least in part, that could not be read, as at base: 'a.yaml'"],
  ],
  [
    'head touches a broken file and leaves it broken',
    { 'a.yaml': broken },
    { 'a.yaml': `# touched\n${broken}` },
    ['a.yaml:4'],
    ["1 file left out, at least in part, that could not be read at base: 'a.yaml'"],
  ],
  [
    'head mends one file and deletes another',
    { 'a.yaml': broken, 'b.yaml': broken },
    { 'a.yaml': good },
    [],
    ["2 files left out, at least in part, that could not be read at base: 'a.yaml', 'b.yaml'"],
  ],
  [
    'files are not rendered',
    { 'a.yaml': template, 'b.yaml': template },
    { 'b.yaml': template, 'c.yaml': template },
    [],
    [
      "2 files of this change left out that must be rendered first (Helm, Kustomize): 'a.yaml', 'c.yaml'",
      "1 file left out that must be rendered first (Helm, Kustomize): 'b.yaml'",
    ],
  ],
  [
    'many files are broken',
    Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`${index}.yaml`, broken])),
    Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`${index}.yaml`, broken])),
    [],
    [
      "7 files left out, at least in part, that could not be read, as at base: '0.yaml', '1.yaml', '2.yaml', '3.yaml', '4.yaml', and 2 more",
    ],
  ],
];

test.each(rows)('%s', (_what, base, head, problems, assumptions) => {
  const unread = unreadFiles(manifestsOf(base), manifestsOf(head));
  expect(unread.problems.map(({ at }) => `${at?.file}:${at?.line}`)).toEqual(problems);
  expect(unread.assumptions).toEqual(assumptions);
});

test('submodules and links are told, and first those that the change moves', () => {
  const side = (...unfollowed: Unfollowed[]) => ({ ...manifestsOf({}), unfollowed });
  const submodule = (path: string, content: string | null): Unfollowed => ({ kind: 'submodule', path, content });
  const link = (path: string, content: string): Unfollowed => ({ kind: 'link', path, content });
  const base = side(submodule('a', '1'), submodule('b', '1'), submodule('c', '1'), link('gone', '1'));
  const head = side(submodule('a', '1'), submodule('b', null), submodule('c', '2'), link('x.yaml', '1'));
  expect(unreadFiles(base, head)).toEqual({
    problems: [],
    assumptions: [
      "1 submodule of this change left out (nobody looked into other repositories): 'c'",
      "2 submodules left out (nobody looked into other repositories): 'a', 'b'",
      "2 symbolic links of this change left out (none is followed): 'gone', 'x.yaml'",
    ],
    ofChange: ['c', 'gone', 'x.yaml'],
  });
});

test('what becomes a template or a link is no deletion: what base says there stays in force', () => {
  const entry = 'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: pay }\n';
  const base = manifestsOf({ 'pay.yaml': entry });
  const linked = { ...manifestsOf({}), unfollowed: [{ kind: 'link', path: 'pay.yaml', content: '1' } as const] };
  for (const head of [manifestsOf({ 'pay.yaml': template }), linked]) {
    expect(documentsInForce(base, head)).toEqual(base.documents);
    expect(unreadFiles(base, head)).toMatchObject({ problems: [], ofChange: ['pay.yaml'] });
  }
});
