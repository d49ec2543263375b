import { compare } from './diff/comparison.js';
import { upgradeFacts, upgradeNotes } from './findings/upgrade.js';
import { inspect } from './findings/inspect.js';
import type { Review } from './findings/review.js';
import { installedBy } from './istio/installed.js';
import { installedRevisions } from './istio/installed-revisions.js';
import { movedBetween } from './istio/moved-behaviours.js';
import type { Behaviour } from './istio/behaviours.js';
import type { Resources } from './resources/decode-all.js';
import { givenBehaviour } from './resources/installation/given.js';
import type { Installation } from './resources/installation/installation.js';
import type { Resource } from './resources/resource.js';
import { beyondOf, conclude, decodeSides, type DecodedSides, type Request } from './review.js';

/**
 * Reviews what another release of Istio does with outbound traffic; what each side is given names its release.
 *
 * Every behaviour that moved is a change of its own beside those of manifests, so that causes are found among all alike.
 */
export function reviewUpgrade(request: Request): Review {
  const decoded = decodeUpgrade(request);
  const comparison = compare(decoded.base, decoded.head, beyondOf(request));
  const inspection = inspect(comparison);
  const review = conclude(request, decoded, comparison, inspection);
  const upgrade = upgradeFacts(comparison, inspection);
  return { ...review, upgrade, assumptions: [...upgradeNotes(upgrade), ...review.assumptions] };
}

/** Both sides, with each behaviour that moved as a resource of its own. */
export function decodeUpgrade(request: Request): DecodedSides {
  const { given } = request;
  const decoded = decodeSides(request);
  const moved = movedBehaviours(decoded.base.resources, decoded.head.resources);
  const add = (side: Resources, installations: readonly Installation[]): Resources => ({
    ...side,
    resources: [...moved.map(name => givenBehaviour(name, installations)), ...side.resources],
  });
  return { ...decoded, base: add(decoded.base, given.base), head: add(decoded.head, given.head) };
}

/** Of every revision of Istio. */
function movedBehaviours(base: readonly Resource[], head: readonly Resource[]): readonly Behaviour[] {
  const revisions = new Set([null, ...installedRevisions(base), ...installedRevisions(head)]);
  const moved = [...revisions].flatMap(revision =>
    movedBetween(installedBy(base, revision).controlPlane.behaves, installedBy(head, revision).controlPlane.behaves),
  );
  return [...new Set(moved)].sort();
}
