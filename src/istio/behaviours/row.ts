import type { Span } from '../span.js';

/** A difference between releases of Istio. */
export interface Row {
  /** The row or rule of `istio-egress-semantics.md`. */
  readonly rule: string;
  /** What istiod does that does it: a sentence for people who do not know Envoy, without its final stop. */
  readonly does: string;
  /** What istiod does otherwise: such a sentence. */
  readonly otherwise: string;
  /** The releases that do it. */
  readonly releases: readonly Span[];
  /** The feature flag of istiod that decides instead, in the releases that know it. */
  readonly flag?: Flag;
  readonly note: Note;
  /** Why no recording tells the two apart, so that the code of the releases on both sides was only read; absent where some does. */
  readonly unmeasured?: string;
  /** Why no call of a review shows it, so that a review of an upgrade can only name it; absent where some does. */
  readonly unasked?: string;
}

export interface Flag {
  readonly name: string;
  readonly releases: readonly Span[];
}

/** Where Istio tells of a difference. */
export interface Note {
  /** Whether the change notes or upgrade notes of the release tell of it. */
  readonly isInReleaseNotes: boolean;
  /** The pull request of istio/istio that brought it. */
  readonly pullRequest: number;
}

export function flag(name: string, ...releases: readonly Span[]): Flag {
  return { name, releases };
}

/** What the notes of its release tell of. */
export function noted(pullRequest: number): Note {
  return { isInReleaseNotes: true, pullRequest };
}

/** What changed without a word in the notes of its release. */
export function unnoted(pullRequest: number): Note {
  return { isInReleaseNotes: false, pullRequest };
}

/** What a review does not ask. */
export const unasked = {
  ipv6: 'a review asks IPv4 pods only',
  hosts: 'a review calls hosts by their own names, without a port or a final dot, and at their own addresses',
  http10: 'a review speaks HTTP/1.1',
} as const;

export const NO_SUCH_MESH = 'no recorded mesh has what it is about';
