import { fullName } from '../mesh/full-names.js';
import type { Mesh } from '../mesh/mesh.js';
import type { Resource } from '../resources/resource.js';

/**
 * Namespaces that declare a host, or a policy for it, which others declare too, where head adds, removes or edits one of
 * these. Told the same as others at both sides, such a namespace may still be told its own with only some changes made.
 */
export function contenders(base: readonly Mesh[], head: readonly Mesh[]): ReadonlySet<string> {
  const [before, after] = [declarations(base), declarations(head)];
  const none: ReadonlySet<Resource> = new Set();
  const contending = new Set<string>();
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [known, left] = [before.get(place) ?? none, after.get(place) ?? none];
    const namespaces = new Set([...known, ...left].map(({ namespace }) => namespace));
    const isChanged = known.size !== left.size || [...known].some(resource => !left.has(resource));
    if (isChanged && namespaces.size > 1) for (const namespace of namespaces) contending.add(namespace);
  }
  return contending;
}

/** The resources that declare each host, and those with policies for it. */
function declarations(meshes: readonly Mesh[]): ReadonlyMap<string, ReadonlySet<Resource>> {
  const found = new Map<string, Set<Resource>>();
  const add = (place: string, resource: Resource) =>
    found.set(place, (found.get(place) ?? new Set<Resource>()).add(resource));
  for (const { services, destinationRules, config } of meshes) {
    for (const { host, resource } of services) add(host, resource);
    for (const rule of destinationRules) add(`policy ${fullName(rule.host, rule.namespace, config.domain)}`, rule);
  }
  return found;
}
