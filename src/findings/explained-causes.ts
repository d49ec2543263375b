import type { Causes } from '../diff/causes.js';
import type { Comparison } from '../diff/comparison.js';
import type { ResourceChange } from '../diff/resource-changes.js';
import { sameOwner } from '../envoy/verdict.js';
import { isBehaviour, type Behaviour } from '../istio/behaviours.js';
import { moveOf, movedAdmission, releaseMove, type MovedBehaviour } from '../istio/moved-behaviours.js';
import { isUnwritten } from '../resources/installation/given.js';
import type { SourceDocument } from '../source/document.js';
import { sourceOf, type CauseSource } from './cause-source.js';

/** What brought something about, as people are told. */
export interface ExplainedCauses {
  /** In the manifests: what was changed, or what is refused now. */
  readonly causes: readonly CauseSource[];
  /** In Istio: what another release does otherwise. */
  readonly behaviours: readonly MovedBehaviour[];
}

/** Tells changes of manifests from what moved with the release of Istio. */
export function explainChanges(
  { changes }: Causes,
  comparison: Comparison,
  pointAt: (change: ResourceChange) => CauseSource | null,
): ExplainedCauses {
  const explained = changes.map((change): ExplainedCauses => {
    const behaviours = behavioursBehind(change, comparison);
    return { causes: behaviours.length > 0 ? [] : [sourceOf(change, pointAt(change))], behaviours };
  });
  return {
    causes: explained.flatMap(({ causes }) => causes),
    behaviours: eachOnce(explained.flatMap(({ behaviours }) => behaviours)),
  };
}

/** Of what is refused now, whether the webhook moved. */
export function explainRefusals(causes: readonly CauseSource[], comparison: Comparison): ExplainedCauses {
  const isUpgrade = comparison.resourceChanges.some(change => namedBehaviour(change) !== null);
  const behaviours = isUpgrade ? causes.flatMap(({ document }) => admissionBehind(document, comparison)) : [];
  return { causes, behaviours: eachOnce(behaviours) };
}

function behavioursBehind(change: ResourceChange, comparison: Comparison): readonly MovedBehaviour[] {
  const { base, head } = comparison.installed;
  const name = namedBehaviour(change);
  if (name !== null) return [moveIn(name, comparison)];
  const resource = change.head ?? change.base;
  if (resource?.kind === 'Installation' && isUnwritten(resource)) return [releaseMove(base.release, head.release)];
  // What base's webhook refused did not change: head's takes it.
  const wasRefused = comparison.refused.base.some(invalid => resource !== null && sameOwner(invalid, resource));
  return change.base === null && resource !== null && wasRefused ? admissionBehind(resource.document, comparison) : [];
}

/** The behaviour that a change stands for; null for one of a manifest. */
export function namedBehaviour({ base, head }: ResourceChange): Behaviour | null {
  const resource = head ?? base;
  const name = resource?.kind === 'Installation' ? resource.behaviour?.name : undefined;
  return name !== undefined && isBehaviour(name) ? name : null;
}

function admissionBehind(document: SourceDocument, comparison: Comparison): readonly MovedBehaviour[] {
  const { base, head } = comparison.installed;
  return movedAdmission(document, base.controlPlane.behaves, head.controlPlane.behaves).map(name =>
    moveIn(name, comparison),
  );
}

/** The behaviour as it moved for the default revision, else for the first for which it did. */
export function moveIn(name: Behaviour, { installed: { base, head } }: Comparison): MovedBehaviour {
  const pairs = [
    [base, head] as const,
    ...[...head.ofRevisions].map(([revision, after]) => [base.ofRevisions.get(revision) ?? base, after] as const),
  ];
  const does = ([, after]: (typeof pairs)[number]) => after.controlPlane.behaves(name);
  const moved = pairs.find(pair => pair[0].controlPlane.behaves(name) !== does(pair)) ?? pairs[0];
  return moveOf(name, moved === undefined ? false : does(moved), base.release, head.release);
}

/** Every behaviour that moved, sorted by name. */
export function explainedMoves(comparison: Comparison): readonly MovedBehaviour[] {
  return comparison.resourceChanges.flatMap(change => {
    const name = namedBehaviour(change);
    return name === null ? [] : [moveIn(name, comparison)];
  });
}

function eachOnce(behaviours: readonly MovedBehaviour[]): readonly MovedBehaviour[] {
  return [...new Map(behaviours.map(behaviour => [behaviour.name, behaviour])).values()];
}
