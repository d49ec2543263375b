import { afterAll, describe, expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { addedBySnapshot } from '../../src/source/added-by-snapshot.js';
import type { SourceDocument } from '../../src/source/document.js';
import { knownWorld } from '../../src/source/known-world.js';
import { objectKey } from '../../src/source/object-key.js';
import { InputError } from '../../src/source/problem.js';
import { readRevisions, readSides } from '../../src/source/side.js';
import { readSnapshotOfRun } from '../../src/source/snapshot-of-run.js';
import { noSnapshot, readSnapshot, snapshotOf } from '../../src/source/snapshot.js';
import { tempFolder } from '../cli/temp-folder.js';

const object = (kind: string, name: string, apiVersion = 'v1') =>
  `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: ${name}, namespace: shop}}`;
const apiServer = '{apiVersion: v1, kind: Service, metadata: {name: kubernetes, namespace: default}}';
const listOf = (...objects: readonly string[]) =>
  `apiVersion: v1\nkind: List\nitems:${objects.length === 0 ? ' []' : ''}\n${objects.map(one => `- ${one}\n`).join('')}`;
const snapshotText = (...texts: readonly string[]) =>
  snapshotOf(texts.map((text, at) => ({ path: `${at}.yaml`, text })));
const keys = (documents: readonly SourceDocument[]) => documents.map(objectKey);

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ at, message }) =>
      at === null ? message : `${at.file}:${at.line}:${at.column}: ${message}`,
    );
  }
  return [];
}

// prettier-ignore
const readings: readonly [what: string, texts: string[], keys: string[]][] = [
  ['the items of a List',                     [listOf(object('Service', 'a'), object('Pod', 'b'))],          ['/Service/shop/a', '/Pod/shop/b']],
  ['a List as JSON',                          ['{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Pod","metadata":{"name":"b"}}]}'], ['/Pod/default/b']],
  ['several documents',                       [`${object('Service', 'a')}\n---\n${object('Pod', 'b')}\n`],   ['/Service/shop/a', '/Pod/shop/b']],
  ['several files',                           [object('Service', 'a'), object('Pod', 'b')],                  ['/Service/shop/a', '/Pod/shop/b']],
  ['one of two with the same name',           [object('Service', 'a'), object('Service', 'a')],              ['/Service/shop/a']],
  ['one of two versions',                     [object('Sidecar', 'a', 'networking.istio.io/v1'), object('Sidecar', 'a', 'networking.istio.io/v1beta1')], ['networking.istio.io/Sidecar/shop/a']],
  ['both of two groups with one kind',        [object('Service', 'a'), object('Service', 'a', 'serving.knative.dev/v1')], ['/Service/shop/a', 'serving.knative.dev/Service/shop/a']],
  ['nothing of an empty List',                [listOf()],                                                    []],
];

test.each(readings)('a snapshot holds %s', (_what, texts, expected) => {
  const { documents } = snapshotText(...texts);
  expect(keys(documents)).toEqual(expected);
  expect(documents.every(({ isSnapshot }) => isSnapshot === true)).toBe(true);
});

// prettier-ignore
const refusals: readonly [what: string, text: string, problem: string | RegExp][] = [
  ['a file that is cut off',   `${listOf(object('Service', 'a'))}- {apiVersion: v1`, /^0\.yaml:5:\d+: /],
  ['a key that comes twice',   'apiVersion: v1\nkind: List\nkind: List\n',           /^0\.yaml:3:1: key 'kind' is given twice/],
  ['the table of kubectl get', 'NAME   AGE\nweb    3d\n',                            "snapshot '0.yaml' holds no Kubernetes object: write it with 'kubectl get KINDS -A -o yaml'"],
  ['an empty file',            '',                                                   "snapshot '0.yaml' holds no Kubernetes object: write it with 'kubectl get KINDS -A -o yaml'"],
];

test.each(refusals)('%s is no snapshot', (_what, text, problem) => {
  const [first, ...others] = problemsOf(() => snapshotText(text));
  expect(others).toEqual([]);
  expect(first).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
});

// prettier-ignore
const sides: readonly [what: string, base: string[], head: string[], atBase: boolean, atHead: boolean][] = [
  ['neither side holds',   [],    [],    true,  true],
  ['both sides hold',      ['a'], ['a'], false, false],
  ['head deletes',         ['a'], [],    false, false],
  ['head takes in',        [],    ['a'], true,  false],
];

