import type { Behaves } from '../istio/behaviours.js';
import type { Resource } from '../resources/resource.js';
import { compareText } from '../resources/text-order.js';

/** When Istio takes a resource to have been created; older wins nearly every conflict (VI-7, VI-9). */
export interface Age {
  /** Milliseconds since 1970, or -Infinity / Infinity for "before" / "after everything dated". */
  readonly at: number;
  /** True where the manifest carries no `creationTimestamp` and the order is our assumption (VI-10). */
  readonly assumed: boolean;
}

export type AgeOf = (resource: Resource) => Age;

/** Takes manifests as given: what carries no timestamp is older than what does. */
export const ageAsGiven: AgeOf = ({ createdAt }) => ({ at: createdAt ?? -Infinity, assumed: createdAt === null });

/**
 * Orders what the manifests do not date: what base holds already is older than what head adds (VI-10).
 *
 * A resource keeps its age when it is edited, so both sides of a review use the same function. Where all that the
 * cluster holds is known, what is new at head is younger for certain.
 */
export function ageSince(isInBase: (resource: Resource) => boolean, isClusterKnown = false): AgeOf {
  return resource => {
    if (resource.createdAt !== null) return { at: resource.createdAt, assumed: false };
    return isInBase(resource) ? { at: -Infinity, assumed: true } : { at: Infinity, assumed: !isClusterKnown };
  };
}

/** Whether which of the two is older is our assumption: of one time are only those of which neither is there yet. */
export function isOrderAssumed(a: Age, b: Age): boolean {
  return a.assumed || b.assumed || (a.at === Infinity && b.at === Infinity);
}

/** What decides between resources, or the services that they declare. */
export interface Dated {
  readonly age: Age;
  readonly name: string;
  readonly namespace: string;
}

/** Older before younger; ties go by name, then namespace, or by both as one text (VI-8, VI-9), all by code unit. */
export function oldestFirst(behaves: Behaves): (a: Dated, b: Dated) => number {
  const compareNames = behaves('ties-by-name')
    ? (a: Dated, b: Dated) => compareText(a.name, b.name) || compareText(a.namespace, b.namespace)
    : (a: Dated, b: Dated) => compareText(`${a.name}.${a.namespace}`, `${b.name}.${b.namespace}`);
  return (a, b) => (a.age.at === b.age.at ? compareNames(a, b) : a.age.at < b.age.at ? -1 : 1);
}
