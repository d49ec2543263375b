/** What becomes of one call. Equal when kind, cluster, owner, weights and status are (`rules.md`). */
export interface Verdict {
  readonly kind: VerdictKind;
  /** The cluster that takes the connection; null where the sidecar answers itself. */
  readonly cluster: string | null;
  /** The resource that declared the cluster's host. */
  readonly owner: Owner | null;
  /** The resource whose rule decided; null where none did. It changes nothing for the caller. */
  readonly via: Owner | null;
  /** Weight by cluster of a weighted route. */
  readonly weights: Readonly<Record<string, number>> | null;
  /** HTTP status of an answer by the sidecar itself. */
  readonly status: number | null;
  /** Why the verdict is `unknown` or `missing-cluster`; for people. */
  readonly reason: string | null;
  /** Of an `unknown` verdict, what it would be without what is not simulated; null where nothing can be said. */
  readonly otherwise: Verdict | null;
  /** The resources, not simulated, that make the verdict `unknown`. */
  readonly doubted: readonly Owner[];
  /** How the verdict came about, in order. */
  readonly steps: readonly Step[];
}

export type VerdictKind =
  | 'delivered'
  | 'passthrough'
  | 'blackhole'
  | 'no-route'
  | 'redirect'
  | 'direct-response'
  | 'missing-cluster'
  | 'protocol-error'
  | 'stalled'
  | 'unknown';

export interface Owner {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Set where a snapshot of the cluster holds it and not the repository. */
  readonly fromSnapshot?: true;
}

/** The name of a resource, without the rest of it. */
export function ownerOf({ kind, namespace, name, fromSnapshot }: Owner): Owner {
  return { kind, namespace, name, ...(fromSnapshot && { fromSnapshot }) };
}

/** One step of Envoy's decision. `name` is what was chosen, `because` why, both for people. */
export interface Step {
  readonly stage: 'listener' | 'chain' | 'route' | 'cluster' | 'owner' | 'patch';
  readonly name: string;
  readonly because: string;
}

/** Whether a caller could not tell the two apart (`rules.md`); of two that are unknown, by what they would be otherwise. */
export function sameVerdict(a: Verdict, b: Verdict): boolean {
  if (a.otherwise !== null && b.otherwise !== null) return sameVerdict(a.otherwise, b.otherwise);
  return (
    a.kind === b.kind &&
    a.cluster === b.cluster &&
    a.status === b.status &&
    sameOwner(a.owner, b.owner) &&
    JSON.stringify(a.weights) === JSON.stringify(b.weights)
  );
}

/** Whether it is one resource. */
export function sameOwner(a: Owner | null, b: Owner | null): boolean {
  return a === b || (a?.kind === b?.kind && a?.namespace === b?.namespace && a?.name === b?.name);
}

/** What can be said of a call without what is not simulated. */
export function apparent(verdict: Verdict): Verdict {
  return verdict.otherwise ?? verdict;
}

/** A verdict that nothing here can give. `otherwise` as in `Verdict`. */
export function unknownVerdict(
  reason: string,
  doubted: readonly Owner[],
  otherwise: Verdict | null,
  steps: () => readonly Step[],
): Verdict {
  return {
    kind: 'unknown',
    cluster: null,
    owner: null,
    via: null,
    weights: null,
    status: null,
    reason,
    otherwise,
    doubted,
    get steps() {
      return steps();
    },
  };
}