test.each(sides)('what %s is added where the repository leaves it open', (_what, base, head, atBase, atHead) => {
  const held = (names: readonly string[]) => names.flatMap(name => snapshotText(object('Service', name)).documents);
  const added = addedBySnapshot(snapshotText(object('Service', 'a')), held(base), held(head));
  expect([added.base.length === 1, added.head.length === 1]).toEqual([atBase, atHead]);
});

// prettier-ignore
const worlds: readonly [what: string, objects: string[], hosts: boolean, namespaces: boolean][] = [
  ['nothing',                         [],                                                     false, false],
  ['the Services of one namespace',   [object('Service', 'a')],                               false, false],
  ['all Services',                    [apiServer],                                            true,  false],
  ['Services of another group',       [apiServer.replace(': v1', ': serving.knative.dev/v1')], false, false],
  ['one Namespace',                   [apiServer, object('Namespace', 'b')],                  true,  false],
  ['all Services and Namespaces',     [apiServer, '{apiVersion: v1, kind: Namespace, metadata: {name: kube-system}}'], true, true],
];

test.each(worlds)('a snapshot of %s knows as much', (_what, objects, hosts, namespaces) => {
  const snapshot = objects.length === 0 ? noSnapshot : snapshotText(listOf(...objects));
  expect(knownWorld(snapshot)).toEqual({ hosts, namespaces });
});

describe('a snapshot that stands in the repository', () => {
  const folder = tempFolder();
  afterAll(folder.remove);
  const commit = (message: string) => {
    folder.git('add', '--all');
    folder.git('commit', '--quiet', '--message', message);
  };
  folder.git('init', '--quiet', '--initial-branch=main');
  folder.write('mesh/web.yaml', object('Service', 'web'));
  folder.write('mesh/cluster.yaml', listOf(object('Service', 'a')));
  commit('base');
  folder.write('mesh/cluster.yaml', listOf(object('Service', 'b')));
  folder.write('new.yaml', listOf(object('Service', 'c')));
  commit('head');
  folder.write('made/cluster.yaml', listOf(object('Service', 'd')));
  symlinkSync('new.yaml', join(folder.path, 'linked.yaml'));
  const run = { base: 'HEAD~1', head: 'HEAD', repository: folder.path, workspace: folder.path };

  test('is no manifest of it, as a folder or as a revision', () => {
    const read = { cwd: folder.path, snapshotFiles: ['mesh/cluster.yaml', 'new.yaml'] };
    const { base, head } = readSides('HEAD~1', 'mesh', read);
    const ofRevisions = readRevisions('HEAD~1', 'HEAD', read);
    for (const side of [base, head, ofRevisions.base, ofRevisions.head]) {
      expect(keys(side.manifests.documents)).toEqual(['/Service/shop/web']);
    }
  });

  test('is read at base in a run of the action', () => {
    expect(keys(readSnapshotOfRun(['mesh/cluster.yaml'], run).documents)).toEqual(['/Service/shop/a']);
  });

  test('is read from the disk on the command line', () => {
    expect(keys(readSnapshot(['mesh/cluster.yaml'], folder.path).documents)).toEqual(['/Service/shop/b']);
  });

  test('may be a file that an earlier step made', () => {
    expect(keys(readSnapshotOfRun(['made/cluster.yaml'], run).documents)).toEqual(['/Service/shop/d']);
    expect(keys(readSnapshotOfRun([join(folder.path, 'made/cluster.yaml')], run).documents)).toEqual([
      '/Service/shop/d',
    ]);
  });

  test.each(['new.yaml', './new.yaml', 'linked.yaml'])('is refused where only the change has it: %s', name => {
    expect(problemsOf(() => readSnapshotOfRun([name], run))).toEqual([
      `snapshot '${name}' is a file of 'HEAD' that 'HEAD~1' does not have, and a change must not bring the cluster ` +
        'that it is judged by: merge the file first, or write it elsewhere in an earlier step',
    ]);
  });

  test.each([
    [
      'mesh',
      'mesh:1:1: expected a regular file, found a folder, a symbolic link or a submodule (none is followed): put the file itself there',
    ],
    ['gone.yaml', "there is no file 'gone.yaml': name an existing one"],
  ])('is named in the error where it cannot be read: %s', (name, problem) => {
    expect(problemsOf(() => readSnapshotOfRun([name], run))).toEqual([problem]);
  });
});
