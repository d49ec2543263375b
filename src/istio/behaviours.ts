import { addressBehaviours } from './behaviours/addresses.js';
import { gatewayApiBehaviours } from './behaviours/gateway-api.js';
import { listenerBehaviours } from './behaviours/listeners.js';
import { routeBehaviours } from './behaviours/routes.js';
import type { Row } from './behaviours/row.js';
import { scopeBehaviours } from './behaviours/scope.js';
import { serviceBehaviours } from './behaviours/services.js';
import { isWithinAny, type Span } from './span.js';
import type { Version } from './version.js';

/**
 * What istiod does otherwise in other releases: every difference is one row. Beside these rows a version decides what
 * profiles of `compatibilityVersion` set, which flags are not simulated, and whom an EnvoyFilter's proxyVersion means.
 */
export const behaviours = {
  ...serviceBehaviours,
  ...scopeBehaviours,
  ...listenerBehaviours,
  ...routeBehaviours,
  ...addressBehaviours,
  ...gatewayApiBehaviours,
} as const satisfies Readonly<Record<string, Row>>;

export type Behaviour = keyof typeof behaviours;

/** All of them, sorted. */
export const behaviourNames = (Object.keys(behaviours) as Behaviour[]).sort();

export function isBehaviour(name: string): name is Behaviour {
  return Object.hasOwn(behaviours, name);
}

/** Answers whether istiod does it. */
export type Behaves = (behaviour: Behaviour) => boolean;

const flagSpans: ReadonlyMap<string, readonly Span[]> = spansByFlag(Object.values(behaviours));

/** The feature flags of istiod that decide some behaviour in some release. */
export const featureFlags: readonly string[] = [...flagSpans.keys()].sort();

/** Whether the flag decides anything in that release. */
export function hasFlag(version: Version, name: string): boolean {
  return isWithinAny(version, flagSpans.get(name) ?? []);
}

function spansByFlag(rows: readonly Row[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { flag } of rows) {
    if (flag !== undefined) spans.set(flag.name, [...(spans.get(flag.name) ?? []), ...flag.releases]);
  }
  return spans;
}

/** What a release does under those feature flags of istiod. */
export function behavesLike(version: Version, flags: ReadonlyMap<string, boolean>): Behaves {
  return behaviour => {
    const { releases, flag }: Row = behaviours[behaviour];
    const given = isWithinAny(version, flag?.releases ?? []) ? flags.get(flag?.name ?? '') : undefined;
    return given ?? isWithinAny(version, releases);
  };
}
