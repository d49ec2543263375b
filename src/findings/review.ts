import type { MovedBehaviour } from '../istio/moved-behaviours.js';
import type { Problem } from '../source/problem.js';
import type { FailOn } from './fail-on.js';
import type { Change, Finding, Improvement, WaivedFinding } from './finding.js';

/** Everything that a report can say. The same input gives the same review, byte by byte. */
export interface Review {
  /** The release simulated, e.g. `1.30.3`. */
  readonly istioVersion: string;
  readonly base: Revision;
  readonly head: Revision;
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly notices: number;
    /** Workload groups asked, and those with a changed call or finding. */
    readonly groups: number;
    readonly changedGroups: number;
    /** Resources that head adds, removes or modifies. */
    readonly resources: number;
  };
  /** Sorted: severity, then file and line of the first cause, then rule, then subject. */
  readonly findings: readonly Finding[];
  /** Those that the settings accept, in the same order; they are among no count. */
  readonly waived: readonly WaivedFinding[];
  readonly improvements: readonly Improvement[];
  readonly changes: readonly Change[];
  /** Sentences that a reader has to know before the verdict: the rules of another release of Istio were taken. */
  readonly cautions: readonly string[];
  /** Sentences: what the manifests did not say and was assumed. */
  readonly assumptions: readonly string[];
  readonly problems: readonly Problem[];
  /** Files of the change that nobody read, sorted: broken ones, templates, links and submodules. */
  readonly unread: readonly string[];
  /** The least severity that fails a check by the settings; null where they do not say. */
  readonly failOn: FailOn | null;
  /** What moved with the release, where two are compared; else absent. */
  readonly upgrade?: Upgrade;
}

/** Two releases of Istio, like `1.24.6`, and what the newer one does otherwise. */
export interface Upgrade {
  readonly from: string;
  readonly to: string;
  /** Sorted by name; `isFelt`: whether a finding or an improvement comes of it. */
  readonly behaviours: readonly (MovedBehaviour & { readonly isFelt: boolean })[];
  /** Clauses on what moved as well and is not simulated. */
  readonly unsimulated: readonly string[];
}

/** `nothing`: the other side is a whole repository, all of which counts as added. */
export type Revision = { readonly rev: string } | { readonly dir: string } | { readonly nothing: true };
