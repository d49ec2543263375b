import type { Manifests } from './document.js';
import { inputError } from './problem.js';

/** One place that was read, as the user named it. */
export interface ReadPlace {
  readonly name: string;
  readonly manifests: Manifests;
}

/**
 * Refuses to answer from nothing: a wrong folder would look like a change that is safe.
 *
 * `paths`: what the user limited the reading to. `settingsPath`: the settings that say so; null where an argument does.
 *
 * @throws InputError when none of the places holds a manifest, not even a broken or an unrendered one.
 */
export function requireManifests(
  places: readonly ReadPlace[],
  paths: readonly string[] = [],
  settingsPath: string | null = null,
): void {
  const isEmpty = ({ manifests: { documents, problems, unrendered } }: ReadPlace) =>
    documents.length + problems.length + unrendered.length === 0;
  if (!places.every(isEmpty)) return;
  const names = [...new Set(places.map(({ name }) => `'${name}'`))].join(' or ');
  const toDo =
    settingsPath === null
      ? 'name files, folders or globs relative to what is read'
      : `correct 'paths' of '${settingsPath}'`;
  const message =
    paths.length === 0
      ? `there are no Kubernetes manifests in ${names}: name a folder or a revision that holds some (*.yaml, *.yml, *.json)`
      : `no Kubernetes manifest in ${names} is ${paths.map(path => `'${path}'`).join(' or ')}: ${toDo} (*.yaml, *.yml, *.json)`;
  throw inputError('not-a-manifest', message);
}
