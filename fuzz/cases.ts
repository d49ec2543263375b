import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of one side, by path. */
export type Files = ReadonlyMap<string, Buffer>;

/** Two states of some manifests that the tests review. */
export interface Case {
  readonly name: string;
  readonly base: Files;
  readonly head: Files;
}

/** Every case below test/fixtures, sorted by name: a folder that has a `base` and a `head`. */
export function readCases(project: string): readonly Case[] {
  const fixtures = join(project, 'test/fixtures');
  return ['cases', 'cases-own'].flatMap(folder => {
    const below = readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' }).sort();
    const names = below.flatMap(path => (path.endsWith('/base') ? [join(folder, path.slice(0, -'/base'.length))] : []));
    return names.map(name => ({
      name,
      base: filesOf(join(fixtures, name, 'base')),
      head: filesOf(join(fixtures, name, 'head')),
    }));
  });
}

function filesOf(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map(path => [path.slice(folder.length + 1), readFileSync(path)]));
}
