import { expect, test } from '@jest/globals';
import { isManifestPath, isTemplatePath, pathFilter } from '../../src/source/manifest-paths.js';
import { InputError } from '../../src/source/problem.js';

type NameRow = readonly [path: string, isManifest: boolean, isTemplate: boolean];

const nameRows: readonly NameRow[] = [
  ['a.yaml', true, false],
  ['deep/er/a.YML', true, false],
  ['a.Json', true, false],
  ['.hidden/a.yaml', true, false],
  ['a.yaml.bak', false, false],
  ['yaml', false, false],
  ['package-lock.json', false, false],
  ['web/package-lock.json', false, false],
  ['web/pnpm-lock.yaml', false, false],
  ['node_modules/a/package.yaml', false, false],
  ['web/node_modules/a/package.yaml', false, false],
  ['my_node_modules/a.yaml', true, false],
  ['.git/a.yaml', false, false],
  ['a.yaml.gotmpl', false, true],
  ['a.yml.tmpl', false, true],
  ['a.json.tpl', false, true],
  ['_helpers.tpl', false, false],
  ['node_modules/a.yaml.tpl', false, false],
];

test.each(nameRows)('%s: manifest %s, template %s', (path, isManifest, isTemplate) => {
  expect([isManifestPath(path), isTemplatePath(path)]).toEqual([isManifest, isTemplate]);
});

type FilterRow = readonly [patterns: readonly string[], path: string, isWanted: boolean];

const filterRows: readonly FilterRow[] = [
  [[], 'a/b.yaml', true],
  [['.'], 'a/b.yaml', true],
  [['./'], 'a/b.yaml', true],
  [['a/b.yaml'], 'a/b.yaml', true],
  [['./a//b.yaml'], 'a/b.yaml', true],
  [['a/b.yaml'], 'a/c.yaml', false],
  [['a'], 'a/b/c.yaml', true],
  [['a/'], 'a/b/c.yaml', true],
  [['a'], 'ab/c.yaml', false],
  [['a', 'd'], 'd/c.yaml', true],
  [['**/*.yaml'], 'a/b/c.yaml', true],
  [['*.yaml'], 'a/c.yaml', false],
  [['a/*'], 'a/b/c.yaml', true],
  [['*/prod'], 'shop/prod/deep/c.yaml', true],
  [['*/prod'], 'shop/test/c.yaml', false],
  [['{a,b}/*.yaml'], 'b/c.yaml', true],
  [['**'], '.github/c.yaml', true],
  [['a/[b].yaml'], 'a/[b].yaml', true],
  [['a b/"c".yaml'], 'a b/"c".yaml', true],
  [['!a'], 'b/c.yaml', false],
  [['#a'], '#a/c.yaml', true],
];

test.each(filterRows)('PATH %j and %s: %s', (patterns, path, isWanted) => {
  expect(pathFilter(patterns)(path)).toBe(isWanted);
});

test.each(['..', '../a', 'a/../../b', '/etc', '/'])('PATH %s is refused', pattern => {
  const message = `path '${pattern}' leads out of what is read; expected a file, folder or glob relative to it, like 'apps/shop' or 'apps/**/*.yaml'`;
  expect(() => pathFilter([pattern])).toThrow(new InputError([{ code: 'usage', message, at: null }]));
});
