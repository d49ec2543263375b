import type { Manifests } from '../source/document.js';
import { InputError } from '../source/problem.js';

/** One place that was read, as the user named it. */
export interface ReadPlace {
  readonly name: string;
  readonly manifests: Manifests;
}

/**
 * Refuses to answer from nothing: a wrong folder would look like a change that is safe.
 *
 * @throws InputError when none of the places holds a manifest, not even a broken or an unrendered one.
 */
export function requireManifests(places: readonly ReadPlace[]): void {
  const isEmpty = ({ manifests: { documents, problems, unrendered } }: ReadPlace) =>
    documents.length + problems.length + unrendered.length === 0;
  if (!places.every(isEmpty)) return;
  const names = [...new Set(places.map(({ name }) => `'${name}'`))].join(' or ');
  const message = `there are no Kubernetes manifests in ${names}: name a folder or a revision that holds some (*.yaml, *.yml, *.json)`;
  throw new InputError([{ code: 'not-a-manifest', message, at: null }]);
}
