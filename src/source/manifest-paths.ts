import { Minimatch } from 'minimatch';
import { inputError } from './problem.js';

/** Where the settings of the review stand, below what is read: no manifest. */
export const settingsPath = '.github/egress-review.yaml';

const skippedFolders = new Set(['.git', '.hg', '.svn', 'node_modules']);
const skippedFiles = new Set(['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml']);
const manifestEnding = /\.(?:ya?ml|json)$/i;
const templateEnding = /\.(?:tpl|tmpl|gotmpl)$/i;

/** True for a folder that holds no manifests of the repository: dependencies and version control. */
export function isSkippedFolder(name: string): boolean {
  return skippedFolders.has(name.toLowerCase());
}

/** True for a path that may hold manifests by its name: `*.yaml`, `*.yml`, `*.json`, but no lock files. */
export function isManifestPath(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  if (path === settingsPath) return false;
  return manifestEnding.test(name) && !skippedFiles.has(name.toLowerCase()) && !parts.some(isSkippedFolder);
}

/** True for a path that names a template of manifests by its ending, like `service.yaml.gotmpl`. */
export function isTemplatePath(path: string): boolean {
  return isManifestPath(path.replace(templateEnding, '')) && templateEnding.test(path);
}

/** True for the path of a symbolic link that may stand for a manifest or a folder of them, as far as its name tells. */
export function mayLeadToManifests(path: string): boolean {
  const parts = path.split('/');
  const isSkipped = parts.some(isSkippedFolder);
  return isManifestPath(path) || (!isSkipped && !(parts.at(-1) ?? '').includes('.'));
}

/** Decides whether a path is among those that the user named; see {@link pathFilter}. */
export type PathFilter = (path: string) => boolean;

/**
 * The filter that PATH arguments make: a file, a folder with all below it, or a glob of either; none means all.
 * Patterns are relative to the folder or the repository that is read.
 *
 * @throws InputError for a pattern that is absolute or climbs out by `..`.
 */
export function pathFilter(patterns: readonly string[]): PathFilter {
  return anyOf(patterns, { partial: false });
}

/**
 * The same for a submodule or a link: also true where what the user named may be behind it.
 *
 * @throws InputError as {@link pathFilter} does.
 */
export function wayFilter(patterns: readonly string[]): PathFilter {
  return anyOf(patterns, { partial: true });
}

function anyOf(patterns: readonly string[], { partial }: { readonly partial: boolean }): PathFilter {
  const filters = patterns.map(pattern => {
    const path = normalized(pattern);
    if (path === '') return () => true;
    const glob = new Minimatch(path, { dot: true, nonegate: true, nocomment: true, partial });
    const below = new Minimatch(`${path}/**`, { dot: true, nonegate: true, nocomment: true, partial });
    return (candidate: string) =>
      candidate === path || candidate.startsWith(`${path}/`) || glob.match(candidate) || below.match(candidate);
  });
  return filters.length === 0 ? () => true : candidate => filters.some(filter => filter(candidate));
}

function normalized(pattern: string): string {
  const parts = pattern.split('/').filter(part => part !== '' && part !== '.');
  if (pattern.startsWith('/') || parts.includes('..')) {
    const message = `path '${pattern}' leads out of what is read; expected a file, folder or glob relative to it, like 'apps/shop' or 'apps/**/*.yaml'`;
    throw inputError('usage', message);
  }
  return parts.join('/');
}
