import { describe, expect, test } from '@jest/globals';
import { sourceFile, sourceFiles } from './source-files.js';

const files = sourceFiles();

/** Imports point to the same layer or to a lower one; layers in one line are side by side and know nothing of each other. */
const layers: readonly (readonly string[])[] = [
  ['source'],
  ['resources'],
  ['istio'],
  ['mesh'],
  ['scope'],
  ['proxy'],
  ['envoy'],
  ['diff', 'live'],
  ['findings'],
  ['report'],
  ['settings'],
  ['pipeline'],
  ['cli', 'github'],
  ['entry'],
];

const entries: readonly string[] = ['src/cli.ts', 'src/action.ts', 'src/reviewer.ts', 'src/post.ts'];

/** The folder, or what the files directly in src are. */
function layerOf(path: string): string {
  const [, folder, file] = path.split('/');
  return file === undefined ? (entries.includes(path) ? 'entry' : 'pipeline') : (folder ?? '');
}

function heightOf(layer: string): number {
  return layers.findIndex(names => names.includes(layer));
}

function pointsDown(from: string, to: string): boolean {
  return layerOf(from) === layerOf(to) || heightOf(layerOf(to)) < heightOf(layerOf(from));
}

/** Pure: no clock, disk, network or environment. */
function isCore(path: string): boolean {
  return heightOf(layerOf(path)) >= heightOf('resources') && heightOf(layerOf(path)) <= heightOf('pipeline');
}

/** Who may import a package or a module of Node. */
function mayImport(path: string, name: string): boolean {
  const layer = layerOf(path);
  if (/^@actions\/|octokit/i.test(name)) return layer === 'github' || path === 'src/action.ts';
  if (/^(node:fs|node:child_process)(\/|$)/.test(name)) {
    return layer === 'source' || layer === 'github' || path === 'src/cli.ts';
  }
  if (name === 'ajv') return path === 'src/github/post/read-report.ts';
  if (name === 'node:crypto' && path === 'src/findings/fingerprint.ts') return true;
  if (name.startsWith('node:')) return !isCore(path);
  return ['yaml', 'js-yaml', 'minimatch'].includes(name) && layer === 'source';
}

describe('the files of src', () => {
  test('all belong to a layer', () => {
    expect(files.filter(({ path }) => heightOf(layerOf(path)) < 0).map(({ path }) => path)).toEqual([]);
  });

  test('import files that exist', () => {
    const known = new Set(files.map(({ path }) => path));
    const missing = files.flatMap(({ path, imports }) => imports.filter(to => !known.has(to)).map(to => [path, to]));
    expect(missing).toEqual([]);
  });

  test('import what is beside or below them', () => {
    const upward = files.flatMap(({ path, imports }) =>
      imports.filter(to => !pointsDown(path, to)).map(to => `${path} imports ${to}`),
    );
    expect(upward).toEqual([]);
  });

  test('import only packages that their layer may know', () => {
    const foreign = files.flatMap(({ path, packages }) =>
      packages.filter(name => !mayImport(path, name)).map(name => `${path} imports ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  test('from resources to report, know no clock, chance, disk, network or environment', () => {
    const impure = files.flatMap(({ path, code }) =>
      isCore(path) ? (code.match(IMPURE) ?? []).map(found => `${path}: ${found}`) : [],
    );
    expect(impure).toEqual([]);
  });

  test('can all be reached from an entry', () => {
    const byPath = new Map(files.map(file => [file.path, file]));
    const reached = new Set<string>();
    const visit = (path: string) => {
      if (reached.has(path)) return;
      reached.add(path);
      byPath.get(path)?.imports.forEach(visit);
    };
    entries.forEach(visit);
    expect(files.map(({ path }) => path).filter(path => !reached.has(path))).toEqual([]);
  });

  test('have no more than 400 lines', () => {
    expect(files.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('and their folders are named for a concept', () => {
    const drawer = /(^|\/)(utils?|helpers?|commons?|shared|misc|types|managers?|handlers?|index)(\.ts$|\/)/;
    expect(files.map(({ path }) => path).filter(path => drawer.test(path))).toEqual([]);
  });
});

const IMPURE =
  /\b(Date\.now|new Date\b|Date\(\)|Math\.random|process\.\w+|performance\.now|globalThis|fetch\(|setTimeout|setInterval|console\.\w+)/g;

describe('the reading of imports', () => {
  // prettier-ignore
  const statements: [string, string, string[], string[]][] = [
    ['names',               `import { a, type B } from '../mesh/age.js';`,        ['src/mesh/age.ts'],  []],
    ['names on many lines', `import {\n  a,\n  b,\n} from './call.js';`,          ['src/envoy/call.ts'], []],
    ['a type',              `import type { A } from './call.js';`,                ['src/envoy/call.ts'], []],
    ['a re-export',         `export { a } from './call.js';`,                     ['src/envoy/call.ts'], []],
    ['a whole module',      `import * as core from '@actions/core';`,             [],                    ['@actions/core']],
    ['an effect',           `import 'node:fs';`,                                  [],                    ['node:fs']],
    ['a late import',       `const fs = await import('node:fs');`,                [],                    ['node:fs']],
    ['a comment',           `// import 'node:fs';\n/* import 'node:os'; */`,      [],                    []],
    ['an ordinary export',  `export const from = 'node:fs';`,                     [],                    []],
  ];
  test.each(statements)('understands %s', (_what, text, imports, packages) => {
    const file = sourceFile('src/envoy/verdict.ts', text);
    expect([file.imports, file.packages]).toEqual([imports, packages]);
  });

  // prettier-ignore
  const directions: [string, string, boolean][] = [
    ['src/envoy/sidecar.ts',  'src/envoy/call.ts',         true],
    ['src/envoy/sidecar.ts',  'src/source/node.ts',        true],
    ['src/envoy/sidecar.ts',  'src/diff/causes.ts',        false],
    ['src/review.ts',         'src/report/json.ts',        true],
    ['src/report/json.ts',    'src/review.ts',             false],
    ['src/cli/main.ts',       'src/github/run-action.ts',  false],
    ['src/github/comments/publish.ts', 'src/cli/main.ts',           false],
    ['src/cli/main.ts',       'src/review.ts',             true],
    ['src/cli.ts',            'src/cli/main.ts',           true],
    ['src/cli/main.ts',       'src/cli.ts',                false],
  ];
  test.each(directions)('from %s to %s is down: %s', (from, to, isDown) => {
    expect(pointsDown(from, to)).toBe(isDown);
  });

  test.each(['Date.now()', 'new Date(0)', 'Math.random()', 'process.env', 'fetch(url)'])('sees %s', code => {
    expect(sourceFile('src/mesh/age.ts', `const a = ${code};`).code.match(IMPURE)).toHaveLength(1);
  });

  test('does not take a comment or a string for code', () => {
    expect(sourceFile('src/mesh/age.ts', `/** new Date() */\nconst a = 'process.env';`).code.match(IMPURE)).toBeNull();
  });
});
