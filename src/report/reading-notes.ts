import { notSimulated } from '../findings/assumptions.js';
import type { GroupName } from '../findings/finding.js';
import { dataPlaneOf } from '../mesh/data-plane.js';
import { revisionsOf, whyRevisionsDiffer } from '../mesh/revisions.js';
import { duplicateProblem, type Resources } from '../resources/decode-all.js';
import type { Resource } from '../resources/resource.js';
import type { Manifests, Unfollowed } from '../source/document.js';
import { count } from './counts.js';
import { nearestTo } from './did-you-mean.js';
import { namePlain } from './names.js';
import { problemLine, refusalLine } from './problem-line.js';

/**
 * What someone should know of the manifests behind an answer: what was left out, and what is not among them, such as
 * the revision of the workload, unless something else told it.
 */
export function readingNotes(
  manifests: Manifests,
  resources: Resources,
  group: GroupName,
  isRevisionTold = false,
): readonly string[] {
  return [
    ...firstOf(manifests.problems.map(problemLine), 'more faults in files'),
    ...firstOf(
      resources.duplicates.map(duplicate => problemLine(duplicateProblem(duplicate))),
      'more resources are defined twice',
    ),
    ...firstOf(resources.invalid.map(refusalLine), 'more manifests would be refused'),
    ...leftOutNote(manifests.unrendered, 'file', 'that must be rendered first (Helm, Kustomize)'),
    ...leftOutNote(pathsOf(manifests, 'submodule'), 'submodule', '(nobody looked into other repositories)'),
    ...leftOutNote(pathsOf(manifests, 'link'), 'symbolic link', '(none is followed)'),
    ...notSimulated(manifests.documents),
    ...namespaceNote(resources, group),
    ...(isRevisionTold ? [] : revisionNote(resources, group)),
  ];
}

/** A wrong folder has hundreds of them: copies of one mesh, say. */
const NAMED = 10;

function firstOf(notes: readonly string[], more: string): readonly string[] {
  return notes.length <= NAMED ? notes : [...notes.slice(0, NAMED), `${notes.length - NAMED} ${more}`];
}

function leftOutNote(paths: readonly string[], noun: string, why: string): readonly string[] {
  const [first] = paths;
  if (first === undefined) return [];
  const which = paths.length === 1 ? namePlain(first) : `${namePlain(first)} and ${paths.length - 1} more`;
  return [`${count(paths.length, noun)} left out ${why}: ${which}`];
}

function pathsOf({ unfollowed }: Manifests, kind: Unfollowed['kind']): readonly string[] {
  return unfollowed.filter(found => found.kind === kind).map(({ path }) => path);
}

/** A namespace without anything of its own is a fair question, and so is a spelling mistake. */
function namespaceNote({ resources, invalid }: Resources, { namespace }: GroupName): readonly string[] {
  const known = new Set([
    ...invalid.map(resource => resource.namespace),
    ...resources.map(resource => (resource.kind === 'Namespace' ? resource.name : resource.namespace)),
  ]);
  if (known.has(namespace)) return resources.flatMap(resource => sidecarlessNote(resource, namespace));
  const nearest = nearestTo(namespace, [...known].sort());
  return [
    `the manifests hold nothing of namespace '${namePlain(namespace)}', so it is answered as one without anything ` +
      `of its own${nearest === null ? '' : `; did you mean '${namePlain(nearest)}'?`}`,
  ];
}

function sidecarlessNote(resource: Resource, namespace: string): readonly string[] {
  if (resource.kind !== 'Namespace' || resource.name !== namespace) return [];
  const isAmbient = dataPlaneOf(resource, {}) === 'ambient';
  if (!isAmbient && resource.labels['istio-injection'] !== 'disabled') return [];
  const label = isAmbient ? 'istio.io/dataplane-mode: ambient' : 'istio-injection: disabled';
  const answered = isAmbient
    ? 'what is shown is for a pod that has one, and what becomes of calls of the others is unknown'
    : 'answered as for a pod that has one';
  return [
    `namespace '${namePlain(namespace)}' is labelled '${label}', so its pods have no sidecar unless they ask for one: ` +
      answered,
  ];
}

/** Where several revisions of Istio are at hand, what is shown is what the default one tells. */
function revisionNote({ resources }: Resources, { namespace, labels }: GroupName): readonly string[] {
  const revisions = revisionsOf(resources);
  if (revisions.candidates(namespace, labels).length === 1) return [];
  return [
    `${namePlain(whyRevisionsDiffer(revisions))}, and the manifests do not tell the workload's: what follows is ` +
      'what the default one tells, and a call on which it depends is unknown',
  ];
}
