import type { Comparison } from '../diff/comparison.js';
import { keyOf } from '../diff/resource-changes.js';
import type { Resource } from '../resources/resource.js';
import { standsAt, type CauseSource } from './cause-source.js';
import type { Observation } from './observation.js';

/**
 * Where to point although no manifest was changed: the resources that observations name first, else those that declare
 * their hosts, else the Sidecar that governs. None where the manifests know nothing of it.
 */
export function unchangedPlaces(observations: readonly Observation[], comparison: Comparison): readonly CauseSource[] {
  const places = observations.flatMap(observation => placeOf(observation, comparison));
  return places.filter(({ document }, at) => places.findIndex(place => place.document === document) === at);
}

function placeOf(
  { hints, subject, groupClass: { asked } }: Observation,
  comparison: Comparison,
): readonly CauseSource[] {
  for (const side of ['head', 'base'] as const) {
    const { simulation } = comparison[side];
    const { declared, services } = simulation.mesh;
    const named = [...hints].flatMap(hint => declared.find(resource => keyOf(resource) === hint) ?? []);
    const declaring: readonly Resource[] = services
      .filter(({ host }) => subject.hosts?.includes(host) === true)
      .map(({ resource }) => resource);
    const [place] = [
      ...named,
      ...declaring,
      ...(simulation.choice(asked).chosen === null ? [] : [simulation.choice(asked).chosen]),
    ];
    if (place !== undefined && place !== null) return [standsAt(place, side)];
  }
  return [];
}
