import { before, isWithin, type Span } from './span.js';
import type { Version } from './version.js';

/** A difference between releases of Istio. */
export interface Row {
  /** The row or rule of `istio-egress-semantics.md`. */
  readonly rule: string;
  /** The releases that do it. */
  readonly releases: readonly Span[];
  /** The feature flag of istiod that decides instead, in the releases that know it. */
  readonly flag?: Span & { readonly name: string };
}

/** What differs between releases of Istio: every difference is one row, and nothing else looks at a version. */
export const behaviours = {
  /** Thrift is a protocol, rather than something unknown that is sniffed. */
  'thrift-protocol': { rule: 'VD-3', releases: [before('1.14')] },
} as const satisfies Readonly<Record<string, Row>>;

export type Behaviour = keyof typeof behaviours;

/** Answers whether istiod does it. */
export type Behaves = (behaviour: Behaviour) => boolean;

/** What a release does under those feature flags of istiod. */
export function behavesLike(version: Version, flags: ReadonlyMap<string, boolean>): Behaves {
  return behaviour => {
    const { releases, flag }: Row = behaviours[behaviour];
    const given = flag !== undefined && isWithin(version, flag) ? flags.get(flag.name) : undefined;
    return given ?? releases.some(span => isWithin(version, span));
  };
}
